/** The whole app over a seeded store, at a fixed time, with staff of two agencies. */
import type {TestContext} from 'node:test';
import type {Problem} from '@zwgk/contract';
import {createApp, type AppOptions} from '../app.ts';
import {tokenHash} from '../http/staff.ts';
import type {PersonalOptions} from '../store/applications/open.ts';
import type {SqliteStore} from '../store/sqlite-store.ts';
import {NOW, seededStore} from './temp-store.ts';

export const STAFF = {agency: 'org-320000-1', token: 'zwgk_staff-of-the-first-agency', operator: 'zwgk_operator-of-the-service'};

export interface TestApp {
  readonly store: SqliteStore;
  /** Its database. */
  readonly file: string;
  /** GET, or what `init` says, below `/api/v1`. */
  get(path: string, init?: RequestInit): Promise<Response>;
  /** A staff write as JSON. */
  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Any path of the server. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export async function testApp(
  t: Pick<TestContext, 'after'>,
  items = 60,
  options: Omit<AppOptions, 'store'> & PersonalOptions = {},
): Promise<TestApp> {
  const {scanner, ...appOptions} = options;
  const {store, file} = await seededStore(t, items, 1, {scanner});
  await store.saveToken(tokenHash(STAFF.token), STAFF.agency, NOW);
  await store.saveToken(tokenHash(STAFF.operator), '*', NOW);
  const app = createApp({store, now: () => Date.parse(NOW), ...appOptions});
  const fetch = async (path: string, init: RequestInit = {}): Promise<Response> =>
    app.request(`http://zwgk.test${path}`, {...init, headers: {Host: 'zwgk.test', ...(init.headers as Record<string, string>)}});
  return {
    store,
    file,
    fetch,
    get: (path, init) => fetch(`/api/v1${path}`, init),
    write: (method, path, body, headers = {}) =>
      fetch(`/api/v1${path}`, {
        method,
        headers: {Authorization: `Bearer ${STAFF.token}`, ...(body === undefined ? {} : {'Content-Type': 'application/json'}), ...headers},
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      }),
  };
}

export const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;

/** The problem in a response that must be one. */
export async function problem(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json; charset=utf-8') throw new Error(`${response.status} with ${type} is no problem document`);
  return json<Problem>(response);
}
