/** A backend in memory that answers as the contract says: tests and stories run against it. Not part of any bundle. */
import {useClient, ZwgkClient, type Transport} from '@zwgk/client';
import type {CatalogFacets, CatalogItem, CatalogItemDetail, CatalogItemList, DocumentDetail, Facet, Repost} from '@zwgk/contract';
import {Applications} from './applications.ts';
import {Consultations} from './consultations.ts';
import {listAgencies, listRegions} from './directory.ts';
import {listReposts, reposts as sampleReposts} from './feed.ts';
import {agencies, documents, labels, makeItems, regions} from './fixtures.ts';
import {comparison, versionsOf} from './document.ts';
import {searchAll, suggestAll} from './search.ts';

export interface Scenario {
  readonly items?: readonly CatalogItem[];
  readonly documents?: readonly DocumentDetail[];
  readonly reposts?: readonly Repost[];
  /** Milliseconds before an answer, the same for all or by request; `Infinity` never answers. */
  readonly delay?: number | ((url: URL) => number);
  /** Takes over for some requests: a response of its own, or an error thrown as the network would. */
  readonly override?: (url: URL, init: RequestInit) => Response | undefined;
  /** What the server keeps of applications. */
  readonly applications?: Applications;
  /** What it keeps of consultations. */
  readonly consultations?: Consultations;
}

const FILTERS: Readonly<Record<string, (item: CatalogItem) => readonly string[]>> = {
  region: (item) => regions.filter(({id}) => item.region.startsWith(id.replace(/(00){1,2}$/, ''))).map(({id}) => id),
  agency: (item) => [item.publisher],
  level: (item) => item.levels,
  domain: (item) => [item.domain],
  matter: (item) => [item.level1],
  disclosure: (item) => [item.disclosure],
  stage: (item) => (item.fiveStage ? [item.fiveStage] : []),
  freshness: (item) => [item.freshness.status],
};
const TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  region: Object.fromEntries(regions.map(({id, name}) => [id, name])),
  agency: Object.fromEntries(agencies.map(({id, name}) => [id, name])),
  level: labels.LEVELS,
  domain: labels.DOMAINS,
  disclosure: labels.DISCLOSURES,
  stage: labels.FIVE_STAGES,
  freshness: labels.FRESHNESS,
};

function listItems(all: readonly CatalogItem[], params: URLSearchParams): CatalogItemList {
  const q = params.get('q') ?? '';
  const wanted = Object.keys(FILTERS).map((name) => [name, params.getAll(name).flatMap((value) => value.split(','))] as const);
  const passes = (item: CatalogItem, but?: string): boolean =>
    item.level2.includes(q) &&
    wanted.every(([name, values]) => name === but || values.length === 0 || FILTERS[name]!(item).some((v) => values.includes(v)));
  const hits = all.filter((item) => passes(item));
  const facet = (name: string): Facet => {
    const counts = new Map<string, number>(Object.keys(TERMS[name] ?? {}).map((value) => [value, 0]));
    for (const item of all)
      if (passes(item, name)) for (const value of FILTERS[name]!(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].filter(([, count]) => count > 0).map(([value, count]) => ({value, count, label: TERMS[name]?.[value] ?? value}));
  };
  const limit = Number(params.get('limit') ?? 20);
  const start = Number(params.get('cursor')?.slice(1) ?? 0);
  return {
    items: hits
      .slice(start, start + limit)
      .map((item) => (q ? {...item, highlights: {level2: [[item.level2.indexOf(q), item.level2.indexOf(q) + q.length]]}} : item)),
    total: hits.length,
    nextCursor: start + limit < hits.length ? `c${start + limit}` : null,
    prevCursor: start > 0 ? `c${Math.max(0, start - limit)}` : null,
    facets: Object.fromEntries(Object.keys(FILTERS).map((name) => [name, facet(name)])) as unknown as CatalogFacets,
  };
}

function detail(item: CatalogItem, docs: readonly DocumentDetail[]): CatalogItemDetail {
  const agency = agencies.find(({id}) => id === item.publisher);
  return {
    item,
    history: [
      {version: 1, change: 'added', at: '2025-03-01T02:00:00Z', changedFields: []},
      ...(item.version > 1
        ? [{version: 2, change: 'changed' as const, at: '2026-11-10T02:00:00Z', changedFields: ['timeLimit', 'channels']}]
        : []),
    ],
    documents: docs.filter(({catalogItems}) => catalogItems?.includes(item.id)).map(({body: _, textHash: _hash, ...summary}) => summary),
    ...(agency ? {agency} : {}),
  };
}

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': `application/${status < 400 ? '' : 'problem+'}json; charset=utf-8`},
  });
export const problem = (status: number, code: string): Response => json({type: `/problems/${code}`, title: code, status, code}, status);

function answer(url: URL, {items = makeItems(47), documents: docs = documents, reposts = sampleReposts}: Scenario): Response {
  const path = url.pathname.replace(/^.*\/api\/v1/, '');
  const id = decodeURIComponent(path.split('/').at(-1)!);
  if (path === '/catalog/items') return json(listItems(items, url.searchParams));
  if (path === '/search')
    return (url.searchParams.get('q') ?? '').length > 64 ? problem(400, 'query-too-long') : json(searchAll(url.searchParams, docs, items));
  if (path === '/search/suggest') return json(suggestAll(url.searchParams, docs, items));
  if (path === '/feed') return json(listReposts(url.searchParams, reposts));
  if (path === '/regions') return json(listRegions(url.searchParams));
  if (path === '/agencies') return json(listAgencies(url.searchParams));
  if (path.startsWith('/catalog/items/')) {
    const item = items.find((one) => one.id === id);
    return item ? json(detail(item, docs)) : problem(404, 'not-found');
  }
  const [, documentId, part] = /^\/documents\/([^/]+)\/(versions|comparison)$/.exec(path) ?? [];
  const parent = docs.find((one) => one.id === documentId);
  if (parent) return json(part === 'versions' ? versionsOf(parent) : comparison);
  const doc = docs.find((one) => one.id === id);
  return path.startsWith('/documents/') && doc ? json(doc) : problem(404, 'not-found');
}

let serial = 0;

/** Puts a backend in place and returns its endpoint and what was asked of it. */
export function useBackend(scenario: Scenario = {}): {endpoint: string; requests: URL[]} {
  const endpoint = `https://backend-${++serial}.example.com/api/v1`;
  const requests: URL[] = [];
  const {applications = new Applications(), consultations = new Consultations()} = scenario;
  const respond = (url: URL, init: RequestInit): Response =>
    applications.answer(url.pathname.replace(/^.*\/api\/v1/, ''), init) ?? consultations.answer(url, init) ?? answer(url, scenario);
  const transport: Transport = (address, init, onSent) => {
    const {signal} = init;
    const url = new URL(address);
    requests.push(url);
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      const reply = (): void => {
        try {
          onSent?.(1);
          resolve(scenario.override?.(url, init) ?? respond(url, init));
        } catch (error) {
          reject(error as Error);
        }
      };
      const delay = typeof scenario.delay === 'function' ? scenario.delay(url) : scenario.delay;
      if (delay === undefined) reply();
      else if (Number.isFinite(delay)) setTimeout(reply, delay);
    });
  };
  useClient(new ZwgkClient(endpoint, transport));
  return {endpoint, requests};
}
