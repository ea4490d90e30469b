/** Response headers, set by hand: one object per response costs a third of the usual middlewares. */
import {CONTRACT_VERSION} from '@zwgk/contract';
import {plainTag} from './encoding.ts';

/** What every answer of the API carries. `Zwgk-Contract` lets a client tell an old backend from a broken one. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  'Zwgk-Contract': CONTRACT_VERSION,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  Vary: 'Origin, Accept-Encoding',
};

export const REVALIDATE = 'public, max-age=0, must-revalidate';

/** For a backend that is only ever reached over HTTPS. */
export const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

export interface TagParts {
  readonly dataVersion: number;
  /** How many consultations and meetings have opened and closed: what is said of one changes then, whatever the data. */
  readonly turn: number;
  /** China date, because freshness and marks change with the day. */
  readonly today: string;
  /** Changes with the code that makes the answers. */
  readonly build: string;
}

/**
 * Strong validator (RFC 9110 §8.8.3) of everything at this data version and time. A single resource puts its own
 * version in front, which `If-Match` compares.
 */
export function entityTag({dataVersion, turn, today, build}: TagParts, version?: number): string {
  const rest = `${dataVersion}.${turn}.${today.replaceAll('-', '')}.${build}`;
  return version === undefined ? `"${rest}"` : `"v${version}.${rest}"`;
}

/**
 * The validator in `If-None-Match` that stands for the same state, in whatever coding it was sent (weak comparison, as for
 * GET); `undefined` when none does.
 */
export function currentTag(ifNoneMatch: string | undefined, parts: TagParts): string | undefined {
  const state = entityTag(parts).slice(1, -1);
  return ifNoneMatch
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .find((tag) => plainTag(tag).replace(/^"v\d+\./, '"') === `"${state}"`);
}

/** The version that `If-Match` names: a number, `any` for `*`, or `undefined` when no such tag was ever given out. */
export function matchedVersion(ifMatch: string): number | 'any' | undefined {
  if (ifMatch.trim() === '*') return 'any';
  const version = /^\s*"v(\d{1,9})\.[^"]*"\s*$/.exec(ifMatch)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** `Link` header (RFC 8288) of the given relations. */
export const linkHeader = (links: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(links)
    .filter((link): link is [string, string] => link[1] !== undefined)
    .map(([rel, target]) => `<${target}>; rel="${rel}"`)
    .join(', ');

/** A body to be saved under this name (RFC 6266); the name is shown, and never trusted. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^A-Za-z0-9._-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
