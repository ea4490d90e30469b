/** `npm run new reading-room` makes a slice that is complete, typed, lint-clean, formatted, and whose tests pass. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {ESLint} from 'eslint';
import * as prettier from 'prettier';
import tseslint from 'typescript-eslint';
import {findBrowsers} from '../../scripts/browsers.mjs';
import {missingFiles} from '../../scripts/checks/slices.mjs';
import {analyse} from '../../scripts/checks/templates.mjs';

const SLICE = 'packages/elements/src/reading-room';
const {chromium} = findBrowsers();

const node = (...args: string[]) => spawnSync(process.execPath, args, {encoding: 'utf8', env: {...process.env, ENGINES: 'chromium'}});

describe('a new slice', () => {
  let root: string;
  let files: string[];
  // Inside the repository, so that libraries are found; a copy, so that nothing of the repository changes.
  before(() => {
    mkdirSync('.cache', {recursive: true});
    root = resolve(mkdtempSync('.cache/new-slice-'));
    for (const path of ['packages/elements/src', 'packages/elements/package.json', 'packages/embed/src/table.ts', 'stories']) {
      cpSync(path, join(root, path), {recursive: true});
    }
    const made = node('scripts/new-slice.mjs', 'reading-room', '--root', root);
    assert.equal(made.status, 0, made.stderr);
    files = [...globSync(`${SLICE}/*.ts`, {cwd: root}), 'stories/reading-room.stories.ts'];
  });
  after(() => rmSync(root, {recursive: true}));
  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  it('is complete, and nothing in it is called sample', () => {
    assert.deepEqual(
      missingFiles(root).filter((file) => file.includes('reading-room')),
      [],
    );
    for (const file of files) assert.doesNotMatch(read(file).replaceAll('sample data', ''), /sample/i, file);
    assert.match(read(`${SLICE}/reading-room.ts`), /class ZwgkReadingRoom /);
    assert.match(read(`${SLICE}/reading-room.events.ts`), /'zwgk-reading-room-error'/);
  });
  it('is listed where pages, bundlers and the loader look', () => {
    const {exports} = JSON.parse(read('packages/elements/package.json')) as {exports: Record<string, string>};
    assert.equal(exports['./reading-room'], './src/reading-room/zwgk-reading-room.ts');
    assert.match(read('packages/elements/src/index.ts'), /ZwgkReadingRoom/);
    assert.match(
      read('packages/embed/src/table.ts'),
      /'zwgk-reading-room': async \(\) => \{\s+await import\('@zwgk\/elements\/reading-room'\);/,
    );
  });
  it('has the right types', () => {
    const options = {
      extends: resolve('test/tsconfig.json'),
      compilerOptions: {
        composite: false,
        emitDeclarationOnly: false,
        noEmit: true,
        rootDir: resolve('.'),
        paths: {'@zwgk/elements/reading-room': [join(root, SLICE, 'zwgk-reading-room.ts')]},
      },
      include: [`${SLICE}/*.ts`, 'stories/reading-room.stories.ts'],
      references: [],
    };
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(options));
    const {status, stdout} = node('node_modules/typescript/bin/tsc', '-p', root, '--pretty', 'false');
    assert.equal(status, 0, stdout);
  });
  it('has templates that fit its element', () => assert.deepEqual(analyse(files.map((file) => join(root, file))), []));
  it('is formatted, and obeys the lint', async () => {
    const eslint = new ESLint({overrideConfig: [tseslint.configs.disableTypeChecked]});
    for (const file of files) {
      const options = await prettier.resolveConfig(file);
      assert.ok(await prettier.check(read(file), {...options, filepath: file}), `${file} is not formatted`);
      const [result] = await eslint.lintText(read(file), {filePath: file});
      assert.deepEqual(result!.messages, [], file);
    }
  });
  it('passes its own tests', {skip: chromium ? false : 'Chromium is not installed'}, () => {
    const tests = globSync(join(root, SLICE, '*.test.ts'));
    assert.equal(tests.length, 3);
    const {status, stdout} = node('node_modules/@web/test-runner/dist/bin.js', '--files', ...tests);
    assert.equal(status, 0, stdout);
    const {passed, failed} = JSON.parse(readFileSync('.cache/browser-counts.json', 'utf8')) as {passed: number; failed: number};
    assert.ok(passed >= 10 && failed === 0, stdout);
  });
  it('refuses a name that is taken, or is none', () => {
    for (const name of ['reading-room', 'foundation', 'Reading', '']) {
      assert.equal(node('scripts/new-slice.mjs', name, '--root', root).status, 1, name);
    }
  });
});
