/** A page in Chromium, with everything it complained about. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, type Browser, type Page, type Request, type ViewportSize} from 'playwright-core';
import {buildSdk} from '../../packages/embed/build/sdk.ts';
import {startHost, type Host} from './hosts-server.ts';

/** Absolute path of an installed Chromium, or a sentence to skip the tests with. */
export async function findChromium(): Promise<{path: string; skip: false} | {path: ''; skip: string}> {
  const url = new URL('../../scripts/browsers.mjs', import.meta.url).href;
  const {findBrowsers} = (await import(url)) as {findBrowsers: () => {chromium: string | null}};
  const path = findBrowsers().chromium;
  return path ? {path, skip: false} : {path: '', skip: 'no Chromium is installed'};
}

/** What a page did while it was open. */
export interface Visit {
  readonly page: Page;
  /** Uncaught errors. */
  readonly errors: string[];
  /** Lines of the console that the SDK wrote. */
  readonly said: string[];
  /** Directives that were violated. */
  violations(): Promise<string[]>;
  /** URLs asked for after the document itself, without those the browser served from what it had. */
  readonly requests: string[];
}

interface Witness {
  violations?: string[];
}

export async function visit(browser: Browser, url: string, viewport: ViewportSize = {width: 1280, height: 900}): Promise<Visit> {
  const page = await browser.newPage({viewport, locale: 'zh-CN'});
  const [errors, said, requests]: string[][] = [[], [], []];
  page.on('pageerror', (error) => errors!.push(String(error)));
  page.on('console', (message) => message.text().startsWith('[zwgk]') && said!.push(message.text()));
  page.on('request', (request: Request) => !request.isNavigationRequest() && requests!.push(request.url()));
  await page.addInitScript(() => {
    const witness = globalThis as Witness;
    witness.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      witness.violations!.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await page.goto(url, {waitUntil: 'load'});
  return {
    page,
    errors: errors!,
    said: said!,
    requests: requests!,
    violations: () => page.evaluate(() => (globalThis as Witness).violations!),
  };
}

/** Waits until the catalogue shows its rows. */
export const ready = (page: Page): Promise<void> => page.locator('zwgk-catalog').locator('[part=table]').first().waitFor();

/** Drawn as pages of their own, the browser's buttons cost more than most pages here. The others are those that Playwright turns off for pages. */
const OFF = [
  ...['WebUIReloadButton', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
];
export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', `--disable-features=${OFF.join()}`]});

/** Browser, built SDK and two hosts on two origins, for the tests of one file. */
export interface Stage {
  readonly browser: Browser;
  readonly host: Host;
  readonly other: Host;
  readonly sdkDir: string;
  close(): Promise<void>;
}

export async function openStage(executablePath: string): Promise<Stage> {
  // `npm test` has built the SDK for all files; a file that runs alone builds its own.
  const built = process.env['ZWGK_SDK'];
  const sdkDir = built ?? mkdtempSync(join(tmpdir(), 'zwgk-sdk-'));
  if (!built) await buildSdk(sdkDir);
  const [host, other, browser] = await Promise.all([startHost(sdkDir), startHost(sdkDir), launchChromium(executablePath)]);
  const close = async (): Promise<void> => {
    await browser.close();
    await Promise.all([host.close(), other.close()]);
    if (!built) rmSync(sdkDir, {recursive: true});
  };
  return {browser, host, other, sdkDir, close};
}
