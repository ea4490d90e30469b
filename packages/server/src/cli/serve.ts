/** `zwgk serve`, and the server half of `npm start`. */
import {pino} from 'pino';
import {serve, type RunningServer} from '../serve.ts';
import type {Store} from '../store/store.ts';
import {NO_KEY} from './data-key.ts';
import {openStore} from './open-store.ts';
import type {Output} from './output.ts';
import {CommandError, UsageError} from './usage.ts';

export interface ServeCommandOptions {
  readonly port?: string;
  readonly host?: string;
  readonly db?: string;
  readonly logLevel?: string;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

export async function serveCommand(options: ServeCommandOptions, out: Output): Promise<number> {
  const store = await openStore(options.db);
  const server = await startServer(store, options);
  out.error(`服务已启动：http://${options.host ?? 'localhost'}:${server.port}/api/v1（按 Ctrl+C 停止）`);
  if (!store.applications.ready) out.error(NO_KEY);
  return untilStopped(server);
}

/** @throws CommandError when the port cannot be had; the store is closed then. */
export async function startServer(
  store: Store,
  {port = '8080', host = '127.0.0.1', logLevel = 'info'}: ServeCommandOptions,
): Promise<RunningServer> {
  try {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UsageError(`端口“${port}”不对，请写 0 到 65535 的数字。`);
    if (!LOG_LEVELS.includes(logLevel)) throw new UsageError(`--log-level 只能是 ${LOG_LEVELS.join('、')}。`);
    const https = process.env['ZWGK_HTTPS'] === '1';
    const publicOrigin = process.env['ZWGK_ORIGIN'];
    const proxies = Number(process.env['ZWGK_PROXIES'] ?? 0);
    if (!Number.isInteger(proxies) || proxies < 0) throw new UsageError('环境变量 ZWGK_PROXIES 应当是前面反向代理的个数。');
    // Nothing of the machine in the log either: no process id, no host name.
    const log = pino({level: logLevel, base: null});
    return await serve({store, port: Number(port), host, log, config: {https, proxies, ...(publicOrigin ? {publicOrigin} : {})}});
  } catch (error) {
    await store.close();
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new CommandError(`端口 ${port} 已被占用，请用 --port 换一个（npm start 用环境变量 PORT）。`);
    if (code === 'EACCES') throw new CommandError(`没有权限使用端口 ${port}，请换一个 1024 以上的端口。`);
    throw error;
  }
}

/** Resolves to exit code 0 once a signal came and everything is closed. */
export const untilStopped = (server: RunningServer): Promise<number> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => done(0)));
  });
