/**
 * Where a file stands in the house. Both local rules ask here, so that there is one table of floors.
 * Paths are relative to the repository's root, with forward slashes.
 */
import {dirname, join, relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What each floor may import besides itself. A floor that is missing here (stories, test, scripts) may import all. */
export const BELOW = {
  contract: [],
  rules: ['contract'],
  client: ['contract', 'rules'],
  server: ['contract', 'rules'],
  elements: ['contract', 'rules', 'client'],
  embed: ['contract', 'rules', 'client', 'elements'],
};

/** Folders of elements/src that every slice may import; they may not import a slice. */
export const COMMON = ['foundation', 'controllers'];

export const repoPath = (file) => relative(ROOT, file).split(sep).join('/');

/** `packages/rules/src/fold.ts` -> `rules`; null outside packages. */
export const floorOf = (path) => /^packages\/([^/]+)\//.exec(path)?.[1] ?? null;

/** `packages/elements/src/catalog/x.ts` -> `catalog`; null for src/index.ts and everything else. */
export const areaOf = (path) => /^packages\/elements\/src\/([^/]+)\//.exec(path)?.[1] ?? null;

/** The repository path that an import names, or null for a library. `@zwgk/elements/catalog` -> `packages/elements/src/catalog/`. */
export function targetOf(source, fromPath) {
  if (source.startsWith('.')) return repoPath(join(ROOT, dirname(fromPath), source));
  const [, name, area] = /^@zwgk\/([^/]+)(?:\/(.+))?$/.exec(source) ?? [];
  return name ? `packages/${name}/src/${area ? `${area}/` : ''}` : null;
}
