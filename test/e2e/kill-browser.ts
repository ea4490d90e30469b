/** A browser with a profile of its own that can be killed as a power cut would, and what that leaves on the disk. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {chromium, type Page} from 'playwright-core';

export interface Killable {
  readonly page: Page;
  /** The whole browser at once, with everything it has started. @returns when. */
  kill(): Promise<number>;
}

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0', '--lang=zh-CN'];

/** Opens a page with what the last browser left in the profile. */
export async function openProfile(executable: string, profile: string, url: string): Promise<Killable> {
  const told = join(profile, 'DevToolsActivePort');
  rmSync(told, {force: true});
  // A group of its own, so that nothing of it survives.
  const browser = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {detached: true, stdio: 'ignore'});
  const exit = once(browser, 'exit');
  const lines = (): string[] => (existsSync(told) ? readFileSync(told, 'utf8').split('\n') : []);
  for (let i = 0; lines().length < 2; i++) {
    if (i > 1500 || browser.exitCode !== null) throw new Error('the browser did not start');
    await wait(20);
  }
  const [port, path] = lines();
  const connected = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
  const page = await connected.contexts()[0]!.newPage();
  const kill = async (): Promise<number> => {
    process.kill(-browser.pid!, 'SIGKILL');
    const at = Date.now();
    await exit;
    await connected.close().catch(() => undefined);
    return at;
  };
  try {
    await page.goto(url);
  } catch (error) {
    await kill();
    throw error;
  }
  return {page, kill};
}

/** Files below a folder in which one of the texts stands, as UTF-8 or UTF-16, with the text. */
export function findOnDisk(folder: string, texts: readonly string[]): string[] {
  const needles = texts.flatMap((text) => (['utf8', 'utf16le'] as const).map((encoding) => [text, Buffer.from(text, encoding)] as const));
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).flatMap((name) => {
    const file = join(folder, name);
    if (!statSync(file, {throwIfNoEntry: false})?.isFile()) return [];
    const bytes = readFileSync(file);
    return needles.filter(([, needle]) => bytes.includes(needle)).map(([text]) => `${text} in ${name}`);
  });
}

/** Everything that the page's own origin keeps, read by the browser itself: what is packed on the disk is not here. */
export const storesOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const kept: unknown[] = [{...localStorage}, {...sessionStorage}, document.cookie, await caches.keys()];
    for (const {name} of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store);
        kept.push(name, store, await done(all.getAllKeys()), await done(db.transaction(store).objectStore(store).getAll()));
      }
      db.close();
    }
    return JSON.stringify(kept);
  });
