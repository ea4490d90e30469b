/**
 * A proxy between client and server that fails as networks do. One connection carries one request; what becomes of it is
 * drawn from a seed, so that a run can be repeated.
 */
import {connect, createServer, type Socket} from 'node:net';
import type {AddressInfo} from 'node:net';
import {randomSource} from '../../packages/server/src/testing/generate.ts';

/** What may happen to a request; everything else passes. */
export const FATES = ['drop-before', 'drop-after', 'duplicate', 'reset-mid-body', 'delay'] as const;
export type Fate = (typeof FATES)[number] | 'pass';

export interface FlakyProxy {
  readonly port: number;
  /** How often each thing happened. */
  readonly counts: Readonly<Record<Fate, number>>;
  close(): Promise<void>;
}

const DELAY_MS = 30;

/** The length of a request, once its head is there. */
function lengthOf(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, end));
  return end + 4 + Number(length?.[1] ?? 0);
}

/** Calls `done` with the whole request. */
function onRequest(client: Socket, done: (request: Buffer) => void): void {
  let bytes = Buffer.alloc(0);
  client.on('data', (part: Buffer) => {
    bytes = Buffer.concat([bytes, part]);
    const length = lengthOf(bytes);
    if (length === undefined || bytes.length < length) return;
    client.removeAllListeners('data');
    done(bytes);
  });
}

/** Sends bytes to a server; `heard` gets every part of the answer. */
function send(port: number, bytes: Buffer, heard: (part: Buffer) => void, ended: () => void): Socket {
  const upstream = connect(port, '127.0.0.1', () => upstream.write(bytes));
  upstream.on('data', heard);
  upstream.on('close', ended);
  upstream.on('error', () => undefined);
  return upstream;
}

/**
 * @param ports Servers, which take turns.
 * @param percent Chance of each fate.
 */
export async function flakyProxy(ports: readonly number[], percent: number, seed = 1): Promise<FlakyProxy> {
  const random = randomSource(seed);
  const counts: Record<Fate, number> = {'drop-before': 0, 'drop-after': 0, duplicate: 0, 'reset-mid-body': 0, delay: 0, pass: 0};
  let turn = 0;
  const draw = (): Fate => FATES[Math.floor(random(100) / percent)] ?? 'pass';
  const handle = (client: Socket, request: Buffer): void => {
    const fate = draw();
    counts[fate]++;
    const port = ports[turn++ % ports.length]!;
    const relay = (): Socket =>
      send(
        port,
        request,
        (part) => client.write(part),
        () => client.end(),
      );
    switch (fate) {
      case 'drop-before':
        client.destroy();
        break;
      case 'drop-after':
        // The server has answered; nobody hears it.
        send(
          port,
          request,
          () => client.destroy(),
          () => client.destroy(),
        );
        break;
      case 'duplicate':
        send(
          ports[turn++ % ports.length]!,
          request,
          () => undefined,
          () => undefined,
        );
        relay();
        break;
      case 'reset-mid-body': {
        const upstream = send(
          port,
          request.subarray(0, Math.floor(request.length / 2)),
          () => undefined,
          () => client.destroy(),
        );
        setTimeout(() => upstream.destroy(), 1);
        break;
      }
      case 'delay':
        setTimeout(relay, DELAY_MS);
        break;
      case 'pass':
        relay();
        break;
    }
  };
  const server = createServer((client) => {
    client.on('error', () => undefined);
    onRequest(client, (request) => handle(client, request));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    counts,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
