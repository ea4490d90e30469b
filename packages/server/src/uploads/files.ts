/** Uploaded files on disk: under random names, sealed while they come in, on the disk before anybody is told so. */
import {createHash} from 'node:crypto';
import {constants, mkdirSync} from 'node:fs';
import {copyFile, mkdir, open, readdir, readFile, rm, stat, type FileHandle} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {tooLarge} from '../http/body.ts';
import {IV_BYTES, TAG_BYTES, type Vault} from '../vault/vault.ts';
import {FileProbe, type MediaType} from './kinds.ts';
import {scan} from './scan.ts';

/** Largest file that is taken. */
export const MOST_UPLOAD_BYTES = 10 * 1024 * 1024;

export interface Received {
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly sha256: string;
  readonly keyId: string;
}

/** Copies of files in a folder of their own. */
export interface Copies {
  /** Whether there was such a file. */
  add(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Resolves once the names, too, are on the disk. */
  close(): Promise<void>;
}

const PIECE_BYTES = 64 * 1024;

/**
 * Cut anew, so that a file in tiny parts costs no more than in large ones. A piece is good until the next is asked for; the
 * parts are taken over.
 */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
  let filled = 0;
  for await (const part of source) {
    for (let rest = Buffer.from(part.buffer, part.byteOffset, part.byteLength); rest.length > 0;) {
      const copied = rest.copy(piece, filled);
      rest = rest.subarray(copied);
      filled += copied;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      filled = 0;
    }
    release(part);
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Gives the memory of a buffer back now: while many files come in, the collector is late, and the process grows. */
function release({buffer, byteLength}: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

const placeOf = (id: string): string => `upload/${id}`;

export class UploadFiles {
  readonly #folder: string;
  readonly #scanner: string | undefined;

  /** @param folder Outside of everything that is served. */
  constructor(folder: string, scanner?: string) {
    this.#folder = folder;
    this.#scanner = scanner;
  }

  #path(id: string): string {
    return join(this.#folder, id);
  }

  /**
   * Takes a file in; who calls removes it when that fails.
   * @throws FileRefusedError, ScannerError, ProblemError `payload-too-large`, or what the disk says.
   */
  async receive(id: string, name: string, source: AsyncIterable<Uint8Array>, vault: Vault): Promise<Received> {
    mkdirSync(this.#folder, {recursive: true, mode: 0o700});
    const file = await open(this.#path(id), 'wx', 0o600);
    const received = await this.#write(file, id, name, source, vault).finally(() => file.close());
    if (this.#scanner) await scan(this.#scanner, Readable.from(await this.read(id, received.keyId, vault)));
    // So that the name, too, is on the disk.
    await syncPath(this.#folder);
    return received;
  }

  async #write(file: FileHandle, id: string, name: string, source: AsyncIterable<Uint8Array>, vault: Vault): Promise<Received> {
    const {keyId, iv, cipher} = vault.sealing(placeOf(id));
    const [hash, probe] = [createHash('sha256'), new FileProbe()];
    let bytes = 0;
    await file.writeFile(iv);
    for await (const piece of pieces(source)) {
      bytes += piece.length;
      if (bytes > MOST_UPLOAD_BYTES) throw tooLarge(MOST_UPLOAD_BYTES);
      hash.update(piece);
      probe.push(piece);
      const sealed = cipher.update(piece);
      await file.writeFile(sealed);
      release(sealed);
    }
    const mediaType = probe.finish(name);
    await file.writeFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
    await file.sync();
    return {mediaType, bytes, sha256: hash.digest('hex'), keyId};
  }

  /** The whole file, once it is known to be what was sealed. @throws UnsealError, or when it is gone. */
  async read(id: string, keyId: string, vault: Vault): Promise<Buffer> {
    const sealed = await readFile(this.#path(id));
    const decipher = vault.opening(placeOf(id), keyId, sealed.subarray(0, IV_BYTES), sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  }

  /** A new folder for copies, each of them on the disk before it counts. @throws when there is such a folder. */
  async copyTo(folder: string): Promise<Copies> {
    await mkdir(folder, {mode: 0o700});
    return {
      add: async (id) => {
        const to = join(folder, id);
        try {
          await copyFile(this.#path(id), to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
          throw error;
        }
        await syncPath(to);
        return true;
      },
      remove: (id) => rm(join(folder, id)),
      close: () => syncPath(folder),
    };
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), {force: true});
  }

  /** Names of files that were last written before `before`, in milliseconds. */
  async olderThan(before: number): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const ages = await Promise.all(
      names.map(async (name) => ({
        name,
        at: await stat(this.#path(name)).then(
          ({mtimeMs}) => mtimeMs,
          () => before,
        ),
      })),
    );
    return ages.filter(({at}) => at < before).map(({name}) => name);
  }
}
