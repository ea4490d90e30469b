/** Files below one folder, and nothing else: no path of a request can leave it. */
import {createHash} from 'node:crypto';
import {readFile, realpath, stat} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';

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
};
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

export interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** Strong validator of the bytes. */
  readonly etag: string;
  /** `br` when the bytes are the compressed copy beside the file. */
  readonly encoding?: 'br';
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
   * The file at a path below the root, or its `.br` copy where that is wanted and there.
   * @param path Segments between `/`, as in the URL; a folder stands for its `index.html`.
   */
  async read(path: string, brotli = false): Promise<StaticFile | undefined> {
    const segments = path.split('/').filter(Boolean);
    if (!segments.every((segment) => SEGMENT.test(segment))) return undefined;
    const wanted = path.endsWith('/') || path === '' ? [...segments, 'index.html'] : segments;
    const type = TYPES[extname(wanted.at(-1)!)];
    if (type === undefined) return undefined;
    const file = join(this.#root, ...wanted);
    return (brotli ? await this.#load(`${file}.br`, type, 'br') : undefined) ?? (await this.#load(file, type));
  }

  /** Whether the path names a folder, so that a browser must ask for it with a slash at the end. */
  async isFolder(path: string): Promise<boolean> {
    const segments = path.split('/').filter(Boolean);
    if (segments.length === 0 || !segments.every((segment) => SEGMENT.test(segment))) return false;
    return (await stat(join(this.#root, ...segments)).catch(() => undefined))?.isDirectory() ?? false;
  }

  async #load(file: string, type: string, encoding?: 'br'): Promise<StaticFile | undefined> {
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
