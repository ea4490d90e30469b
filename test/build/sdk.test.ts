/** What the SDK build promises to whoever serves or pins its files. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {Script} from 'node:vm';
import {brotliDecompressSync} from 'node:zlib';
import {HANT} from '../../packages/rules/src/hant-data.ts';
import {buildSdk, VERSION, type SriEntry} from '../../packages/embed/build/sdk.ts';

describe('the built SDK', () => {
  const out = mkdtempSync(join(tmpdir(), 'zwgk-build-'));
  const dir = join(out, 'v1');
  let sri: Record<string, SriEntry>;
  before(async () => {
    for (const folder of ['0.0.9', VERSION, 'v1']) {
      mkdirSync(join(out, folder, 'chunks'), {recursive: true});
      writeFileSync(join(out, folder, 'chunks/old.js'), 'export {}');
    }
    sri = await buildSdk(out);
  });
  after(() => rmSync(out, {recursive: true}));
  const text = (file: string): string => readFileSync(join(dir, file), 'utf8');

  it('is the same, byte for byte, under v1 and under its version', () => {
    const files = globSync('**/*.{js,br,json,txt}', {cwd: dir}).sort();
    assert.deepEqual(globSync('**/*.{js,br,json,txt}', {cwd: join(out, VERSION)}).sort(), files);
    for (const file of files) assert.ok(readFileSync(join(dir, file)).equals(readFileSync(join(out, VERSION, file))), file);
  });
  it('leaves other releases in place, for the pages that are pinned to them, and nothing old in its own folders', () => {
    assert.deepEqual(globSync('**/old.js', {cwd: out}), ['0.0.9/chunks/old.js']);
  });
  it('lists every script with its checksum and sizes', () => {
    assert.deepEqual(Object.keys(sri).sort(), globSync('**/*.js', {cwd: dir}).sort());
    assert.deepEqual(JSON.parse(text('sri.json')), sri);
    for (const [file, entry] of Object.entries(sri)) {
      const bytes = readFileSync(join(dir, file));
      assert.equal(entry.integrity, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, file);
      assert.equal(entry.bytes, bytes.length, file);
      const packed = readFileSync(join(dir, `${file}.br`));
      assert.equal(entry.brotli, packed.length, file);
      assert.ok(brotliDecompressSync(packed).equals(bytes), file);
    }
  });
  it('has a classic script of ASCII alone, which is one valid script and loads no other', () => {
    const bytes = readFileSync(join(dir, 'zwgk.classic.js'));
    assert.doesNotMatch(bytes.toString(), /\bimport\(/);
    assert.equal(bytes.filter((byte) => byte > 0x7f).length, 0);
    new Script(bytes.toString());
    // The same words are in it, escaped.
    assert.match(bytes.toString(), /\\u653f\\u52a1\\u516c\\u5f00/);
  });
  it('loads each element with its core, and nothing else at first', () => {
    const table = /\{"zwgk-[a-z]+":\[[^}]*\}/.exec(text('zwgk.js'))![0];
    const files = JSON.parse(table) as Record<string, string[]>;
    assert.ok(Object.keys(files).length >= 3);
    for (const [tag, [own, ...rest]] of Object.entries(files)) {
      assert.match(own!, new RegExp(`^chunks/${tag}-[\\w-]{8}\\.js$`));
      assert.ok(rest.length <= 1, `${tag} needs ${rest.join(', ')}`);
      for (const file of [own!, ...rest]) assert.ok(file in sri, file);
    }
  });
  it('keeps the sanitiser and the other languages out of the first load', () => {
    for (const file of Object.keys(sri).filter((name) => /zwgk-|core/.test(name) && name.startsWith('chunks/'))) {
      assert.doesNotMatch(text(file), /ALLOWED_TAGS|isValidAttribute/, file);
      assert.doesNotMatch(text(file), /政務公開/, file);
    }
  });
  it('holds each worker as a file that stands alone and is named where it is started', () => {
    const starters = {'local.worker': 'chunks/local-source', 'proof.worker': 'chunks/consultation.proof'};
    const plain = (file: string): string => file.replace(/-[\w-]{8}\.js$/, '');
    const workers = Object.keys(sri).filter((file) => file.includes('.worker-'));
    assert.deepEqual(
      workers.map(plain),
      Object.keys(starters).map((name) => `chunks/${name}`),
    );
    for (const [i, starter] of Object.values(starters).entries()) {
      assert.ok(!/\bimport\b|\bexport\b|\bdocument\.|\bwindow\b/.test(text(workers[i]!)), 'needs no other file, and no page');
      assert.ok(!text(workers[i]!).includes(HANT.slice(100, 110)), 'the index brings its own pairs');
      const naming = Object.keys(sri).filter((file) => text(file).includes(workers[i]!));
      assert.deepEqual(naming.map(plain), [starter, 'zwgk.classic.js']);
      // Other elements in the classic script make files for their readers to keep; no script is made of text.
      assert.doesNotMatch(text(naming[0]!), /new Blob\(|createObjectURL/);
      for (const file of naming) assert.doesNotMatch(text(file), /Worker\([^)]*(?:Blob|createObjectURL)|data:text\/javascript/, file);
    }
  });
  it('holds no look-up that an id in the page can answer, and no policy name but its own', () => {
    for (const file of Object.keys(sri)) {
      assert.doesNotMatch(
        text(file),
        /PolyfillSupport|HydrateSupport|lit\w*Versions|reactiveElementVersions|litIssuedWarnings|litPropertyMetadata|litNonce|ShadyCSS/,
        file,
      );
      assert.doesNotMatch(text(file), /createPolicy\(["'`](?!zwgk["'`])/, file);
    }
  });
  it('holds no source path, no comment and no remote address to load from', () => {
    for (const file of Object.keys(sri)) {
      assert.doesNotMatch(text(file), /\/packages\/|node_modules|sourceMappingURL|@license/, file);
      assert.doesNotMatch(text(file), /import\(["'`]https?:/, file);
    }
  });
  it('states the licence of every library in it', () => {
    for (const name of ['lit ', 'lit-html ', 'lit-element ', '@lit/task ', 'dompurify ', 'fuse.js ', '@noble/hashes '])
      assert.ok(text('licenses.txt').includes(name), name);
  });
});
