/** A fresh machine gets the missing engines through its package manager, or is told exactly what to install. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

describe('browsers on a fresh machine', () => {
  let bin: string;
  beforeEach(() => (bin = mkdtempSync(join(tmpdir(), 'zwgk-bin-'))));
  afterEach(() => rmSync(bin, {recursive: true}));

  function program(name: string, body = '') {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  /** What the script says on a machine that has only the programs of this test. */
  const run = () => spawnSync(process.execPath, ['scripts/browsers.mjs'], {encoding: 'utf8', env: {PATH: bin}}).stdout;

  it('installs exactly what is missing, after an update, asking nothing', () => {
    program('firefox-esr');
    program('sudo', '[ "$1" = -n ] && shift; "$@"');
    program('env', 'export "$1"; shift; "$@"');
    program('fc-list');
    program('apt-get', `echo "$DEBIAN_FRONTEND $*" >> ${bin}/calls; echo '#!/bin/sh' > ${bin}/chromium; /bin/chmod +x ${bin}/chromium`);
    const said = run();
    const calls = readFileSync(join(bin, 'calls'), 'utf8').trim().split('\n');
    assert.equal(calls[0], 'noninteractive update -q');
    assert.match(calls[1]!, /^noninteractive install -y .*\bchromium webkit2gtk-driver xvfb fonts-noto-cjk$/);
    assert.equal(calls.length, 2);
    assert.match(said, new RegExp(`chromium: ${bin}/chromium`));
    assert.match(said, /webkit: not installed/);
  });
  it('tries each one alone when they cannot be had together', () => {
    program('sudo', '[ "$1" = -n ] && shift; "$@"');
    program('env', 'export "$1"; shift; "$@"');
    program('apt-get', `echo "$*" >> ${bin}/calls; case "$*" in *firefox-esr\\ *) exit 100;; esac`);
    run();
    const calls = readFileSync(join(bin, 'calls'), 'utf8');
    for (const name of ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb'])
      assert.match(calls, new RegExp(`recommends ${name}$`, 'm'));
  });
  it('says what to install where there is no apt-get', () => {
    const said = run();
    assert.match(said, /Not installed: chromium, firefox, webkit\./);
    for (const line of ['Debian, Ubuntu: sudo apt-get install', 'Fedora: sudo dnf', 'Arch: sudo pacman', 'macOS: brew'])
      assert.ok(said.includes(line), line);
  });
  it('installs nothing where nothing is missing', () => {
    for (const name of ['chromium', 'firefox-esr', 'WebKitWebDriver', 'MiniBrowser', 'Xvfb']) program(name);
    program('apt-get', `echo "$*" >> ${bin}/calls`);
    assert.match(run(), /^chromium: .*\nfirefox: .*\nwebkit: .*MiniBrowser\n$/);
    assert.ok(!existsSync(join(bin, 'calls')));
  });
  it('prefers the browser that CHROME_PATH names', () => {
    program('chromium');
    program('my-chrome');
    const env = {PATH: bin, CHROME_PATH: join(bin, 'my-chrome')};
    const {stdout} = spawnSync(process.execPath, ['scripts/browsers.mjs'], {encoding: 'utf8', env});
    assert.match(stdout, /chromium: .*my-chrome/);
  });
});
