/**
 * Bundler plugin: the worker of the local search is a file of the SDK, so that a page's policy needs nothing but
 * `worker-src 'self'`: no blob:, no data:. It is built by itself, first; here its name goes into the chunk that starts it,
 * and its address through the SDK's Trusted Types policy.
 */
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';

const LOCAL = '../../elements/src/search/local/';
/** The worker's own source. */
export const WORKER_ENTRY = fileURLToPath(new URL(`${LOCAL}local.worker.ts`, import.meta.url));
const STARTER = fileURLToPath(new URL(`${LOCAL}worker-answerer.ts`, import.meta.url));
const POLICY = fileURLToPath(new URL('../src/script-url.ts', import.meta.url));
/** As a bundler finds it when the elements are used without the SDK. */
const ADDRESS = "new URL('./local.worker.ts', import.meta.url)";

/** The edited source. @throws Error when it does not name the worker exactly once. */
export function nameWorker(code: string, fileName: string): string {
  const count = code.split(ADDRESS).length - 1;
  if (count !== 1)
    throw new Error(`worker-answerer.ts: found ${count} places for the worker's address, expected 1. Mend build/search-worker.ts.`);
  const policy = `import {scriptUrl as __zwgkScriptUrl} from ${JSON.stringify(POLICY)};\n`;
  return policy + code.replace(ADDRESS, `__zwgkScriptUrl(${JSON.stringify(fileName)})`);
}

/** @param fileName The worker's file, relative to the SDK's folder. */
export function searchWorker(fileName: string): Plugin {
  let isNamed = false;
  return {
    name: 'zwgk-search-worker',
    enforce: 'pre',
    transform(code, id) {
      if (id.replace(/\?.*$/, '') !== STARTER) return null;
      isNamed = true;
      return {code: nameWorker(code, fileName), map: null};
    },
    buildEnd(error) {
      if (!error && !isNamed) throw new Error('Nothing starts the worker of the local search. Mend build/search-worker.ts.');
    },
  };
}
