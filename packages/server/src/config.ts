/** What an operator can set, and what the server is. */
import {readFileSync} from 'node:fs';
import type {PolicyProfile} from '@zwgk/contract';

const readJson = (url: string | URL): unknown => JSON.parse(readFileSync(new URL(url), 'utf8'));

export const SERVER_VERSION = (readJson(new URL('../package.json', import.meta.url)) as {version: string}).version;

/** Where the API lives below the server's origin. */
export const API_BASE = '/api/v1';

export const POLICY_PROFILE = readJson(import.meta.resolve('@zwgk/contract/policy-profile.json')) as PolicyProfile;

export interface Config {
  /** Whether visitors reach the service over HTTPS only, so that HSTS may be sent. */
  readonly https?: boolean;
  /** Origin under which visitors reach the service, for absolute links in feeds; else the request's own. */
  readonly publicOrigin?: string;
  /** How many reverse proxies stand in front, so that `X-Forwarded-For` says whom a request comes from. */
  readonly proxies?: number;
}
