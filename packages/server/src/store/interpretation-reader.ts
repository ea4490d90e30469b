/** Interpretations as they are read: with their passages where they stand now. */
import type {DocumentInterpretations, DocumentMeta, Interpretation, Section} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import {keptBody} from './document-versions.ts';
import {SUMMARY, summary, type StoredDocument} from './documents.ts';
import {interpretationsOf, readInterpretation} from './interpretations.ts';
import {Passages, type PlacedIn} from './passages.ts';
import type {Schema} from './schema.ts';

type Row = StoredDocument & {readonly row: number; readonly disclosure: string};

export class InterpretationReader {
  readonly #db: Kysely<Schema>;
  readonly #passages = new Passages();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** A document and everything that explains it; of one that is not public nothing does (R3.4). */
  async ofDocument(id: string): Promise<Omit<DocumentInterpretations, 'duty'> | undefined> {
    const document = await this.#document('id', id);
    if (!document) return undefined;
    const items = await this.#passages.place(await interpretationsOf(this.#db, document.row), this.#placedIn(document));
    return {document: summary(document), items};
  }

  async get(id: string): Promise<Interpretation | undefined> {
    const found = await readInterpretation(this.#db, id);
    const document = found && (await this.#document('row', found.document));
    if (!document) return undefined;
    const [placed] = await this.#passages.place([found.interpretation], this.#placedIn(document));
    return placed;
  }

  #document(by: 'id' | 'row', value: string | number): Promise<Row | undefined> {
    const columns = [...SUMMARY, 'disclosure'] as const;
    return this.#db.selectFrom('documents').select(columns).where(by, '=', value).where('removed', '=', 0).executeTakeFirst();
  }

  #placedIn({id, row, version, disclosure}: Row): PlacedIn {
    return {
      id,
      version,
      disclosure: disclosure as DocumentMeta['disclosure'],
      body: async (wanted) => {
        if (wanted !== version) return keptBody(this.#db, row, wanted);
        const {body} = await this.#db.selectFrom('documents').select('body').where('row', '=', row).executeTakeFirstOrThrow();
        return JSON.parse(body) as Section[];
      },
    };
  }
}
