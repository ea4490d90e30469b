/**
 * Bundler plugin: each worker is a file of the SDK, so that a page's policy needs nothing but `worker-src 'self'`: no blob:,
 * no data:. They are built by themselves, first; here their names go into the chunks that start them, and their addresses
 * through the SDK's Trusted Types policy.
 */
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';

const source = (path: string): string => fileURLToPath(new URL(`../../elements/src/${path}`, import.meta.url));
const POLICY = fileURLToPath(new URL('../src/script-url.ts', import.meta.url));

/** A worker's own source, and the module beside it that starts it. */
export interface WorkerSource {
  readonly entry: string;
  readonly starter: string;
  /** What its own build needs beside the licences. */
  readonly plugins?: () => Plugin[];
}

/** Leaves out the table of Traditional characters, 7 KB: the index brings what it needs of it. */
export function withoutScripts(): Plugin {
  let isOut = false;
  return {
    name: 'zwgk-without-scripts',
    transform(_code, id) {
      if (!id.endsWith('/rules/src/hant-data.ts')) return null;
      isOut = true;
      return {code: "export const HANT = '', HANS = '';", map: null};
    },
    buildEnd(error) {
      if (!error && !isOut) throw new Error('The worker has no hant-data.ts to leave out. Mend build/workers.ts.');
    },
  };
}

export const WORKERS: readonly WorkerSource[] = [
  {entry: source('search/local/local.worker.ts'), starter: source('search/local/worker-answerer.ts'), plugins: () => [withoutScripts()]},
  {entry: source('consultation/proof/proof.worker.ts'), starter: source('consultation/proof/compute.ts')},
];

/**
 * The edited source of a starter. @param fileName The worker's file, relative to the SDK's folder.
 * @throws Error when it does not name the worker exactly once.
 */
export function nameWorker(code: string, {entry, starter}: WorkerSource, fileName: string): string {
  // As a bundler finds it when the elements are used without the SDK.
  const address = `new URL('./${basename(entry)}', import.meta.url)`;
  const count = code.split(address).length - 1;
  if (count !== 1)
    throw new Error(`${basename(starter)}: found ${count} places for the worker's address, expected 1. Mend build/workers.ts.`);
  const policy = `import {scriptUrl as __zwgkScriptUrl} from ${JSON.stringify(POLICY)};\n`;
  return policy + code.replace(address, `__zwgkScriptUrl(${JSON.stringify(fileName)})`);
}

/** @param names File of each of `WORKERS`. */
export function workers(names: readonly string[]): Plugin {
  const missing = new Set(WORKERS);
  return {
    name: 'zwgk-workers',
    enforce: 'pre',
    transform(code, id) {
      const worker = WORKERS.find(({starter}) => starter === id.replace(/\?.*$/, ''));
      if (!worker) return null;
      missing.delete(worker);
      return {code: nameWorker(code, worker, names[WORKERS.indexOf(worker)]!), map: null};
    },
    buildEnd(error) {
      if (!error && missing.size > 0)
        throw new Error(`Nothing starts ${[...missing].map(({entry}) => basename(entry)).join(', ')}. Mend build/workers.ts.`);
    },
  };
}
