/** Content codings (RFC 9110 §8.4): which one a client takes, and bodies and validators in it. */
import {pipeline, Readable, type Transform} from 'node:stream';
import {promisify} from 'node:util';
import {brotliCompress, constants, createBrotliCompress, createGzip, gzip} from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Where Brotli is about as quick as gzip, and its result smaller. */
const BROTLI = {params: {[constants.BROTLI_PARAM_QUALITY]: 4}};
/** A stream lives as long as its reader likes: with the usual window each would hold 12 MB. */
const BROTLI_STREAM = {params: {...BROTLI.params, [constants.BROTLI_PARAM_LGWIN]: 16}};
/** Shorter texts fit into one packet as they are. */
const WORTH_IT = 1024;
const COMPRESSIBLE = /^text\/|[/+](?:json|xml|yaml|javascript)(?:;|$)/;

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];
const streaming: Readonly<Record<Encoding, () => Transform>> = {br: () => createBrotliCompress(BROTLI_STREAM), gzip: () => createGzip()};
const suffix: Readonly<Record<Encoding, string>> = {br: '-br', gzip: '-gz'};

/** Whether `Accept-Encoding` names the coding, and not to refuse it. */
const accepts = (header: string, coding: string): boolean =>
  header.split(',').some((part) => new RegExp(`^\\s*${coding}\\s*(?:;|$)`).test(part) && !/;\s*q=0(?:\.0*)?\s*$/.test(part));

/** The best coding that the client names: Brotli before gzip, whatever their weights. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  if (header === undefined) return undefined;
  return (['br', 'gzip'] as const).find((coding) => accepts(header, coding));
}

/** The strong validator of the same state in another coding: other bytes, so another tag (RFC 9110 §8.8.3.3). */
export const encodedTag = (tag: string, encoding: Encoding): string => tag.replace(/"$/, `${suffix[encoding]}"`);

/** The validator without its coding. */
export const plainTag = (tag: string): string => tag.replace(/-(?:br|gz)"$/, '"');

/** Whether a body of this media type gets smaller; `length` when it is known. */
export const isWorthEncoding = (type: string, length = WORTH_IT): boolean => length >= WORTH_IT && COMPRESSIBLE.test(type);

export const encodeBytes = (bytes: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br' ? toBrotli(bytes, BROTLI) : toGzip(bytes);

/** Whoever stops reading stops the source as well; a source that fails ends the answer unfinished. */
function encodeStream(body: ReadableStream, encoding: Encoding): ReadableStream {
  const encoder = streaming[encoding]();
  pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), encoder, () => undefined);
  return Readable.toWeb(encoder) as ReadableStream;
}

/** The body as the client likes it best; what that changes is written into `headers`, which name its type and validator. */
export async function encodeBody(
  body: string | ReadableStream,
  headers: Record<string, string>,
  acceptEncoding: string | undefined,
): Promise<BodyInit> {
  const encoding = acceptedEncoding(acceptEncoding);
  const bytes = typeof body === 'string' ? Buffer.from(body) : undefined;
  if (!encoding || !isWorthEncoding(headers['Content-Type'] ?? '', bytes?.length)) return body;
  headers['Content-Encoding'] = encoding;
  if (headers['ETag']) headers['ETag'] = encodedTag(headers['ETag'], encoding);
  return bytes ? new Uint8Array(await encodeBytes(bytes, encoding)) : encodeStream(body as ReadableStream, encoding);
}
