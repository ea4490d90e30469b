/** Staged files: rows and bytes together. A row is written when its bytes are on the disk; bytes without a row are collected. */
import {randomBytes} from 'node:crypto';
import type {ApplicationFile, Upload} from '@zwgk/contract';
import type {Kysely, Selectable} from 'kysely';
import {MOST_UPLOAD_BYTES, type UploadFiles} from '../../uploads/files.ts';
import {readFileName} from '../../uploads/name.ts';
import type {Vault} from '../../vault/vault.ts';
import type {Connections} from '../connection.ts';
import {backUp} from '../backup.ts';
import type {Schema} from '../schema.ts';
import type {UploadTable} from './tables.ts';

/** What one address, and what everybody together, may have staged at a time. */
const MOST_FILES = 60;
const MOST_BYTES = 30 * MOST_UPLOAD_BYTES;
const MOST_BYTES_OF_ALL = 5 * 1024 ** 3;
/** Files that come in at the same time, of everybody and of one address: each holds a buffer while it is slow. */
const MOST_AT_ONCE = 200;
const MOST_AT_ONCE_OF_ONE = 24;

const namePlace = (id: string): string => `upload/${id}/name`;

/** One address has too much staged, or too much comes in at once. */
export class QuotaError extends Error {
  override readonly name = 'QuotaError';
}

export class Uploads {
  readonly #connections: Connections;
  readonly #files: UploadFiles;
  readonly #keptMs: number;
  /** Address of each file that is coming in. */
  readonly #open: string[] = [];

  /** @param keptMs How long a file waits for an application. */
  constructor(connections: Connections, files: UploadFiles, keptMs: number) {
    this.#connections = connections;
    this.#files = files;
    this.#keptMs = keptMs;
  }

  /** Instant before which a staged file counts as left behind. */
  oldest(now: number): string {
    return new Date(now - this.#keptMs).toISOString();
  }

  /** @throws QuotaError, or what `UploadFiles.receive` throws. */
  async stage(
    {fileName, source, address, now}: {fileName: string; source: AsyncIterable<Uint8Array>; address: string; now: number},
    vault: Vault,
  ): Promise<Upload> {
    const name = readFileName(fileName);
    const id = randomBytes(16).toString('base64url');
    const from = vault.mac('address', address);
    const own = this.#open.filter((each) => each === from).length;
    if (this.#open.length >= MOST_AT_ONCE || own >= MOST_AT_ONCE_OF_ONE) throw new QuotaError();
    this.#open.push(from);
    try {
      await this.#checkQuota(this.#connections.reader, from, now);
      const {mediaType, bytes, sha256, keyId} = await this.#files.receive(id, name, source, vault);
      await this.#connections.writer.transaction().execute(async (tx) => {
        await this.#checkQuota(tx, from, now);
        const at = new Date(now).toISOString();
        const row = {id, application: null, use: null, media_type: mediaType, bytes, sha256, key: keyId, address: from, at};
        await tx
          .insertInto('uploads')
          .values({...row, name: vault.seal(name, namePlace(id))})
          .execute();
      });
      return {id, name, mediaType, bytes, sha256, expiresAt: new Date(now + this.#keptMs).toISOString()};
    } catch (error) {
      await this.#files.remove(id);
      throw error;
    } finally {
      this.#open.splice(this.#open.indexOf(from), 1);
    }
  }

  async #checkQuota(db: Kysely<Schema>, address: string, now: number): Promise<void> {
    const staged = db
      .selectFrom('uploads')
      .select((eb) => [eb.fn.countAll<number>().as('files'), eb.fn.sum<number | null>('bytes').as('bytes')])
      .where('application', 'is', null)
      .where('at', '>', this.oldest(now));
    const own = await staged.where('address', '=', address).executeTakeFirstOrThrow();
    const all = await staged.executeTakeFirstOrThrow();
    if (own.files >= MOST_FILES || (own.bytes ?? 0) >= MOST_BYTES || (all.bytes ?? 0) >= MOST_BYTES_OF_ALL) throw new QuotaError();
  }

  /** Whether it was there, and nobody's. */
  async discard(id: string): Promise<boolean> {
    const {numDeletedRows} = await this.#connections.writer
      .deleteFrom('uploads')
      .where('id', '=', id)
      .where('application', 'is', null)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) return false;
    await this.#files.remove(id);
    return true;
  }

  /** Files of an application. */
  async ofApplication(number: string, vault: Vault): Promise<ApplicationFile[]> {
    const rows = await this.#rowsOf(number).execute();
    return rows.map((row) => ({
      id: row.id,
      use: row.use as ApplicationFile['use'],
      name: vault.open(row.name, namePlace(row.id)),
      mediaType: row.media_type,
      bytes: row.bytes,
      sha256: row.sha256,
    }));
  }

  async read(number: string, id: string, vault: Vault): Promise<{name: string; content: Buffer} | undefined> {
    const row: Selectable<UploadTable> | undefined = await this.#rowsOf(number).where('uploads.id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    return {name: vault.open(row.name, namePlace(id)), content: await this.#files.read(id, row.key, vault)};
  }

  #rowsOf(number: string) {
    return this.#connections.reader
      .selectFrom('uploads')
      .innerJoin('applications', 'applications.row', 'uploads.application')
      .selectAll('uploads')
      .where('applications.number', '=', number)
      .orderBy('uploads.at')
      .orderBy('uploads.id');
  }

  /** Copies everything into a new database file, and the files that it names beside it. @returns how many they are. */
  backUp(target: string, snapshot: (file: string) => Promise<unknown>): Promise<number> {
    const {reader} = this.#connections;
    const named = async (): Promise<string[]> => (await reader.selectFrom('uploads').select('id').execute()).map(({id}) => id);
    return backUp({files: this.#files, named, snapshot}, target);
  }

  /** Removes what nobody took, rows first: a file without a row is collected later, a row without its file would be a loss. */
  async collect(now: number): Promise<number> {
    const left = await this.#connections.writer
      .deleteFrom('uploads')
      .where('application', 'is', null)
      .where('at', '<=', this.oldest(now))
      .returning('id')
      .execute();
    const known = await this.#connections.writer.selectFrom('uploads').select('id').execute();
    const ids = new Set(known.map(({id}) => id));
    const lost = (await this.#files.olderThan(now - this.#keptMs)).filter((name) => !ids.has(name));
    await this.remove([...left.map(({id}) => id), ...lost]);
    return left.length + lost.length;
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.#files.remove(id);
  }
}
