/** Drafts that opinions are asked on: what they said in that version, and where its passages stand today. */
import type {Anchor, DraftRef, Passage, Section} from '@zwgk/contract';
import {bodyIsPublic} from '@zwgk/rules';
import {locator} from '@zwgk/rules/passage';
import {sql, type Kysely} from 'kysely';
import {olderText, textAt, type VersionText} from '../document-versions.ts';
import {LastUsed} from '../last-used.ts';
import type {Schema} from '../schema.ts';

/** Texts, and ways from one to another, that are kept. */
const KEPT = 32;

type Locate = (anchor: Anchor) => Passage;

export interface Draft {
  readonly document: string;
  readonly version: number;
  readonly title: string;
  readonly currentVersion: number;
  /** What it said in the version that opinions are asked on, where that may be read. */
  body(): Promise<Section[] | undefined>;
  /** Finds passages in the text of today; `undefined` where that may not be read. */
  locate(): Promise<Locate | undefined>;
}

export class Drafts {
  readonly #db: Kysely<Schema>;
  readonly #bodies = new LastUsed<Promise<Section[] | undefined>>(KEPT);
  readonly #locators = new LastUsed<Promise<Locate | undefined>>(KEPT);

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** A version as it is told and compared, where it may be read. */
  text({document, version}: DraftRef): Promise<VersionText | undefined> {
    return textAt(this.#db, document, version);
  }

  /** `undefined` when there is no such document, or not in public. */
  async get({document, version}: DraftRef): Promise<Draft | undefined> {
    const found = await this.#db
      .selectFrom('documents')
      .select(['version', 'disclosure', sql<string>`meta ->> '$.title'`.as('title')])
      .where('id', '=', document)
      .where('removed', '=', 0)
      .executeTakeFirst();
    if (!found || !bodyIsPublic(found.disclosure as 'proactive')) return undefined;
    const current = found.version;
    return {
      document,
      version,
      title: found.title,
      currentVersion: current,
      body: () => this.#body(document, version, current),
      locate: () => this.#locate(document, version, current),
    };
  }

  #body(document: string, version: number, current: number): Promise<Section[] | undefined> {
    return this.#bodies.get(`${document} ${version} ${current}`, async () => {
      if (version !== current) return (await olderText(this.#db, document, version))?.body;
      const {body} = await this.#db.selectFrom('documents').select('body').where('id', '=', document).executeTakeFirstOrThrow();
      return JSON.parse(body) as Section[];
    });
  }

  #locate(document: string, version: number, current: number): Promise<Locate | undefined> {
    return this.#locators.get(`${document} ${version} ${current}`, async () => {
      const now = await this.#body(document, current, current);
      const before = version === current ? undefined : await this.#body(document, version, current);
      return now && locator(now, before ? {before} : {});
    });
  }
}
