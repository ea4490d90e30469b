/** Staged files: rows and bytes together. A row is written when its bytes are on the disk; bytes without a row are collected. */
import {randomBytes} from 'node:crypto';
import type {ApplicationFile, CommentFile, Upload} from '@zwgk/contract';
import type {Kysely, Selectable} from 'kysely';
import {MOST_UPLOAD_BYTES, type UploadFiles} from '../../uploads/files.ts';
import {readFileName} from '../../uploads/name.ts';
import type {Vault} from '../../vault/vault.ts';
import type {Connections} from '../connection.ts';
import {backUp} from '../backup.ts';
import type {Schema} from '../schema.ts';
import {unclaimed} from './claims.ts';
import type {UploadTable} from './tables.ts';

/** What one address, and what everybody together, may have staged at a time. */
const MOST_FILES = 60;
const MOST_BYTES = 30 * MOST_UPLOAD_BYTES;
const MOST_BYTES_OF_ALL = 5 * 1024 ** 3;
/** Files that come in at the same time, of everybody and of one address: each holds a buffer while it is slow. */
const MOST_AT_ONCE = 200;
const MOST_AT_ONCE_OF_ONE = 24;

const namePlace = (id: string): string => `upload/${id}/name`;

const fileOf = ({id, name, media_type: mediaType, bytes}: Selectable<UploadTable>, vault: Vault): CommentFile => ({
  id,
  name: vault.open(name, namePlace(id)),
  mediaType,
  bytes,
});

/** A file as it came in. */
export interface StagedFile {
  readonly name: string;
  readonly content: Buffer;
}

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
        const row = {id, application: null, comments: null, use: null, media_type: mediaType, bytes, sha256, key: keyId, address: from, at};
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
      .where(unclaimed)
      .where('at', '>', this.oldest(now));
    const own = await staged.where('address', '=', address).executeTakeFirstOrThrow();
    const all = await staged.executeTakeFirstOrThrow();
    if (own.files >= MOST_FILES || (own.bytes ?? 0) >= MOST_BYTES || (all.bytes ?? 0) >= MOST_BYTES_OF_ALL) throw new QuotaError();
  }

  /** Whether it was there, and nobody's. */
  async discard(id: string): Promise<boolean> {
    const {numDeletedRows} = await this.#connections.writer.deleteFrom('uploads').where('id', '=', id).where(unclaimed).executeTakeFirst();
    if (numDeletedRows !== 1n) return false;
    await this.#files.remove(id);
    return true;
  }

  /** Files of an application. */
  async ofApplication(number: string, vault: Vault): Promise<ApplicationFile[]> {
    const rows = await this.#ofApplication(number).execute();
    return rows.map((row) => ({...fileOf(row, vault), use: row.use as ApplicationFile['use'], sha256: row.sha256}));
  }

  /** Files of receipts of comments, by the receipts' rows. */
  async ofComments(receipts: readonly number[], vault: Vault): Promise<Map<number, CommentFile[]>> {
    const rows = await this.#connections.reader
      .selectFrom('uploads')
      .selectAll()
      .where('comments', 'in', receipts)
      .orderBy('at')
      .orderBy('id')
      .execute();
    const files = new Map<number, CommentFile[]>();
    for (const row of rows) files.set(row.comments!, [...(files.get(row.comments!) ?? []), fileOf(row, vault)]);
    return files;
  }

  async read(number: string, id: string, vault: Vault): Promise<StagedFile | undefined> {
    return this.#read(await this.#ofApplication(number).where('uploads.id', '=', id).executeTakeFirst(), vault);
  }

  /** A file that came with comments of a consultation. */
  async readOfComments(consultation: number, id: string, vault: Vault): Promise<StagedFile | undefined> {
    const row = await this.#connections.reader
      .selectFrom('uploads')
      .innerJoin('comment_receipts', 'comment_receipts.row', 'uploads.comments')
      .selectAll('uploads')
      .where('uploads.id', '=', id)
      .where('comment_receipts.consultation', '=', consultation)
      .executeTakeFirst();
    return this.#read(row, vault);
  }

  async #read(row: Selectable<UploadTable> | undefined, vault: Vault): Promise<StagedFile | undefined> {
    return row && {name: fileOf(row, vault).name, content: await this.#files.read(row.id, row.key, vault)};
  }

  #ofApplication(number: string) {
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
      .where(unclaimed)
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
