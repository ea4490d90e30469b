/** WebKitGTK for the test runner: starts a display and a WebDriver of its own, and takes both down again. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';
import {webdriverLauncher} from '@web/test-runner-webdriver';

/** Pages of tests that one browser opens: its memory grows with each, and after some dozens it drops its connection. */
const PAGES_PER_BROWSER = 10;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Processes of this run, each leading a group of its own so that a browser goes with its driver. */
const running = new Set();

function start(command, args, options) {
  const child = spawn(command, args, {detached: true, ...options});
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function stopAll() {
  for (const child of running) {
    try {
      process.kill(-child.pid);
    } catch {
      // gone already
    }
  }
}
process.once('exit', stopAll);
process.once('SIGTERM', () => process.exit(143));

/** Starts Xvfb on a display number that it picks itself. */
async function startDisplay(xvfb) {
  const child = start(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await Promise.race([
    once(child.stdio[3], 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
  ]);
  return `:${String(number).trim()}`;
}

async function startDriver({driver, xvfb}, port) {
  const DISPLAY = await startDisplay(xvfb);
  start(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {...process.env, DISPLAY, WEBKIT_DISABLE_COMPOSITING_MODE: '1'},
  });
  for (let i = 0; i < 100; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/status`).then(
      (r) => r.ok,
      () => false,
    );
    if (up) return;
    await sleep(100);
  }
  throw new Error('WebKitWebDriver did not answer within 10 s');
}

/** @param {{driver: string, miniBrowser: string, xvfb: string}} webkit paths, as findBrowsers() gives them */
export async function webkitLauncher(webkit) {
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {binary: webkit.miniBrowser, args: ['--automation']},
    },
  });
  const initialize = launcher.initialize.bind(launcher);
  const stop = launcher.stop.bind(launcher);
  const stopSession = launcher.stopSession.bind(launcher);
  let opened = 0;
  launcher.initialize = async (config) => {
    await initialize(config);
    launcher.name = 'WebKit';
    await startDriver(webkit, port);
  };
  launcher.stopSession = async (id) => {
    const result = await stopSession(id);
    if (++opened % PAGES_PER_BROWSER === 0) await stop();
    return result;
  };
  launcher.stop = async () => {
    await stop();
    stopAll();
  };
  return launcher;
}
