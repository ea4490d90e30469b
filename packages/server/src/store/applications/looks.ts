/**
 * Who may see an application: whoever knows number and code, or has the link. An unknown number and a wrong code cost the
 * same and answer alike. Ten wrong codes in a quarter of an hour shut out the address they came from, and of one number
 * every address that is new to it, for a quarter of an hour; looks in that time change nothing, so that nobody can keep the
 * door shut: the link always works, and so do the addresses from which the application was sent or once opened.
 */
import {timingSafeEqual} from 'node:crypto';
import type {Credential} from '@zwgk/contract';
import type {Kysely} from 'kysely';
import {readCode, readNumber} from '../../vault/secrets.ts';
import type {Vault} from '../../vault/vault.ts';
import type {Schema} from '../schema.ts';

const MOST_FAILURES = 10;
const WINDOW_MS = 15 * 60_000;
/** Longer than anybody looks for an answer in the same place. */
const KNOWN_MS = 400 * 86_400_000;

export type Look = {readonly number: string} | {readonly retryAfter: number} | 'wrong';

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const codeMac = (vault: Vault, number: string, code: string, keyId?: string): string =>
  vault.mac('code', `${number}:${readCode(code)}`, keyId);

const pairOf = (vault: Vault, number: string, address: string): string[] => vault.macs('pair', `${number}:${address}`);

/** Remembers that the application was sent or opened from here. */
export const rememberAddress = (tx: Kysely<Schema>, vault: Vault, number: string, address: string, now: number): Promise<unknown> =>
  tx
    .insertInto('known_looks')
    .values({pair: pairOf(vault, number, address)[0]!, at: now})
    .onConflict((conflict) => conflict.column('pair').doUpdateSet({at: now}))
    .execute();

export class Looks {
  readonly #reader: Kysely<Schema>;
  readonly #writer: Kysely<Schema>;
  readonly #table: 'applications';

  /** @param table What the numbers are of; all have the same columns for it. */
  constructor({reader, writer}: {reader: Kysely<Schema>; writer: Kysely<Schema>}, table: 'applications' | 'comment_receipts' | 'sign_ups') {
    this.#reader = reader;
    this.#writer = writer;
    this.#table = table as 'applications';
  }

  async look({number = '', code = '', token}: Credential, address: string, now: number, vault: Vault): Promise<Look> {
    if (token !== undefined) return this.#byToken(token, vault);
    const meant = readNumber(number);
    const [ofAddress, ofNumber] = [vault.mac('address', address), vault.mac('number', meant)];
    const locked = await this.#locked(ofAddress, ofNumber, pairOf(vault, meant, address), now);
    if (locked > 0) return {retryAfter: Math.ceil(locked / 1000)};
    // One row whether there is such a number or not: what is done with it takes its time, too.
    const row = await this.#reader
      .selectFrom(this.#table)
      .select((eb) => [eb.fn.max('code').as('code'), eb.fn.max('key').as('key')])
      .where('number', '=', meant)
      .executeTakeFirstOrThrow();
    const [given, none] = [codeMac(vault, meant, code, row.key ?? vault.keyIds[0]), vault.mac('code', '')];
    const right = same(given, row.code ?? none);
    await this.#writer.transaction().execute(async (tx) => {
      if (right) return rememberAddress(tx, vault, meant, address, now);
      for (const scope of [ofAddress, ofNumber]) await countFailure(tx, scope, now);
    });
    return right ? {number: meant} : 'wrong';
  }

  /** Nobody guesses 192 bits: a link is never shut out. */
  async #byToken(token: string, vault: Vault): Promise<Look> {
    const found = await this.#reader
      .selectFrom(this.#table)
      .select('number')
      .where('token', 'in', vault.macs('token', token))
      .executeTakeFirst();
    return found ? {number: found.number} : 'wrong';
  }

  /** Milliseconds for which this look is shut out. */
  async #locked(address: string, number: string, pairs: readonly string[], now: number): Promise<number> {
    const shut = await this.#reader
      .selectFrom('failed_looks')
      .select(['scope', 'until'])
      .where('scope', 'in', [address, number])
      .where('until', '>', now)
      .execute();
    const known = await this.#reader.selectFrom('known_looks').select('pair').where('pair', 'in', pairs).executeTakeFirst();
    return Math.max(0, ...shut.filter(({scope}) => scope === address || !known).map(({until}) => until - now));
  }
}

async function countFailure(tx: Kysely<Schema>, scope: string, now: number): Promise<void> {
  const old = await tx.selectFrom('failed_looks').selectAll().where('scope', '=', scope).executeTakeFirst();
  if (old && old.until > now) return;
  const fresh = !old || now - old.since > WINDOW_MS || old.until > 0;
  const count = fresh ? 1 : old.count + 1;
  const values = {count, since: fresh ? now : old.since, until: count >= MOST_FAILURES ? now + WINDOW_MS : 0};
  await tx
    .insertInto('failed_looks')
    .values({scope, ...values})
    .onConflict((conflict) => conflict.column('scope').doUpdateSet(values))
    .execute();
}

/** Forgets what no longer shuts anybody out. */
export async function forgetLooks(tx: Kysely<Schema>, now: number): Promise<void> {
  await tx
    .deleteFrom('failed_looks')
    .where('since', '<', now - WINDOW_MS)
    .where('until', '<', now)
    .execute();
  await tx
    .deleteFrom('known_looks')
    .where('at', '<', now - KNOWN_MS)
    .execute();
}
