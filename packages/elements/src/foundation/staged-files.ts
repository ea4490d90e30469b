/** Files of a form: each goes to the server on its own, with its progress, and can be stopped and sent again. */
import type {ReactiveControllerHost} from 'lit';
import {ApiError, discardUpload, stageUpload, type ZwgkClient} from '@zwgk/client';

/** Kinds that the server takes, by the name's end. */
export const FILE_TYPES = '.jpg,.jpeg,.png,.pdf,.docx';
const TAKEN = /\.(?:jpe?g|png|pdf|docx)$/i;

/** Why a file is not on the server. */
export type FileTrouble = 'kind' | 'size' | 'empty' | 'many' | 'changed' | 'refused' | 'network';

export interface ChosenFile {
  readonly file: File;
  readonly sent: number;
  /** Its id on the server, once it is there. */
  readonly id?: string;
  readonly trouble?: FileTrouble;
}

/** Whether the file can still be read as it was when it was chosen. */
const readable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** Ids of what is on the server, and how many are still on their way. */
export interface Staged {
  readonly ids: readonly string[];
  readonly waiting: number;
}

/** How much a field takes. */
export interface FileLimits {
  bytes(): number;
  /** Files of a field. */
  count(field: string): number;
}

export class StagedFiles {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => ZwgkClient | undefined;
  readonly #limits: FileLimits;
  readonly #say: (field: string, chosen: ChosenFile) => void;
  readonly #lists = new Map<string, readonly ChosenFile[]>();
  readonly #aborts = new Map<File, AbortController>();
  /** One after the other: a slow line finishes one file rather than none. */
  #queue: Promise<unknown> = Promise.resolve();

  /** @param say Told when a file is there or cannot be. */
  constructor(
    host: ReactiveControllerHost,
    client: () => ZwgkClient | undefined,
    limits: FileLimits,
    say: (field: string, chosen: ChosenFile) => void,
  ) {
    this.#host = host;
    this.#client = client;
    this.#limits = limits;
    this.#say = say;
  }

  of(field: string): readonly ChosenFile[] {
    return this.#lists.get(field) ?? [];
  }

  /** What is there of every field, for the request. */
  get staged(): Readonly<Record<string, Staged>> {
    return Object.fromEntries(
      [...this.#lists].map(([field, list]) => [
        field,
        {ids: list.flatMap(({id}) => id ?? []), waiting: list.filter(({id, trouble}) => !id && !trouble).length},
      ]),
    );
  }

  /** Sends what was chosen; what cannot be taken is listed with the reason. */
  add(field: string, files: Iterable<File>): void {
    for (const file of files) {
      const trouble = this.#wrong(field, file);
      this.#lists.set(field, [...this.of(field), {file, sent: 0, ...(trouble ? {trouble} : {})}]);
      if (trouble) this.#say(field, {file, sent: 0, trouble});
      else this.#send(field, file);
    }
    this.#host.requestUpdate();
  }

  again(field: string, file: File): void {
    this.#change(field, {file, sent: 0});
    this.#send(field, file);
  }

  /** Stops and forgets a file, here and on the server. */
  remove(field: string, file: File): void {
    this.#aborts.get(file)?.abort();
    const id = this.of(field).find((one) => one.file === file)?.id;
    this.#lists.set(
      field,
      this.of(field).filter((one) => one.file !== file),
    );
    const client = this.#client();
    if (id && client) void discardUpload(client, id).catch(() => undefined);
    this.#host.requestUpdate();
  }

  /** Forgets everything; what is on the server is collected there. */
  clear(): void {
    for (const abort of this.#aborts.values()) abort.abort();
    this.#lists.clear();
  }

  /** The server no longer has these files: each has to be sent again. */
  expire(): void {
    for (const [field, list] of this.#lists)
      this.#lists.set(
        field,
        list.map(({file, id, ...rest}) => (id ? {file, sent: 0, trouble: 'network' as const} : {file, ...rest})),
      );
    this.#host.requestUpdate();
  }

  #wrong(field: string, file: File): FileTrouble | undefined {
    if (!TAKEN.test(file.name)) return 'kind';
    if (file.size === 0) return 'empty';
    if (file.size > this.#limits.bytes()) return 'size';
    return this.of(field).filter(({trouble}) => !trouble).length >= this.#limits.count(field) ? 'many' : undefined;
  }

  #send(field: string, file: File): void {
    const abort = new AbortController();
    this.#aborts.set(file, abort);
    const run = (): Promise<void> => (abort.signal.aborted ? Promise.resolve() : this.#stage(field, file, abort.signal));
    this.#queue = this.#queue.then(run);
  }

  async #stage(field: string, file: File, signal: AbortSignal): Promise<void> {
    const client = this.#client();
    try {
      if (!client) throw new ApiError('unreachable', '');
      const onProgress = (sent: number): void => this.#change(field, {file, sent: Math.min(sent, file.size)});
      const {id} = await stageUpload(client, file, {signal, onProgress});
      this.#change(field, {file, sent: file.size, id}, true);
    } catch (error) {
      const {code} = error as ApiError;
      if (code === 'aborted') return;
      const trouble = !(await readable(file)) ? 'changed' : code === 'rejected' ? 'refused' : 'network';
      this.#change(field, {file, sent: 0, trouble}, true);
    } finally {
      this.#aborts.delete(file);
    }
  }

  /** Changes a file that is still listed. */
  #change(field: string, next: ChosenFile, tell = false): void {
    if (!this.of(field).some(({file}) => file === next.file)) return;
    this.#lists.set(
      field,
      this.of(field).map((one) => (one.file === next.file ? next : one)),
    );
    if (tell) this.#say(field, next);
    this.#host.requestUpdate();
  }
}
