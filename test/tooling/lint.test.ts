/** Every rule of our own is shown red with the smallest code that breaks it, and green with the code that people should write. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ESLint} from 'eslint';
import tseslint from 'typescript-eslint';

// The mutants exist in memory only, so no type information: our own rules need none.
const eslint = new ESLint({cwd: new URL('../..', import.meta.url).pathname, overrideConfig: [tseslint.configs.disableTypeChecked]});

async function findings(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, {filePath: file});
  return result!.messages.map((m) => `${m.ruleId ?? 'syntax'}: ${m.message}`);
}

type Case = [what: string, file: string, code: string];
const lit = "import {html} from 'lit';\n";
const SLICE = 'packages/elements/src/catalog/catalog.ts';

function red(rule: string, expected: RegExp, cases: Case[]) {
  for (const [what, file, code] of cases) {
    it(`refuses ${what}`, async () => {
      const found = await findings(file, code);
      assert.ok(
        found.some((f) => f.startsWith(`${rule}: `) && expected.test(f)),
        `expected ${rule} ${String(expected)}, found:\n${found.join('\n') || 'nothing'}`,
      );
    });
  }
}

function green(cases: Case[]) {
  for (const [what, file, code] of cases) it(`allows ${what}`, async () => assert.deepEqual(await findings(file, code), []));
}

describe('floors', () => {
  const from = (source: string) => `export * from '${source}';\n`;
  red('zwgk/floors', /imports only lower ones/, [
    ['contract importing rules', 'packages/contract/src/x.ts', from('@zwgk/rules')],
    ['rules importing client', 'packages/rules/src/x.ts', from('@zwgk/client')],
    ['client importing server, beside it', 'packages/client/src/x.ts', from('@zwgk/server')],
    ['server importing client, beside it', 'packages/server/src/app.ts', from('@zwgk/client')],
    ['elements importing embed', SLICE, from('@zwgk/embed')],
    ['a type from a higher floor', 'packages/rules/src/x.ts', "import type {A} from '@zwgk/elements';\nexport type B = A;\n"],
    ['a lazy import of a higher floor', 'packages/client/src/x.ts', "export const load = () => import('@zwgk/elements/catalog');\n"],
    ['a type query of a higher floor', 'packages/rules/src/x.ts', "export type B = import('@zwgk/client').ApiError;\n"],
    ['a package importing the tests', 'packages/elements/src/catalog/catalog.test.ts', from('../../../../test/fixtures.ts')],
  ]);
  red('zwgk/floors', /by its name/, [['a path into another package', 'packages/server/src/app.ts', from('../../rules/src/fold.ts')]]);
  red('zwgk/floors', /imports no slice|import no slice/, [
    ['foundation importing a slice', 'packages/elements/src/foundation/x.ts', from('../catalog/catalog.ts')],
    ['controllers importing a slice', 'packages/elements/src/controllers/x.ts', from('../catalog/catalog.logic.ts')],
    ['a slice importing another slice', SLICE, from('../document/document.logic.ts')],
    ['a slice importing another slice by name', SLICE, from('@zwgk/elements/document')],
    ['a slice importing the package index', SLICE, from('../index.ts')],
    ['a slice importing the fixtures', SLICE, from('../testing/fixtures.ts')],
    ['foundation importing the fixtures', 'packages/elements/src/foundation/x.ts', from('../testing/fixtures.ts')],
  ]);
  red('zwgk/floors', /own ending/, [
    ['a relative import without an ending', 'packages/rules/src/x.ts', from('./fold')],
    ['a relative import ending in .js', 'packages/rules/src/x.ts', from('./fold.js')],
  ]);
  green([
    ['rules importing contract', 'packages/rules/src/x.ts', from('@zwgk/contract')],
    ['server importing its own folder', 'packages/server/src/app.ts', from('./routes/x.ts')],
    ['a slice importing foundation', SLICE, from('../foundation/base-element.ts')],
    ['a slice importing its own folder', SLICE, from('./catalog.logic.ts')],
    ['a test importing the fixtures', 'packages/elements/src/catalog/catalog.test.ts', from('../testing/fixtures.ts')],
    ['the fixtures importing a slice', 'packages/elements/src/testing/x.ts', from('../catalog/catalog.logic.ts')],
    ['a test putting slices together', 'packages/elements/src/catalog/catalog.test.ts', from('../document/zwgk-document.ts')],
    ['the package index importing slices', 'packages/elements/src/index.ts', from('./catalog/catalog.ts')],
    ['embed importing elements', 'packages/embed/src/x.ts', from('@zwgk/elements/catalog')],
    ['a story importing everything', 'stories/x.stories.ts', from('@zwgk/elements')],
  ]);
});

describe('one home', () => {
  const fetches = 'export const get = (url: string) => fetch(url);\n';
  red('zwgk/one-home', /client\/src\/http\.ts/, [
    ['fetch in the client, outside http.ts', 'packages/client/src/client.ts', fetches],
    ['fetch in an element', SLICE, fetches],
    ['window.fetch', SLICE, "export const get = () => window.fetch('x');\n"],
    ["globalThis['fetch']", SLICE, "export const get = () => globalThis['fetch']('x');\n"],
    ['fetch in the server', 'packages/server/src/app.ts', fetches],
  ]);
  red('zwgk/one-home', /sanitise\.ts/, [
    ['dompurify in an element', SLICE, "export {default} from 'dompurify';\n"],
    ['dompurify loaded late', 'packages/server/src/app.ts', "export const purify = () => import('dompurify');\n"],
  ]);
  red('zwgk/one-home', /local\/fuzzy\.ts/, [
    ['fuse.js in an element', SLICE, "import Fuse from 'fuse.js';\nexport const f = new Fuse([]);\n"],
    [
      'a part of fuse.js',
      'packages/elements/src/search/local/rank.ts',
      "import Fuse from 'fuse.js/basic';\nexport const f = new Fuse([]);\n",
    ],
  ]);
  red('zwgk/one-home', /controllers\/resource\.ts/, [
    ['a task outside of the resource', SLICE, "import {Task} from '@lit/task';\nexport const t = Task;\n"],
  ]);
  green([
    ['fetch in http.ts', 'packages/client/src/http.ts', fetches],
    ['fetch passed in', 'packages/client/src/client.ts', 'export const get = (fetch: (u: string) => void) => fetch("x");\n'],
    [
      'dompurify in the sanitiser',
      'packages/elements/src/foundation/sanitise.ts',
      "import purify from 'dompurify';\nexport const p = purify;\n",
    ],
    [
      'fuse.js in its home',
      'packages/elements/src/search/local/fuzzy.ts',
      "import Fuse from 'fuse.js/basic';\nexport const f = new Fuse([]);\n",
    ],
    ['fetch in a test', 'packages/client/src/http.test.ts', fetches],
  ]);
});

describe('pure rules', () => {
  red('no-restricted-syntax', /clock|I\/O/, [
    ['a file read', 'packages/rules/src/x.ts', "import {readFileSync} from 'node:fs';\nexport const f = readFileSync;\n"],
    ['the time of now', 'packages/rules/src/x.ts', 'export const f = () => new Date();\n'],
    ['Date.now', 'packages/rules/src/x.ts', 'export const f = () => Date.now();\n'],
  ]);
  red('no-restricted-globals', /./, [
    ['the DOM', 'packages/rules/src/x.ts', 'export const f = () => document.title;\n'],
    ['the environment', 'packages/rules/src/x.ts', 'export const f = () => process.env;\n'],
  ]);
  green([
    ['a date of an argument', 'packages/rules/src/x.ts', 'export const f = (ms: number) => new Date(ms);\n'],
    ['a parameter called document', 'packages/rules/src/x.ts', 'export const f = (document: {id: string}) => document.id;\n'],
  ]);
});

describe('on a foreign page', () => {
  const rule = 'no-restricted-syntax';
  for (const file of [SLICE, 'packages/embed/src/loader.ts']) {
    red(rule, /./, [
      [`unsafeHTML (${file})`, file, "import {unsafeHTML} from 'lit/directives/unsafe-html.js';\nexport const u = unsafeHTML;\n"],
      [`innerHTML (${file})`, file, "export const f = (e: HTMLElement) => (e.innerHTML = 'x');\n"],
      [`['innerHTML'] (${file})`, file, "export const f = (e: HTMLElement) => (e['innerHTML'] = 'x');\n"],
      [`outerHTML (${file})`, file, "export const f = (e: HTMLElement) => (e.outerHTML = 'x');\n"],
      [`insertAdjacentHTML (${file})`, file, "export const f = (e: HTMLElement) => e.insertAdjacentHTML('beforeend', 'x');\n"],
      [`document.write (${file})`, file, "export const f = () => document.write('x');\n"],
      [`Array.from (${file})`, file, 'export const f = (l: NodeList) => Array.from(l);\n'],
      [`document.baseURI (${file})`, file, 'export const f = () => document.baseURI;\n'],
      [`document.cookie (${file})`, file, 'export const f = () => document.cookie;\n'],
      [`a style attribute (${file})`, file, `${lit}export const t = html\`<p style="color:red">x</p>\`;\n`],
      [`an inline handler (${file})`, file, `${lit}export const t = html\`<button onclick="x()">x</button>\`;\n`],
      [`Chinese in a template (${file})`, file, `${lit}export const t = html\`<p>目录</p>\`;\n`],
    ]);
    red('no-eval', /./, [[`eval (${file})`, file, "export const f = () => eval('1');\n"]]);
    red('no-new-func', /./, [[`new Function (${file})`, file, "export const f = () => new Function('1');\n"]]);
  }
  red(rule, /strings/, [
    ['a sentence outside strings', SLICE, "export const title = '目录';\n"],
    ['a sentence inside a template expression', SLICE, `${lit}export const t = html\`<p>\${'目录'}</p>\`;\n`],
  ]);
  red(rule, /Named exports/, [['a default export', 'packages/rules/src/x.ts', 'export default 1;\n']]);
  green([
    ['sentences in strings', 'packages/elements/src/catalog/catalog.strings.ts', "export const title = '目录';\n"],
    ['Chinese in a comment', SLICE, '/** 目录 */\nexport const a = 1;\n'],
    ['a spread', SLICE, 'export const f = (l: NodeListOf<Element>) => [...l];\n'],
    ['a styled class', SLICE, `${lit}export const t = html\`<p class="note">x</p>\`;\n`],
  ]);
});

describe('what the build leaves out of Lit', () => {
  const element = (declared: string): string =>
    `import {LitElement} from 'lit';\nexport class A extends LitElement {\n  static override properties = {open: {${declared}}};\n}\n`;
  red('no-restricted-syntax', /lighten-lit\.ts/, [
    ['a property that writes its attribute', SLICE, element('reflect: true')],
    ['a property with a default to fall back on', 'packages/elements/src/foundation/x.ts', element('useDefault: true')],
    ['a list in an attribute', SLICE, element('type: Array')],
    ['JSON in an attribute', 'packages/elements/src/catalog/catalog.strings.ts', element('type: Object')],
  ]);
  green([['a number in an attribute', SLICE, element("type: Number, attribute: 'x'")]]);
});

describe('tests run whole', () => {
  const head = "import {describe, it} from 'node:test';\n";
  const rule = 'no-restricted-syntax';
  for (const file of ['packages/rules/src/fold.test.ts', 'packages/elements/src/catalog/catalog.test.ts', 'test/e2e/page.test.ts']) {
    red(rule, /Every test runs/, [
      [`it.only (${file})`, file, `${head}it.only('x', () => {});\n`],
      [`describe.skip (${file})`, file, `${head}describe.skip('x', () => {});\n`],
      [`skip: true (${file})`, file, `${head}it('x', {skip: true}, () => {});\n`],
    ]);
  }
  green([
    [
      'a skip with a reason',
      'test/e2e/page.test.ts',
      `import {it} from 'node:test';\nconst missing = process.argv[2];\nit('x', {skip: missing}, () => missing);\n`,
    ],
  ]);
});

describe('size', () => {
  const body = (lines: number) => `export function f(out: number[]) {\n${'  out.push(1);\n'.repeat(lines)}}\n`;
  red('max-lines-per-function', /40/, [['a function of 60 lines', 'packages/rules/src/x.ts', body(60)]]);
  red('max-lines', /300/, [['a file of 320 lines', 'packages/rules/src/x.ts', 'export * from "./fold.ts";\n'.repeat(320)]]);
  green([['a function of 30 lines', 'packages/rules/src/x.ts', body(30)]]);
});
