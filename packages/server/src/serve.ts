/** The app on a socket: strict timeouts, problem documents even where no request was read, a stop that loses nothing. */
import {randomUUID} from 'node:crypto';
import {createServer, type Server} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {createApp, type AppOptions} from './app.ts';
import {problemBody} from './http/problem.ts';

export interface ServeOptions extends AppOptions {
  readonly port: number;
  readonly host?: string;
  /** Milliseconds; other than the defaults only in tests. */
  readonly timeouts?: Partial<typeof TIMEOUTS>;
}

export interface RunningServer {
  readonly port: number;
  /** Takes no more connections, lets open requests finish (at most 10 s), then closes the store. */
  stop(): Promise<void>;
}

/** Node's own defaults are too patient: a slow client could hold a socket for five minutes. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  /** For a file on a poor line; other bodies have a limit of their own. */
  requestTimeout: 300_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  /** Without a byte in or out: whoever no longer reads an answer gives its memory back. */
  idleTimeout: 60_000,
};
const MOST_REQUESTS_PER_SOCKET = 1000;
const MOST_CONNECTIONS = 2000;
const DRAIN_MS = 10_000;
/** How often files that no application took are removed. */
const COLLECT_MS = 3_600_000;

/** @throws with `code` `EADDRINUSE` or `EACCES` when the port cannot be had. */
export async function serve({port, host, timeouts, ...options}: ServeOptions): Promise<RunningServer> {
  const app = createApp(options);
  const server = createServer({...TIMEOUTS, ...timeouts}, getRequestListener(app.fetch));
  server.timeout = timeouts?.idleTimeout ?? TIMEOUTS.idleTimeout;
  server.maxRequestsPerSocket = MOST_REQUESTS_PER_SOCKET;
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', refuse);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  const collect = (): Promise<void> =>
    options.store.applications.uploads.collect((options.now ?? Date.now)()).then(
      () => undefined,
      (error: unknown) => options.log?.error({route: 'collect', err: error}),
    );
  await collect();
  const collecting = setInterval(() => void collect(), COLLECT_MS).unref();
  let stopping: Promise<void> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      clearInterval(collecting);
      return (stopping ??= close(server).then(() => options.store.close()));
    },
  };
}

/** What Node could not read as a request, or waited for too long. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const timedOut = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status = timedOut ? '408 Request Timeout' : tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify({...problemBody(timedOut ? 'timeout' : 'bad-request', randomUUID()), status: Number(status.slice(0, 3))});
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(late);
}
