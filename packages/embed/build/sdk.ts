/**
 * Builds the SDK: `dist/sdk/v1/` and, with the same bytes, the immutable `dist/sdk/<version>/`.
 *
 *   zwgk.js           the loader, an ES module
 *   chunks/*.js       core, one chunk an element, and what is loaded on demand; each name carries a hash of its content;
 *                     the workers among them, which stand alone
 *   zwgk.classic.js   everything in one ASCII script
 *   sri.json          {file: {integrity, bytes, brotli}}, sizes in bytes; on a tag, the loader's covers no chunk
 *   licenses.txt      licences of the bundled libraries
 *   *.br              the scripts again, compressed
 */
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import {build, type Plugin, type Rolldown} from 'vite';
import {toAscii} from './ascii.ts';
import {hardenLit} from './harden-lit.ts';
import {collectLicenses} from './licenses.ts';
import {minifyLiterals} from './literals.ts';
import {preload} from './preload.ts';
import {shortNames} from './short-names.ts';
import {workers, WORKERS} from './workers.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** What it shares with Storybook. */
const VITE_CONFIG = join(ROOT, '../../vite.config.ts');

/** Release of the SDK: the package's version. */
export const {version: VERSION} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};
/** Where `npm run build` puts the SDK. */
export const SDK_DIR = join(ROOT, 'dist/sdk');

/** One script of the SDK; sizes in bytes. */
export interface SriEntry {
  readonly integrity: string;
  readonly bytes: number;
  readonly brotli: number;
}

/** Modules that no element needs for its first view: they stay out of the core, however many chunks share them. */
const ON_DEMAND = [
  /\/(?:diagnose|directory|explain|in-slices|more-icons|sanitise|save-file|script-url|start-worker|tokens\.dark|trouble)\.ts$/,
  /\/(?:doc-number|fold|hant-data|interpretation\.back|lit-up|lit-up\.styles|passages|search\.icons|uncover)\.ts$/,
  /\/(?:applications|comparison(?:\.strings|\.styles)?|consultations|document-lists|durable|file(?:-list|\.strings|\.styles)|staged-files|encode-json|idle-watch|keyed-send|meetings|field\.styles|upload|write)\.ts$/,
  /\/rules\/src\/(?:(?:application|consultation|meeting)\/|(?:identifiers|passage|places|section-text)\.ts$)/,
  /\/lit(?:-html)?\/directives?(?:\/|-helpers|\.js$)/,
  /\.strings\.(?:en|zh-hant)\.ts$/,
  /\/(?:approx-string-match|dompurify)\//,
  // What only the files of one slice share is its own affair.
  /\/elements\/src\/(?!foundation\/|controllers\/)/,
];
const isOnDemand = (id: string): boolean => ON_DEMAND.some((pattern) => pattern.test(id));

const CHUNK = 'chunks/[name]-[hash].js';

/** What two elements or more share is the core; the rest stays with its element. */
const CHUNKS: Rolldown.OutputOptions = {
  chunkFileNames: CHUNK,
  codeSplitting: {groups: [{name: 'core', minShareCount: 2, test: (id) => !isOnDemand(id)}]},
};

/** One Vite build in memory; answers its scripts. */
async function bundle(
  entry: string,
  format: 'es' | 'iife',
  output: Rolldown.OutputOptions,
  plugins: Plugin[],
): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: VITE_CONFIG,
    configLoader: 'native',
    root: ROOT,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      modulePreload: false,
      lib: {entry: resolve(ROOT, entry), formats: [format], name: 'zwgk'},
      // Vite's library output keeps its white space unless it is told here.
      rolldownOptions: {checks: {pluginTimings: false}, output: {minify: true, comments: false, ...output}},
    },
  });
  const [{output: files}] = result as [Rolldown.RolldownOutput];
  return files.filter((file) => file.type === 'chunk');
}

function brotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}});
}

/** Writes a script and its compressed copy. */
function writeScript(file: string, code: string): SriEntry {
  const bytes = Buffer.from(code);
  const packed = brotli(bytes);
  writeFileSync(file, bytes);
  writeFileSync(`${file}.br`, packed);
  return {integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`, bytes: bytes.length, brotli: packed.length};
}

/** Builds into `out`; answers what sri.json holds. Other releases there stay: pages are pinned to them. */
export async function buildSdk(out: string = SDK_DIR): Promise<Record<string, SriEntry>> {
  const licenses = collectLicenses();
  const alone: Rolldown.OutputChunk[] = [];
  for (const {entry, plugins = () => []} of WORKERS)
    alone.push(...(await bundle(entry, 'es', {entryFileNames: CHUNK, codeSplitting: false}, [...plugins(), licenses.plugin])));
  const plugins = (): Plugin[] => [minifyLiterals(), hardenLit(), workers(alone.map(({fileName}) => fileName)), shortNames()];
  const modules = await bundle('src/loader.ts', 'es', {entryFileNames: 'zwgk.js', ...CHUNKS}, [...plugins(), preload(), licenses.plugin]);
  const [classic] = await bundle('src/classic.ts', 'iife', {entryFileNames: 'zwgk.classic.js', codeSplitting: false}, plugins());
  const scripts = [...modules, ...alone, {fileName: classic!.fileName, code: toAscii(classic!.code)}];

  const [dir, pinned] = [join(out, 'v1'), join(out, VERSION)];
  for (const old of [dir, pinned]) rmSync(old, {recursive: true, force: true});
  mkdirSync(join(dir, 'chunks'), {recursive: true});
  const sri = Object.fromEntries(
    scripts.map(({fileName, code}) => [fileName, writeScript(join(dir, fileName), code)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(join(dir, 'sri.json'), `${JSON.stringify(sri, null, 2)}\n`);
  writeFileSync(join(dir, 'licenses.txt'), licenses.text());
  cpSync(dir, pinned, {recursive: true});
  return sri;
}
