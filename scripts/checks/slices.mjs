/** Every element has the whole set of files, so that each line has one place and nothing goes untested. */
import {existsSync, globSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';

/** Files of a slice, `*` standing for its name. */
const FILES = [
  '*.ts',
  'zwgk-*.ts',
  '*.controller.ts',
  '*.logic.ts',
  '*.events.ts',
  '*.strings.ts',
  '*.styles.ts',
  '*.test.ts',
  '*.controller.test.ts',
  '*.logic.test.ts',
];

/** Elements that need less, and why. */
const SMALLER = {
  config: {files: ['*.ts', 'zwgk-*.ts', '*.test.ts'], story: false, why: 'shows nothing, asks the server nothing'},
};

/** @returns {string[]} paths that are missing under `root` */
export function missingFiles(root = '.') {
  const home = join(root, 'packages/elements/src');
  return globSync(join(home, '*/zwgk-*.ts')).flatMap((entry) => {
    const folder = dirname(entry);
    const slice = basename(folder);
    const {files = FILES, story = true} = SMALLER[slice] ?? {};
    const expected = files.map((file) => join(folder, file.replace('*', slice)));
    if (story) expected.push(join(root, 'stories', `${slice}.stories.ts`));
    return expected.filter((file) => !existsSync(file));
  });
}

export function checkSlices() {
  const slices = globSync('packages/elements/src/*/zwgk-*.ts');
  if (!slices.length) return {nothing: true};
  const missing = missingFiles();
  return {ok: !missing.length, output: missing.map((file) => `missing: ${file}`).join('\n'), note: `${slices.length} slices`};
}
