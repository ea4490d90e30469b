/** `npm start`: builds what is missing, makes the sample database on first run, serves, and says where. */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readdir, rename, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`需要 Node 24 或更新的版本，当前是 ${process.version}。请先运行 npm ci。Needs Node 24 or newer; run npm ci first.`);
  process.exit(1);
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SDK = join(ROOT, 'packages/embed/dist/sdk/v1/zwgk.js');
const SDK_SOURCES = ['contract', 'rules', 'client', 'elements', 'embed'].map((name) => join(ROOT, 'packages', name));

/** Newest modification below a folder, in milliseconds; builds and dependencies aside. */
async function newest(folder) {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
  const times = entries
    .filter(({name}) => name !== 'dist' && name !== 'node_modules' && !name.endsWith('.tsbuildinfo'))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : stat(path).then(({mtimeMs}) => mtimeMs);
    });
  return Math.max(0, ...(await Promise.all(times)));
}

/** The SDK is built when it is missing or older than its sources; the data service runs in any case. */
async function buildSdk() {
  const build = join(ROOT, 'scripts/build.mjs');
  if (!existsSync(build)) return;
  const built = await stat(SDK).then(
    ({mtimeMs}) => mtimeMs,
    () => 0,
  );
  const changed = Math.max(...(await Promise.all(SDK_SOURCES.map(newest))));
  if (built > changed) return;
  console.log('正在构建 SDK……  Building the SDK…');
  const {status} = spawnSync(process.execPath, [build], {cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit']});
  if (status !== 0)
    console.error('SDK 没有构建成功，演示页面里的组件不会出现；数据服务照常启动。The SDK did not build; the API still starts.');
}

/** A database with the sample, under a name of its own until it is whole: a first run cut short leaves nothing behind. */
async function makeSample(file, openStore, onProgress) {
  const {loadSample} = await import('../packages/server/src/import/load-sample.ts');
  const unfinished = `${file}.new`;
  // What cannot be removed here cannot be written either: openStore says so.
  for (const suffix of ['', '-wal', '-shm']) await rm(unfinished + suffix, {force: true}).catch(() => undefined);
  const store = await openStore(unfinished);
  await loadSample(store, new Date().toISOString(), onProgress);
  await store.close();
  await rename(unfinished, file);
}

async function main() {
  const {openStore, databaseFile} = await import('../packages/server/src/cli/open-store.ts');
  const {startServer, untilStopped} = await import('../packages/server/src/cli/serve.ts');
  const {CommandError, UsageError} = await import('../packages/server/src/cli/usage.ts');
  const {terminal, progress} = await import('../packages/server/src/cli/output.ts');
  const {demoKey} = await import('../packages/server/src/cli/data-key.ts');
  const file = databaseFile(undefined);
  try {
    const demo = process.env.ZWGK_DATA_KEY ? undefined : demoKey(file);
    if (demo) process.env.ZWGK_DATA_KEY = demo.key;
    await buildSdk();
    if (!existsSync(file)) await makeSample(file, openStore, progress(terminal, '装入演示数据 Loading the sample'));
    const server = await startServer(await openStore(file), {port: process.env.PORT ?? '8080', logLevel: 'warn'});
    const stopped = untilStopped(server);
    const at = `http://localhost:${server.port}`;
    console.log(`
  演示页面  Demo pages   ${at}/
  数据接口  API          ${at}/api/v1/catalog/items
  接口说明  Contract     ${at}/openapi.yaml
  组件脚本  SDK          ${at}/sdk/v1/zwgk.js
  数据库    Database     ${file}${demo ? `\n  演示密钥  Demo key     ${demo.file}（正式使用请自设 ZWGK_DATA_KEY）` : ''}

  按 Ctrl+C 停止。Press Ctrl+C to stop.
`);
    process.exitCode = await stopped;
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

await main();
