/**
 * Builds the SDK: `dist/sdk/v1/` and, with the same bytes, the immutable `dist/sdk/<version>/`.
 *
 *   zwgk.js           the loader, an ES module
 *   chunks/*.js       core, one chunk an element, and what is loaded on demand; each name carries a hash of its content
 *   zwgk.classic.js   everything in one ASCII script
 *   sri.json          {file: {integrity, bytes, brotli}}, sizes in bytes
 *   licenses.txt      licences of the bundled libraries
 *   *.br              the scripts again, compressed
 *
 * `node packages/embed/build.mjs [--out DIR]`
 */
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {brotliCompressSync, constants} from 'node:zlib';
import htmlLiterals from 'rollup-plugin-html-literals';
import {build} from 'vite';
import {toAscii} from './build/ascii.mjs';
import {hardenLit} from './build/harden-lit.mjs';
import {collectLicenses} from './build/licenses.mjs';
import {preload} from './build/preload.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Release of the SDK: the package's version. */
export const {version: VERSION} = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
/** Where `npm run build` puts the SDK. */
export const SDK_DIR = join(HERE, 'dist/sdk');

const CHUNKS = {chunkFileNames: 'chunks/[name]-[hash].js', codeSplitting: {groups: [{name: 'core', minShareCount: 2}]}};

/** One Vite build in memory; answers its outputs. */
async function bundle(entry, output, plugins) {
  const result = await build({
    configFile: false,
    root: HERE,
    logLevel: 'warn',
    define: {__ZWGK_VERSION__: JSON.stringify(VERSION), 'process.env.NODE_ENV': '"production"'},
    plugins: [htmlLiterals({include: '**/packages/elements/src/**', failOnError: true}), hardenLit(), ...plugins],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: {entry: join(HERE, entry), formats: [output.format], name: 'zwgk'},
      rolldownOptions: {output: {minify: true, comments: false, ...output}},
    },
  });
  return result[0].output;
}

/** Sizes and checksum of a file, as sri.json and the size check state them. */
function describe(bytes, packed) {
  return {integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`, bytes: bytes.length, brotli: packed.length};
}

const brotli = (bytes) =>
  brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}});

/** Builds into `out`, which is emptied first; answers what sri.json holds. */
export async function buildSdk(out = SDK_DIR) {
  const licenses = collectLicenses();
  const modules = await bundle('src/loader.ts', {format: 'es', entryFileNames: 'zwgk.js', ...CHUNKS}, [preload(), licenses.plugin]);
  const [classic] = await bundle('src/classic.ts', {format: 'iife', entryFileNames: 'zwgk.classic.js', codeSplitting: false}, []);
  const files = [...modules, {fileName: classic.fileName, code: toAscii(classic.code)}].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));

  rmSync(out, {recursive: true, force: true});
  const dir = join(out, 'v1');
  mkdirSync(join(dir, 'chunks'), {recursive: true});
  const sri = {};
  for (const {fileName, code} of files) {
    const bytes = Buffer.from(code);
    const packed = brotli(bytes);
    writeFileSync(join(dir, fileName), bytes);
    writeFileSync(join(dir, `${fileName}.br`), packed);
    sri[fileName] = describe(bytes, packed);
  }
  writeFileSync(join(dir, 'sri.json'), `${JSON.stringify(sri, null, 2)}\n`);
  writeFileSync(join(dir, 'licenses.txt'), licenses.text());
  cpSync(dir, join(out, VERSION), {recursive: true});
  return sri;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {out} = parseArgs({options: {out: {type: 'string', default: SDK_DIR}}}).values;
  const started = performance.now();
  const sri = await buildSdk(resolve(out));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`SDK ${VERSION}: ${Object.keys(sri).length} scripts in ${join(resolve(out), 'v1')} (${seconds} s)`);
}
