/**
 * Browser tests, from TypeScript source, in Chromium, Firefox and WebKitGTK in one run.
 * ENGINES=chromium,webkit picks engines; `--files 'packages/elements/src/catalog/*.test.ts'` picks files.
 */
import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher, defaultReporter} from '@web/test-runner';
import {bundleTests} from './scripts/lib/bundle-tests.mjs';
import {countsReporter} from './scripts/lib/browser-counts.mjs';
import {findBrowsers} from './scripts/browsers.mjs';
import {webkitLauncher} from './scripts/lib/webkit.mjs';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const SHARED_DATA = join(ROOT, '../shared/data');
const ALL = ['chromium', 'firefox', 'webkit'];

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const launchers = {
  chromium: (executablePath) => chromeLauncher({launchOptions: {executablePath, args: [...QUIET, ...asRoot]}}),
  // Tests wait for frames all the time: they come as fast as they are drawn. (In Chromium that would cost more than it saves.)
  firefox: (executablePath) =>
    named('Firefox', chromeLauncher({launchOptions: {browser: 'firefox', executablePath, extraPrefsFirefox: {'layout.frame_rate': 240}}})),
  webkit: webkitLauncher,
};

function named(name, launcher) {
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (...args) => {
    await initialize(...args);
    launcher.name = name;
  };
  return launcher;
}

/** Launchers of the wanted engines that are installed. In CI a missing one is a failure: never a silent hole. */
async function startable() {
  const wanted = process.env.ENGINES?.split(',') ?? ALL;
  const unknown = wanted.filter((engine) => !ALL.includes(engine));
  if (unknown.length) throw new Error(`ENGINES knows ${ALL.join(', ')}, not ${unknown.join(', ')}.`);
  const installed = findBrowsers();
  const missing = wanted.filter((engine) => !installed[engine]);
  if (missing.length && process.env.CI) throw new Error(`Missing in CI: ${missing.join(', ')}.`);
  for (const engine of missing)
    console.log(`${engine} is not installed: its tests are left out (node scripts/browsers.mjs says how to get it).`);
  return Promise.all(wanted.filter((engine) => installed[engine]).map((engine) => launchers[engine](installed[engine])));
}

/** `/shared-data/*`: the shared test corpora beside the repository; 404 where they are missing, and the tests that want them skip. */
async function sharedData(context, next) {
  if (!context.path.startsWith('/shared-data/')) return next();
  const file = normalize(join(SHARED_DATA, decodeURIComponent(context.path.slice('/shared-data/'.length))));
  const body = file.startsWith(SHARED_DATA + sep) ? await readFile(file).catch(() => null) : null;
  context.status = body ? 200 : 404;
  context.type = file.endsWith('.json') ? 'json' : 'text';
  context.body = body ?? 'not here';
}

const files = ['packages/{client,elements,embed}/src/**/*.test.ts', 'test/browser/**/*.test.ts', 'stories/*.stories.ts'];

export default {
  rootDir: ROOT,
  files,
  nodeResolve: true,
  plugins: [esbuildPlugin({ts: true, json: true, target: 'auto', tsconfig: join(ROOT, 'packages/elements/tsconfig.json')})],
  middleware: [sharedData, await bundleTests(ROOT, globSync(files, {cwd: ROOT}))],
  browsers: await startable(),
  // One page at a time in each engine: pages that share a window steal each other's focus.
  concurrency: 1,
  // Two cores: a third engine beside them starves, and WebKit then drops its connection.
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // A file, not a test: the stories of one widget take half a minute on two quiet cores.
  testsFinishTimeout: 240_000,
  testFramework: {config: {timeout: 10_000}},
  testRunnerHtml: (testRunnerImport) =>
    `<!doctype html><html lang="zh-Hans" data-looks="${process.env.ZWGK_LOOKS ?? ''}"><meta charset="utf-8"><title>zwgk</title><body><script type="module" src="${testRunnerImport}"></script></body></html>`,
  filterBrowserLogs: ({args}) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [
    defaultReporter({reportTestProgress: process.stdout.isTTY === true}),
    countsReporter(join(ROOT, process.env.ZWGK_COUNTS ?? '.cache/browser-counts.json')),
  ],
};
