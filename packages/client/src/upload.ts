/** Files for an application that is still being written. */
import type {Upload} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {request, type Transport} from './http.ts';
import {expectAnswer, WRITE_TIMEOUT} from './write.ts';

const {XMLHttpRequest: Request} = globalThis;

/** The network for uploads: `fetch` tells nobody how far a body has got. */
const uploading: Transport = (url, {method, headers, body, signal}, onSent) =>
  new Promise((resolve, reject) => {
    const xhr = new Request();
    xhr.open(method!, url);
    for (const [name, value] of Object.entries(headers as Record<string, string>)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = (event) => onSent?.(event.loaded);
    xhr.onload = () => {
      const type = xhr.getResponseHeader('content-type') ?? '';
      const after = xhr.getResponseHeader('retry-after');
      resolve(
        new Response(xhr.response as string, {
          status: xhr.status,
          headers: {'content-type': type, ...(after ? {'retry-after': after} : {})},
        }),
      );
    };
    xhr.onerror = () => reject(new TypeError('upload failed'));
    xhr.onabort = xhr.onerror;
    signal?.addEventListener('abort', () => xhr.abort());
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
  const answer = await request(url, signal ?? new AbortController().signal, client.transport ?? uploading, {
    init: {method: 'POST', headers, body: file},
    timeout: WRITE_TIMEOUT,
    onSent: (bytes) => onProgress?.(bytes),
  });
  return expectAnswer<Upload>(url, answer, isUpload);
}

/** Forgets a staged file; one that is gone already is fine. */
export async function discardUpload(client: ZwgkClient, id: string, signal?: AbortSignal): Promise<void> {
  const url = `${client.endpoint}/uploads/${encodeURIComponent(id)}`;
  await request(url, signal ?? new AbortController().signal, client.transport, {init: {method: 'DELETE'}});
}
