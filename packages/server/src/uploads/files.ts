/** Uploaded files on disk: under random names, sealed while they come in, on the disk before anybody is told so. */
import {createHash} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import {open, readdir, readFile, rm, stat, type FileHandle} from 'node:fs/promises';
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
  async receive(id: string, name: string, source: ReadableStream<Uint8Array> | null, vault: Vault): Promise<Received> {
    mkdirSync(this.#folder, {recursive: true, mode: 0o700});
    const file = await open(this.#path(id), 'wx', 0o600);
    const received = await this.#write(file, id, name, source, vault).finally(() => file.close());
    if (this.#scanner) await scan(this.#scanner, Readable.from(await this.read(id, received.keyId, vault)));
    await this.#syncFolder();
    return received;
  }

  async #write(file: FileHandle, id: string, name: string, source: ReadableStream<Uint8Array> | null, vault: Vault): Promise<Received> {
    const {keyId, iv, cipher} = vault.sealing(placeOf(id));
    const [hash, probe] = [createHash('sha256'), new FileProbe()];
    let bytes = 0;
    await file.writeFile(iv);
    for await (const part of source ?? []) {
      const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      bytes += chunk.length;
      if (bytes > MOST_UPLOAD_BYTES) throw tooLarge(MOST_UPLOAD_BYTES);
      hash.update(chunk);
      probe.push(chunk);
      await file.writeFile(cipher.update(chunk));
    }
    const mediaType = probe.finish(name);
    await file.writeFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
    await file.sync();
    return {mediaType, bytes, sha256: hash.digest('hex'), keyId};
  }

  /** So that the name, too, is on the disk. */
  async #syncFolder(): Promise<void> {
    const folder = await open(this.#folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  /** The whole file, once it is known to be what was sealed. @throws UnsealError, or when it is gone. */
  async read(id: string, keyId: string, vault: Vault): Promise<Buffer> {
    const sealed = await readFile(this.#path(id));
    const decipher = vault.opening(placeOf(id), keyId, sealed.subarray(0, IV_BYTES), sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
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
