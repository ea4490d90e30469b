/** The SDK under `/sdk/`, the demo pages under `/` and `/demo/`, pictures, sound and film of the sample under `/sample-media/`. */
import {readFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Context, Hono} from 'hono';
import type {Env} from '../http/api.ts';
import {acceptedEncoding, type Encoding} from '../http/encoding.ts';
import {REVALIDATE} from '../http/headers.ts';
import {Files, type StaticFile} from './files.ts';
import {page} from './page.ts';
import {byteRange} from './range.ts';
import {VENDOR} from './vendor.ts';

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));

export interface StaticFolders {
  /** What the SDK's build writes: `v1/` and one folder per version. */
  readonly sdk: string;
  readonly demo: string;
  readonly media?: string;
}

export const DEFAULT_FOLDERS: Required<StaticFolders> = {
  sdk: join(PACKAGES, 'embed/dist/sdk'),
  demo: join(PACKAGES, 'server/demo'),
  media: join(PACKAGES, 'server/sample/media'),
};

const FOREVER = 'public, max-age=31536000, immutable';
const ANYWHERE = {'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin'};
const COMMON = {'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin', Vary: 'Accept-Encoding'};

export function staticRoutes(app: Hono<Env>, folders: StaticFolders = DEFAULT_FOLDERS): void {
  const sdk = new Files(folders.sdk);
  const demo = new Files(folders.demo);
  app.get('/sdk/*', (c) => serveSdk(c, sdk));
  for (const [path, file] of Object.entries(VENDOR)) {
    const folder = new Files(dirname(file));
    app.get(path, (c) => serveVendor(c, folder, basename(file)));
  }
  const media = new Files(folders.media ?? DEFAULT_FOLDERS.media);
  app.get('/sample-media/*', (c) => serveMedia(c, media, c.req.path.slice('/sample-media'.length)));
  app.get('/demo/*', (c) => serveDemo(c, demo, folders.demo, c.req.path.slice('/demo'.length)));
  app.get('*', (c) => serveDemo(c, demo, folders.demo, c.req.path));
}

/** Files under a version number, and chunks with a hash in their name, never change; the entries of `v1` do. */
const isImmutable = (path: string): boolean => /^\/\d+\.\d+\.\d+\//.test(path) || /^\/v\d+\/chunks\//.test(path);

async function serveSdk(c: Context<Env>, files: Files): Promise<Response> {
  const path = c.req.path.slice('/sdk'.length);
  const file = path.endsWith('/') ? undefined : await files.read(path, encodingFor(c));
  const open = {...COMMON, ...ANYWHERE};
  if (!file) return notFound(c, open);
  return send(c, file, {...open, 'Cache-Control': isImmutable(path) ? FOREVER : REVALIDATE});
}

const encodingFor = (c: Context<Env>): Encoding | undefined => acceptedEncoding(c.req.header('accept-encoding'));

/** Sound and film in pieces too: browsers ask for them when a visitor seeks. */
async function serveMedia(c: Context<Env>, files: Files, path: string): Promise<Response> {
  const open = {...COMMON, ...ANYWHERE, 'Cache-Control': REVALIDATE, 'Accept-Ranges': 'bytes'};
  const range = c.req.header('range');
  const file = path.endsWith('/') ? undefined : await files.read(path, range === undefined ? encodingFor(c) : undefined);
  if (!file) return notFound(c, open);
  const condition = c.req.header('if-range');
  const piece = condition === undefined || condition === file.etag ? byteRange(range, file.bytes.length) : undefined;
  if (!piece) return send(c, file, open);
  const {start, end} = piece;
  const headers = {...open, 'Content-Type': file.type, ETag: file.etag};
  if (start > end) return new Response(null, {status: 416, headers: {...headers, 'Content-Range': `bytes */${file.bytes.length}`}});
  const at = `bytes ${start}-${end}/${file.bytes.length}`;
  return new Response(new Uint8Array(file.bytes.subarray(start, end + 1)), {status: 206, headers: {...headers, 'Content-Range': at}});
}

async function serveDemo(c: Context<Env>, files: Files, root: string, path: string): Promise<Response> {
  const file = path.endsWith('/headers.json') ? undefined : await files.read(path, encodingFor(c));
  if (!file) {
    if (path === '/') return c.html(page('政务公开数据服务', '<p>服务已启动。接口在 <a href="/api/v1/health">/api/v1</a>。</p>'));
    // Two slashes in front would name another host.
    return (await files.isFolder(path)) ? c.redirect(`/${c.req.path.replace(/^[\\/]+/, '')}/`, 301) : notFound(c, COMMON);
  }
  const own = file.type.startsWith('text/html') ? await headersOf(join(root, path.slice(0, path.lastIndexOf('/')))) : {};
  return send(c, file, {...COMMON, 'Cache-Control': REVALIDATE, ...own});
}

async function serveVendor(c: Context<Env>, files: Files, name: string): Promise<Response> {
  const file = await files.read(name, encodingFor(c));
  return file ? send(c, file, {...COMMON, 'Cache-Control': REVALIDATE}) : notFound(c, COMMON);
}

/** What a page folder's `headers.json` asks for: an encoding of its own, a policy of its own. */
async function headersOf(folder: string): Promise<Record<string, string>> {
  const text = await readFile(join(folder, 'headers.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  return Object.fromEntries(Object.entries(JSON.parse(text) as Record<string, string>).map(([name, value]) => [canonical(name), value]));
}

const canonical = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

function send(c: Context<Env>, file: StaticFile, headers: Record<string, string>): Response {
  const all = {'Content-Type': file.type, ETag: file.etag, ...(file.encoding ? {'Content-Encoding': file.encoding} : {}), ...headers};
  if (c.req.header('if-none-match')?.includes(file.etag)) return new Response(null, {status: 304, headers: all});
  return new Response(new Uint8Array(file.bytes), {headers: all});
}

function notFound(c: Context<Env>, headers: Record<string, string>): Response {
  const varying = {...headers, Vary: 'Accept, Accept-Encoding'};
  const wantsPage = (c.req.header('accept') ?? '').includes('text/html');
  if (!wantsPage) return c.text('Not found', 404, varying);
  return c.html(page('没有这个页面', '<p>网址可能写错了，或者页面已经撤下。<a href="/">回到首页</a></p>'), 404, varying);
}
