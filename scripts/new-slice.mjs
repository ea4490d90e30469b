/**
 * `npm run new reading-room`: a whole slice, <zwgk-reading-room>, with its story and tests, which pass. It shows the
 * agencies of a region until you make it show something else. Source: scripts/templates/sample.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import * as prettier from 'prettier';

const TEMPLATE = join(import.meta.dirname, 'templates/sample');
const TAKEN = ['foundation', 'controllers', 'testing', 'sample'];

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {root: {type: 'string', default: join(import.meta.dirname, '..')}},
});
const root = resolve(values.root);
const [slice] = positionals;

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
if (!slice || !/^[a-z]+(-[a-z]+)*$/.test(slice))
  refuse('Say which slice: npm run new reading-room (small letters, words joined by hyphens).');
const folder = join(root, 'packages/elements/src', slice);
if (TAKEN.includes(slice) || existsSync(folder)) refuse(`${slice} is taken: choose another name.`);

const pascal = slice.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
const camel = pascal[0].toLowerCase() + pascal.slice(1);
const title = pascal.replace(/(?!^)([A-Z])/g, ' $1');

/** The template speaks of `sample`: as a type or class, as a variable, and as a tag, path or event. */
const named = (text) =>
  text
    .replaceAll("title: 'Sample'", `title: '${title}'`)
    .replaceAll('Sample', pascal)
    .replaceAll(/\bsample(?=[A-Z])/g, camel)
    .replaceAll('#sample', `#${camel}`)
    .replaceAll(/\bsample(?! data)/g, slice);

/** Longer names break lines elsewhere: formatted after naming. */
async function write(path, text) {
  const style = await prettier.resolveConfig(join(TEMPLATE, 'x.ts'));
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, await prettier.format(text, {...style, filepath: path}));
}

/** Edits a file that lists all slices; says so when it no longer looks as expected. */
function edit(path, change) {
  const file = join(root, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) console.log(`Please add ${slice} to ${path} by hand.`);
  writeFileSync(file, after);
}

for (const name of readdirSync(TEMPLATE)) {
  const target = name.endsWith('.stories.ts') ? join(root, 'stories') : folder;
  await write(join(target, name.replace('sample', slice)), named(readFileSync(join(TEMPLATE, name), 'utf8')));
}
edit('packages/elements/package.json', (text) =>
  text.replace(/("\.": "\.\/src\/index\.ts",\n)/, `$1    "./${slice}": "./src/${slice}/zwgk-${slice}.ts",\n`),
);
edit(
  'packages/elements/src/index.ts',
  (text) =>
    `${text}export {Zwgk${pascal}} from './${slice}/${slice}.ts';\nexport type {${pascal}ErrorDetail} from './${slice}/${slice}.events.ts';\n`,
);
edit('packages/embed/src/table.ts', (text) =>
  text.replace(/(TABLE[^{]*\{\n)/, `$1  'zwgk-${slice}': async () => {\n    await import('@zwgk/elements/${slice}');\n  },\n`),
);
console.log(`Made packages/elements/src/${slice}/ and stories/${slice}.stories.ts, and listed the element for the loader.
Next:
  npm run generate           its manifest entry
  npm run check              stays green
  npm test -- src/${slice}/   its tests
  npm run storybook          its states`);
