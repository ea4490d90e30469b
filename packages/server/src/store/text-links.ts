/** What a document's text names and defines: read once a version, names resolved against what is stored now. */
import type {DefinedTerm, DocumentLink, DocumentMeta, DocumentReference, Section} from '@zwgk/contract';
import {findReferences, findTerms, type Reference} from '@zwgk/rules/references';
import {sql, type Kysely} from 'kysely';
import {linkTo, publicDocuments} from './document-links.ts';
import {LastUsed} from './last-used.ts';
import type {Schema} from './schema.ts';

const KEPT = 256;

interface Named {
  readonly references: readonly Reference[];
  readonly terms: DefinedTerm[];
}

export class TextLinks {
  readonly #db: Kysely<Schema>;
  readonly #known = new LastUsed<Named>(KEPT);

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Places that name a section, or a public document that is stored; and the terms that it defines. */
  async of(document: {readonly id: string; readonly version: number}, body: readonly Section[]) {
    const read = (): Named => ({references: findReferences(body), terms: findTerms(body)});
    const {references, terms} = this.#known.get(`${document.id} ${document.version}`, read);
    const names = references.flatMap((one) => ('title' in one ? one.title : []));
    const titles = await this.#resolve('title', names, document.id);
    const cited = references.flatMap((one) => ('docNumber' in one ? one.docNumber : []));
    const numbers = await this.#resolve('docNumber', cited, document.id);
    const resolved = references.flatMap(({section, start, end, ...to}): DocumentReference[] => {
      if ('toSection' in to) return [{section, start, end, ...to}];
      const toDocument = 'title' in to ? titles.get(to.title) : numbers.get(to.docNumber);
      return toDocument ? [{section, start, end, toDocument}] : [];
    });
    return {references: resolved, terms};
  }

  /** Of several documents of one name the one in force, then the newest. */
  async #resolve(by: 'title' | 'docNumber', names: readonly string[], self: string): Promise<Map<string, DocumentLink>> {
    if (names.length === 0) return new Map();
    // Word for word as in the index, which is of no use otherwise.
    const name = by === 'title' ? sql<string>`meta ->> '$.title'` : sql<string>`meta ->> '$.docNumber'`;
    const found = await publicDocuments(this.#db)
      .select(['id', 'meta'])
      .where(name, 'in', [...new Set(names)])
      .where('id', '!=', self)
      .orderBy(sql`validity = 'in_force'`)
      .orderBy('published_on')
      .orderBy('row')
      .execute();
    return new Map(found.map((one) => [(JSON.parse(one.meta) as DocumentMeta)[by]!, linkTo(one)]));
  }
}
