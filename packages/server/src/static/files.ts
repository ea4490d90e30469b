/** Files below one folder, and nothing else: no path of a request can leave it. */
import {createHash} from 'node:crypto';
import {readFile, realpath, stat} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';
import {encodeBytes, encodedTag, isWorthEncoding, type Encoding} from '../http/encoding.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.vtt': 'text/vtt; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.webm': 'video/webm',
};
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

export interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** Strong validator of the bytes. */
  readonly etag: string;
  /** Set when the bytes are compressed. */
  readonly encoding?: Encoding;
}

interface Cached extends StaticFile {
  readonly stamp: string;
}

export class Files {
  readonly #root: string;
  readonly #cache = new Map<string, Cached>();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * The file at a path below the root, in the coding if that makes it smaller: its `.br` copy where there is one.
   * @param path Segments between `/`, as in the URL; a folder stands for its `index.html`.
   */
  async read(path: string, encoding?: Encoding): Promise<StaticFile | undefined> {
    const segments = path.split('/').filter(Boolean);
    if (!segments.every((segment) => SEGMENT.test(segment))) return undefined;
    const wanted = path.endsWith('/') || path === '' ? [...segments, 'index.html'] : segments;
    const type = TYPES[extname(wanted.at(-1)!)];
    if (type === undefined) return undefined;
    const file = join(this.#root, ...wanted);
    const copy = encoding === 'br' ? await this.#load(`${file}.br`, type, 'br') : undefined;
    if (copy) return copy;
    const plain = await this.#load(file, type);
    return plain && encoding ? this.#encoded(file, plain, encoding) : plain;
  }

  /** Whether the path names a folder, so that a browser must ask for it with a slash at the end. */
  async isFolder(path: string): Promise<boolean> {
    const segments = path.split('/').filter(Boolean);
    if (segments.length === 0 || !segments.every((segment) => SEGMENT.test(segment))) return false;
    return (await stat(join(this.#root, ...segments)).catch(() => undefined))?.isDirectory() ?? false;
  }

  async #encoded(file: string, plain: Cached, encoding: Encoding): Promise<StaticFile> {
    if (!isWorthEncoding(plain.type, plain.bytes.length)) return plain;
    const key = `${file} ${encoding}`;
    const cached = this.#cache.get(key);
    if (cached?.stamp === plain.stamp) return cached;
    const made = {...plain, bytes: await encodeBytes(plain.bytes, encoding), etag: encodedTag(plain.etag, encoding), encoding};
    this.#cache.set(key, made);
    return made;
  }

  async #load(file: string, type: string, encoding?: Encoding): Promise<Cached | undefined> {
    const info = await stat(file).catch(() => undefined);
    if (!info?.isFile()) return undefined;
    const stamp = `${info.mtimeMs} ${info.size}`;
    const cached = this.#cache.get(file);
    if (cached?.stamp === stamp) return cached;
    const [root, real] = await Promise.all([realpath(this.#root), realpath(file)]);
    if (!real.startsWith(root + sep)) return undefined;
    const bytes = await readFile(real);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const loaded: Cached = {bytes, type, etag, stamp, ...(encoding ? {encoding} : {})};
    this.#cache.set(file, loaded);
    return loaded;
  }
}
