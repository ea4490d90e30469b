/** Files for an application that is still being written. */
import type {Upload} from '@zwgk/contract';
import {ApiError} from './api-error.ts';
import type {ZwgkClient} from './client.ts';
import {request, type Transport} from './http.ts';
import {expectAnswer} from './write.ts';

const {XMLHttpRequest: Request} = globalThis;

/** Milliseconds in which no byte has left, or no answer has come, until an upload counts as timed out. */
const STALL = 30_000;
/** The longest that a timer can be: an upload that moves may take as long as it takes. */
const UNLIMITED = 2 ** 31 - 1;

/** The network for uploads: `fetch` tells nobody how far a body has got. */
const uploading: Transport = (url, {method, headers, body, signal}, onSent) =>
  new Promise((resolve, reject) => {
    const xhr = new Request();
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
      xhr.abort();
    };
    const stalled = (): void => fail(new ApiError('timeout', url));
    let timer = setTimeout(stalled, STALL);
    xhr.upload.onprogress = ({loaded}) => {
      clearTimeout(timer);
      timer = setTimeout(stalled, STALL);
      onSent?.(loaded);
    };
    xhr.onload = () => {
      clearTimeout(timer);
      const lines = xhr.getAllResponseHeaders().trim().split('\r\n');
      const headers = lines.filter(Boolean).map((line): [string, string] => line.split(/:\s*(.*)/, 2) as [string, string]);
      resolve(new Response(xhr.response as string, {status: xhr.status, headers}));
    };
    xhr.onerror = () => fail(new TypeError('upload failed'));
    signal?.addEventListener('abort', () => fail(new TypeError('upload stopped')));
    xhr.open(method!, url);
    for (const [name, value] of Object.entries(headers as Record<string, string>)) xhr.setRequestHeader(name, value);
    xhr.send(body as Blob);
  });

export interface UploadOptions {
  readonly signal?: AbortSignal;
  /** Told of the bytes that have left; the last may be more than the file has. */
  readonly onProgress?: (bytes: number) => void;
}

const isUpload = {
  status: 201,
  is: ({id, name, bytes}: Partial<Upload>): boolean => /^[\w-]{22}$/.test(id ?? '') && typeof name === 'string' && bytes! > 0,
};

/**
 * Stages one file; it counts as failed after 30 seconds in which no byte has left.
 * @throws ApiError `rejected` with problem code `file-refused` or `payload-too-large`.
 */
export async function stageUpload(client: ZwgkClient, file: File, {signal, onProgress}: UploadOptions = {}): Promise<Upload> {
  const url = `${client.endpoint}/uploads`;
  const headers = {'content-type': 'application/octet-stream', 'upload-name': encodeURIComponent(file.name)};
  const transport: Transport = (to, init) => (client.transport ?? uploading)(to, init, onProgress);
  const init: RequestInit = {method: 'POST', headers, body: file};
  const answer = await request(url, signal ?? new AbortController().signal, transport, {init, timeout: UNLIMITED});
  return expectAnswer<Upload>(url, answer, isUpload);
}

/** Forgets a staged file; one that is gone already is fine. */
export async function discardUpload(client: ZwgkClient, id: string, signal?: AbortSignal): Promise<void> {
  const url = `${client.endpoint}/uploads/${encodeURIComponent(id)}`;
  await request(url, signal ?? new AbortController().signal, client.transport, {init: {method: 'DELETE'}});
}
