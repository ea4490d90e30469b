/**
 * The three engines of the test run: finds what is installed, installs what is missing where the system
 * lets us, and otherwise says exactly what to install. Run alone, it prints what it finds.
 */
import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const DEBIAN = {chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb']};
const ELSEWHERE = {
  'Debian, Ubuntu': 'sudo apt-get install -y chromium firefox-esr webkit2gtk-driver xvfb fonts-noto-cjk',
  Fedora: 'sudo dnf install -y chromium firefox webkit2gtk-driver xorg-x11-server-Xvfb google-noto-sans-cjk-fonts',
  Arch: 'sudo pacman -S --needed chromium firefox webkit2gtk-4.1 xorg-server-xvfb noto-fonts-cjk',
  macOS: 'brew install --cask google-chrome firefox   (no WebKitGTK there: that engine is left out)',
};

const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these names that runs: absolute paths as they are, others looked up in PATH. */
function firstRunnable(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.filter(Boolean).flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))));
  return paths.find(canRun) ?? null;
}

const APPS = '/Applications';

/** MiniBrowser lies outside PATH: `/usr/lib/<machine>/webkit2gtk-4.1/`, or `/usr/libexec/` on Fedora. */
function findMiniBrowser() {
  const parents = ['/usr/lib', '/usr/libexec', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].filter(existsSync);
  const folders = parents.flatMap((parent) =>
    readdirSync(parent)
      .filter((name) => name.startsWith('webkit'))
      .sort()
      .map((name) => join(parent, name, 'MiniBrowser')),
  );
  return firstRunnable(...folders, 'MiniBrowser');
}

function findWebKit() {
  const found = {driver: firstRunnable('WebKitWebDriver'), miniBrowser: findMiniBrowser(), xvfb: firstRunnable('Xvfb')};
  return Object.values(found).every(Boolean) ? found : null;
}

/** What is installed: a path (for WebKit the three programs it takes), or null. `CHROME_PATH` and `FIREFOX_PATH` come first. */
export const findBrowsers = () => ({
  chromium: firstRunnable(
    process.env.CHROME_PATH,
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    `${APPS}/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${APPS}/Chromium.app/Contents/MacOS/Chromium`,
  ),
  firefox: firstRunnable(process.env.FIREFOX_PATH, 'firefox-esr', 'firefox', `${APPS}/Firefox.app/Contents/MacOS/firefox`),
  webkit: findWebKit(),
});

export const missingFrom = (browsers) => Object.keys(browsers).filter((engine) => !browsers[engine]);

const hasChineseFont = () => spawnSync('fc-list', [':lang=zh-cn', 'family'], {encoding: 'utf8'}).stdout?.trim() !== '';

/** `[]` as root, `['sudo', '-n']` where sudo asks no password, else null. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], {stdio: 'ignore'}).status === 0 ? ['sudo', '-n'] : null;
}

function aptInstall(packages) {
  const prefix = firstRunnable('apt-get') && rootPrefix();
  if (!prefix) return;
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return spawnSync(command, rest, {stdio: ['ignore', 'ignore', 'inherit']}).status === 0;
  };
  console.log(`Installing ${packages.join(', ')} with apt-get (once) …`);
  // One by one after the joint try: an engine this system does not package must not cost us the others.
  apt('update', '-q');
  if (!apt('install', '-y', '-q', '--no-install-recommends', ...packages)) {
    for (const name of packages) apt('install', '-y', '-q', '--no-install-recommends', name);
  }
}

/**
 * Makes the engines available where it can and returns `findBrowsers()`.
 * What is still missing is said in plain words; whether that is a failure is the caller's matter.
 */
export function ensureBrowsers() {
  const missing = missingFrom(findBrowsers());
  const packages = missing.flatMap((engine) => DEBIAN[engine]);
  if (!hasChineseFont()) packages.push('fonts-noto-cjk');
  if (packages.length) aptInstall(packages);
  const browsers = findBrowsers();
  const still = missingFrom(browsers);
  if (still.length) {
    console.log(`Not installed: ${still.join(', ')}. The tests run in three engines; to get all of them:`);
    for (const [system, line] of Object.entries(ELSEWHERE)) console.log(`  ${system}: ${line}`);
  }
  return browsers;
}

if (import.meta.main) {
  for (const [engine, found] of Object.entries(ensureBrowsers()))
    console.log(`${engine}: ${found?.miniBrowser ?? found ?? 'not installed'}`);
}
