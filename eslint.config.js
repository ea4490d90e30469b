/**
 * Zero warnings. Three kinds of rules: the recommended sets; the floors and the single homes
 * (scripts/eslint); and the bans that life on a foreign page asks for, as selectors below.
 * test/tooling/lint.test.ts shows each of our own rules red.
 */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import * as lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import floors from './scripts/eslint/floors.mjs';
import oneHome from './scripts/eslint/one-home.mjs';

const SRC = 'packages/*/src/**/*.ts';
const TESTING = 'packages/elements/src/testing/**'; // fixtures that tests and stories share
const TESTS = ['packages/*/src/**/*.test.ts', 'test/**/*.ts'];
const BROWSER_SRC = ['packages/elements/src/**/*.ts', 'packages/embed/src/**/*.ts'];
const WORDS = ['packages/elements/src/**/*strings*.ts', 'packages/elements/src/foundation/format.ts', TESTING]; // sentences; dates and sizes; sample data
const MADE = ['packages/contract/src/generated.ts', 'packages/rules/src/*-data.ts'];

const HOMES = [
  {global: 'fetch', files: ['packages/client/src/http.ts', 'packages/server/src/links/fetch-page.ts']},
  {import: 'dompurify', files: ['packages/elements/src/foundation/sanitise.ts', 'packages/server/src/import/sanitise.ts']},
  {import: '@lit/task', files: ['packages/elements/src/controllers/resource.ts']},
  {import: 'fuse.js', files: ['packages/elements/src/search/local/fuzzy.ts']},
];

const ban = (selector, message) => ({selector, message});
const HAN = '/[\\u3400-\\u9fff]/';
const TEMPLATE = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/]';

const EVERYWHERE = [ban('ExportDefaultDeclaration', 'Named exports only.')];
const TEMPLATES = [
  ban(`${TEMPLATE} TemplateElement[value.raw=/\\sstyle\\s*=/]`, 'No style attribute: a strict CSP blocks it. Use a class and *.styles.ts.'),
  ban(`${TEMPLATE} TemplateElement[value.raw=/\\son[a-z]+\\s*=/]`, 'No inline handler: a strict CSP blocks it. Use @event.'),
];
const ON_A_FOREIGN_PAGE = [
  ban('ImportSpecifier[imported.name=/^unsafe(HTML|SVG|Static|CSS)$/]', 'Nothing unsafe: sanitise(), or css``.'),
  ban('ImportDeclaration[source.value=/unsafe-(html|svg)/]', 'Nothing unsafe: sanitise().'),
  ban('MemberExpression[property.name=/^(inner|outer)HTML$/]', 'No HTML from strings: sanitise() or a template.'),
  ban('MemberExpression[property.value=/^(inner|outer)HTML$/]', 'No HTML from strings: sanitise() or a template.'),
  ban('CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]', 'No HTML from strings.'),
  ban('MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', 'document.write empties a page that has loaded.'),
  ban('MemberExpression[object.name="Array"][property.name="from"]', 'Old Prototype pages replace Array.from: spread instead.'),
  ban('MemberExpression[property.name="baseURI"]', 'Never resolve against <base>: use the absolute endpoint.'),
  ban('MemberExpression[property.name="cookie"]', 'The SDK reads and writes no cookie.'),
  ...TEMPLATES,
];
const NO_SENTENCES = [
  ban(`Literal[value=${HAN}]`, 'Sentences live in *.strings.ts.'),
  ban(`TemplateElement[value.raw=${HAN}]`, 'Sentences live in *.strings.ts, never in a template.'),
];
const NO_SENTENCES_IN_TEMPLATES = [ban(`${TEMPLATE} TemplateElement[value.raw=${HAN}]`, 'Never in a template: GBK pages garble it.')];
const DECLARED = 'PropertyDefinition[key.name="properties"] Property Property';
const LEFT_OUT_OF_LIT = [
  ban(`${DECLARED}[key.name=/^(reflect|useDefault)$/]`, 'The build leaves this out of Lit (packages/embed/build/lighten-lit.ts).'),
  ban(
    `${DECLARED}[key.name="type"][value.name=/^(Object|Array)$/]`,
    'The build leaves this out of Lit (packages/embed/build/lighten-lit.ts).',
  ),
];
const SURROUNDINGS = ['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'localStorage', 'process', 'fetch'];
const PURE = [
  ban('ImportDeclaration[source.value=/^node:/]', 'No I/O: rules run in browsers too.'),
  ban('NewExpression[callee.name="Date"][arguments.length=0]', 'No clock of its own: time comes in as an argument.'),
  ban('MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]', 'No clock of its own: time comes in as an argument.'),
];
const TEST_RUNS_WHOLE = [
  ban(
    'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip)$/]',
    'Every test runs. Skip at run time, with a reason.',
  ),
  ban(
    'CallExpression[callee.name=/^(it|test|describe|suite)$/] > ObjectExpression > Property[key.name=/^(only|skip)$/][value.value=true]',
    'Every test runs. Skip at run time, with a reason.',
  ),
];
const syntax = (...lists) => ({'no-restricted-syntax': ['error', ...lists.flat()]});

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'coverage/',
      '.cache/',
      '.data/',
      'storybook-static/',
      'scripts/templates/',
      'packages/server/demo/legacy/',
      'packages/contract/src/generated.ts',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      'no-irregular-whitespace': ['error', {skipStrings: true, skipRegExps: true, skipTemplates: true}],
      'no-control-regex': 'off', // cleaning text means naming its control characters
      'no-misleading-character-class': ['error', {allowEscape: true}],
    },
  },
  {files: ['**/*.{js,mjs}'], languageOptions: {globals: globals.node}},
  {files: ['packages/server/demo/**/*.js'], languageOptions: {globals: globals.browser}},
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    plugins: {zwgk: {rules: {floors, 'one-home': oneHome}}},
    rules: {
      'zwgk/floors': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess asks for it where an index is known good
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/prefer-for-of': 'off', // counting without the index is clearer than a loop over letters nobody reads
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true},
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite']}],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: false}],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': ['error', {allowThrowingUnknown: true}],
    },
  },
  {files: [SRC], ignores: TESTS, rules: {'zwgk/one-home': ['error', HOMES]}},
  {
    files: [SRC],
    ignores: [...TESTS, ...MADE, TESTING, '**/*.styles.ts'],
    rules: {
      ...syntax(EVERYWHERE),
      'max-lines': ['error', {max: 300, skipComments: true, skipBlankLines: true}],
      'max-lines-per-function': ['error', {max: 40, skipComments: true, skipBlankLines: true}],
    },
  },
  {
    files: ['packages/rules/src/**/*.ts'],
    ignores: TESTS,
    rules: {...syntax(EVERYWHERE, PURE), 'no-restricted-globals': ['error', ...SURROUNDINGS]},
  },
  {
    files: [...BROWSER_SRC, 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: {'lit-a11y': litA11y},
    settings: {litHtmlSources: true},
    rules: {...litA11y.configs.recommended.rules},
  },
  {files: BROWSER_SRC, rules: syntax(EVERYWHERE, ON_A_FOREIGN_PAGE, LEFT_OUT_OF_LIT, NO_SENTENCES_IN_TEMPLATES)},
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: [...WORDS, 'packages/elements/src/testing/**'],
    rules: syntax(EVERYWHERE, ON_A_FOREIGN_PAGE, LEFT_OUT_OF_LIT, NO_SENTENCES),
  },
  {files: TESTS, rules: syntax(TEST_RUNS_WHOLE)},
  // Chai's assertions are typed as promises by the testing library, and every one of them would be reported.
  {
    files: ['packages/{client,elements,embed}/src/**/*.test.ts', 'test/browser/**/*.ts'],
    rules: {'@typescript-eslint/no-floating-promises': 'off'},
  },
  prettier,
);
