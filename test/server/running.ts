/** A server of its own process-local store on a free port, seeded, with staff. */
import type {TestContext} from 'node:test';
import {tokenHash} from '../../packages/server/src/http/staff.ts';
import {serve} from '../../packages/server/src/serve.ts';
import type {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {NOW, seededStore} from '../../packages/server/src/testing/temp-store.ts';

export interface Running {
  readonly store: SqliteStore;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Below `/api/v1`. */
  request(method: string, path: string, body?: BodyInit, headers?: Record<string, string>): Promise<Response>;
}

export async function running(t: Pick<TestContext, 'after'>, items: number): Promise<Running> {
  const keep: (() => Promise<void>)[] = [];
  const {store} = await seededStore({after: (hook) => void keep.push(hook as () => Promise<void>)}, items);
  await store.saveToken(tokenHash(STAFF.token), STAFF.agency, NOW);
  const server = await serve({store, port: 0, host: '127.0.0.1', now: () => Date.parse(NOW)});
  t.after(() => server.stop());
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    store,
    origin,
    request: (method, path, body, headers = {}) =>
      fetch(`${origin}/api/v1${path}`, {
        method,
        // Packing an answer costs more than making it; tests of encodings ask for one.
        headers: {Authorization: `Bearer ${STAFF.token}`, 'Accept-Encoding': 'identity', ...headers},
        ...(body === undefined ? {} : {body}),
      }),
  };
}

export const JSON_TYPE = {'Content-Type': 'application/json'};
