/** One pass over the columns: which items match, and what choosing another value of a filter would give. */
import {
  DISCLOSURES,
  DOMAINS,
  FIVE_STAGES,
  FRESHNESS,
  LEVELS,
  type CatalogFacets,
  type CatalogQuery,
  type Facet,
  type Level,
} from '@zwgk/contract';
import {DISCLOSURE_CODES, dayNumber, DOMAIN_CODES, FRESHNESS_CODES, NO_DAY, STAGE_CODES, type CatalogColumns} from './columns.ts';
import type {Directory} from './directory.ts';

const MOST_VALUES = 200;
const LEVEL_CODES = Object.keys(LEVELS) as Level[];
const LEVEL_MASKS = 1 << LEVEL_CODES.length;

type FacetName = keyof CatalogFacets;
const FACETS: readonly FacetName[] = ['region', 'agency', 'level', 'domain', 'matter', 'disclosure', 'stage', 'freshness'];

/** A set of rows. */
export class RowSet {
  readonly #bits: Uint8Array;
  count = 0;

  constructor(last: number) {
    this.#bits = new Uint8Array(last + 1);
  }

  add(row: number): void {
    if (this.#bits[row] === 0) this.count++;
    this.#bits[row] = 1;
  }

  has(row: number): boolean {
    return this.#bits[row] === 1;
  }
}

export interface Selection {
  readonly rows: RowSet;
  readonly facets?: CatalogFacets;
}

/** One filter: the column it reads, which of its codes pass, and how often each code was met. */
interface Dimension {
  readonly codes: Uint32Array;
  readonly allowed: Uint8Array | undefined;
  readonly counts: Uint32Array;
}

const allow = (size: number, codes: Iterable<number | undefined>): Uint8Array => {
  const allowed = new Uint8Array(size);
  for (const code of codes) if (code !== undefined && code >= 0) allowed[code] = 1;
  return allowed;
};

type Wanted = readonly (number | undefined)[] | undefined;

/** The codes that each filter lets pass; `undefined` where a filter is not set. */
function wantedCodes(query: CatalogQuery, columns: CatalogColumns, directory: Directory): Record<FacetName, Wanted> {
  const inside = query.region && directory.within(query.region);
  const levels = query.level?.reduce((mask, level) => mask | (1 << LEVEL_CODES.indexOf(level)), 0);
  return {
    region: inside && [...directory.agencies].filter(([, {region}]) => inside.has(region)).map(([row]) => row),
    agency: query.agency?.map((id) => directory.rowOfAgency.get(id)),
    level: levels === undefined ? undefined : [...Array(LEVEL_MASKS).keys()].filter((mask) => mask & levels),
    domain: query.domain?.map((code) => DOMAIN_CODES.indexOf(code)),
    matter: query.matter?.map((name) => columns.matterCode(name)),
    disclosure: query.disclosure?.map((code) => DISCLOSURE_CODES.indexOf(code)),
    stage: query.stage?.map((code) => STAGE_CODES.indexOf(code) + 1),
    freshness: query.freshness?.map((code) => FRESHNESS_CODES.indexOf(code)),
  };
}

function dimensions(query: CatalogQuery, columns: CatalogColumns, directory: Directory): Record<FacetName, Dimension> {
  const wanted = wantedCodes(query, columns, directory);
  const {agency, levels, domain, matter, disclosure, stage, freshness} = columns.arrays;
  const agencies = directory.rank.length;
  const dimension = (name: FacetName, codes: Uint32Array, size: number): Dimension => {
    const allowed = wanted[name] && allow(size, wanted[name]);
    return {codes, allowed, counts: new Uint32Array(size)};
  };
  return {
    region: dimension('region', agency, agencies),
    agency: dimension('agency', agency, agencies),
    level: dimension('level', levels, LEVEL_MASKS),
    domain: dimension('domain', domain, DOMAIN_CODES.length),
    matter: dimension('matter', matter, columns.matters.length),
    disclosure: dimension('disclosure', disclosure, DISCLOSURE_CODES.length),
    stage: dimension('stage', stage, STAGE_CODES.length + 1),
    freshness: dimension('freshness', freshness, FRESHNESS_CODES.length),
  };
}

/** A row that misses two filters or more: it counts for no facet. */
const OUT = 255;

/**
 * @param columns Dated for today already.
 * @param found Rows that the full-text and topic searches gave, each once; every row when absent.
 */
export function select(query: CatalogQuery, columns: CatalogColumns, directory: Directory, found: Uint32Array | undefined): Selection {
  const all = dimensions(query, columns, directory);
  const rows = candidates(query, columns, found);
  // 0 for a match, the place of the only filter that a row misses plus one, or OUT.
  const misses = new Uint8Array(rows.length);
  FACETS.forEach((name, i) => markMisses(rows, misses, all[name], i + 1));
  const matches = new RowSet(columns.last);
  const matched = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (misses[i] !== 0) continue;
    matched[matches.count] = rows[i]!;
    matches.add(rows[i]!);
  }
  if (query.facets === false) return {rows: matches};
  const hits = matched.subarray(0, matches.count);
  FACETS.forEach((name, i) => {
    countCodes(hits, all[name]);
    if (all[name].allowed) countMissing(rows, misses, all[name], i + 1);
  });
  return {rows: matches, facets: readFacets(query, all, columns, directory)};
}

/** Rows that pass what is no facet: alive, found, published within the dates. Loops here and below: a callback a row is slow. */
function candidates(query: CatalogQuery, columns: CatalogColumns, found: Uint32Array | undefined): Uint32Array {
  const {live, published} = columns.arrays;
  const dated = query.updatedFrom !== undefined || query.updatedTo !== undefined;
  if (!found && !dated) return columns.liveRows;
  const [from, to] = publishedRange(query);
  const all = found ?? columns.liveRows;
  const rows = new Uint32Array(all.length);
  let kept = 0;
  for (let i = 0; i < all.length; i++) {
    const row = all[i]!;
    if (live[row] === 1 && published[row]! >= from && published[row]! <= to) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}

function markMisses(rows: Uint32Array, misses: Uint8Array, {codes, allowed}: Dimension, own: number): void {
  if (!allowed) return;
  for (let i = 0; i < rows.length; i++) {
    if (allowed[codes[rows[i]!]!] === 0) misses[i] = misses[i] === 0 ? own : OUT;
  }
}

function countCodes(rows: Uint32Array, {codes, counts}: Dimension): void {
  for (let i = 0; i < rows.length; i++) counts[codes[rows[i]!]!]!++;
}

/** Counts what this filter alone keeps out: choosing its value would let it in. */
function countMissing(rows: Uint32Array, misses: Uint8Array, {codes, counts}: Dimension, own: number): void {
  for (let i = 0; i < rows.length; i++) if (misses[i] === own) counts[codes[rows[i]!]!]!++;
}

/** Days between which the last publication must lie; what was never published passes only without dates. */
function publishedRange({updatedFrom, updatedTo}: CatalogQuery): [number, number] {
  if (updatedFrom === undefined && updatedTo === undefined) return [-NO_DAY, NO_DAY];
  return [updatedFrom === undefined ? -NO_DAY : dayNumber(updatedFrom), updatedTo === undefined ? NO_DAY - 1 : dayNumber(updatedTo)];
}

function readFacets(query: CatalogQuery, all: Record<FacetName, Dimension>, columns: CatalogColumns, directory: Directory): CatalogFacets {
  const inOrder = (name: 'domain' | 'disclosure' | 'stage' | 'freshness', terms: Readonly<Record<string, string>>, skip = 0): Facet =>
    vocabulary(terms, (_code, i) => all[name].counts[i + skip]!, query[name]);
  return {
    region: regionFacet(all.region.counts, directory, query.region),
    agency: agencyFacet(all.agency.counts, directory, query.agency),
    level: vocabulary(LEVELS, (_code, i) => all.level.counts.reduce((sum, n, mask) => (mask & (1 << i) ? sum + n : sum), 0), query.level),
    domain: inOrder('domain', DOMAINS),
    matter: matterFacet(all.matter.counts, columns, query.matter),
    disclosure: inOrder('disclosure', DISCLOSURES),
    stage: inOrder('stage', FIVE_STAGES, 1),
    freshness: inOrder('freshness', FRESHNESS),
  };
}

/** Values of a closed vocabulary in its own order: those that occur, and those that are chosen. */
function vocabulary(
  terms: Readonly<Record<string, string>>,
  countOf: (code: string, index: number) => number,
  chosen: readonly string[] | undefined,
): Facet {
  return Object.entries(terms)
    .map(([value, label], i) => ({value, label, count: countOf(value, i)}))
    .filter(({value, count}) => count > 0 || chosen?.includes(value));
}

/** Each region with everything below it. */
function regionFacet(counts: Uint32Array, directory: Directory, chosen: readonly string[] | undefined): Facet {
  const sums = new Map<string, number>();
  for (const [row, {region}] of directory.agencies) {
    if (counts[row] === 0) continue;
    for (const code of directory.upward(region)) sums.set(code, (sums.get(code) ?? 0) + counts[row]!);
  }
  return [...directory.regions.values()]
    .map(({id, name}) => ({value: id, label: name, count: sums.get(id) ?? 0}))
    .filter(({value, count}) => count > 0 || chosen?.includes(value));
}

/** The most frequent values, those chosen in any case. */
function mostFrequent(facet: Facet, chosen: readonly string[] | undefined): Facet {
  const kept = facet.filter(({value, count}) => count > 0 || chosen?.includes(value)).sort((a, b) => b.count - a.count);
  return kept.filter(({value}, i) => i < MOST_VALUES || chosen?.includes(value));
}

const agencyFacet = (counts: Uint32Array, directory: Directory, chosen: readonly string[] | undefined): Facet =>
  mostFrequent(
    [...directory.agencies].map(([row, {id, name}]) => ({value: id, label: name, count: counts[row]!})),
    chosen,
  );

function matterFacet(counts: Uint32Array, columns: CatalogColumns, chosen: readonly string[] | undefined): Facet {
  const facet = columns.matters.map((name, code) => ({value: name, label: name, count: counts[code]!}));
  return mostFrequent(
    facet.filter(({count, value}) => count > 0 || chosen?.includes(value)).sort((a, b) => (a.value < b.value ? -1 : 1)),
    chosen,
  );
}
