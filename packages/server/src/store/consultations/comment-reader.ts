/** Comments of a consultation as they are read: by everybody, by staff, for the report and the table. */
import type {PublicCommentQuery} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import {LastUsed} from '../last-used.ts';
import type {Schema} from '../schema.ts';
import * as reads from './comments.ts';

/** Consultations whose counts are kept. */
const KEPT = 64;

export class CommentReader {
  readonly #db: Kysely<Schema>;
  readonly #vault: () => Vault;
  readonly #counts = new LastUsed<Promise<reads.PublicCounts>>(KEPT);

  /** @param vault Throws where there is no key. */
  constructor(db: Kysely<Schema>, vault: () => Vault) {
    this.#db = db;
    this.#vault = vault;
  }

  /** How many comments are public, worked out once for a data version: every change of it raises that. */
  publicCounts(consultation: number, version: number): Promise<reads.PublicCounts> {
    return this.#counts.get(`${consultation} ${version}`, () => reads.publicCounts(this.#db, consultation));
  }

  async publicPage(consultation: number, query: PublicCommentQuery, version: number): Promise<reads.CommentPage & reads.PublicCounts> {
    const counts = await this.publicCounts(consultation, version);
    return {...(await reads.publicPage(this.#db, consultation, query, counts, this.#vault())), ...counts};
  }

  staffPage(consultation: number, filter: reads.StaffFilter): Promise<reads.CommentPage> {
    return reads.staffPage(this.#db, consultation, filter, this.#vault());
  }

  stateCounts(consultation: number): ReturnType<typeof reads.stateCounts> {
    return reads.stateCounts(this.#db, consultation);
  }

  receiptsOf(rows: readonly number[]): Promise<Map<number, reads.StoredReceipt>> {
    return reads.receiptsOf(this.#db, rows, this.#vault());
  }

  eachComment(consultation: number, order?: reads.CommentOrder): ReturnType<typeof reads.eachComment> {
    return reads.eachComment(this.#db, consultation, this.#vault(), order);
  }

  receivedIds(consultation: number): Promise<string[]> {
    return reads.receivedIds(this.#db, consultation);
  }

  sectionsOf(consultation: number): Promise<Map<string, string>> {
    return reads.sectionsOf(this.#db, consultation);
  }

  /** Ids of comments by their rows. */
  async idsOf(rows: readonly number[]): Promise<Map<number, string>> {
    const found = await this.#db.selectFrom('comments').select(['row', 'id']).where('row', 'in', rows).execute();
    return new Map(found.map(({row, id}) => [row, id]));
  }
}
