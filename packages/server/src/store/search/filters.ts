/** Filters of a search, and the counts of its facets. */
import type {SearchFacets, SearchQuery} from '@zwgk/contract';
import {dayNumber} from '../columns.ts';
import type {Directory} from '../directory.ts';
import {SOURCES, TYPE_CODES} from './sources.ts';
import {VALIDITY_CODES, type Units} from './units.ts';

const VALIDITY_LABELS: Readonly<Record<string, string>> = {in_force: '有效', amended: '已修改', expired: '失效', repealed: '废止'};
const AGENCIES_SHOWN = 100;

const TYPE = 1;
const AGENCY = 2;
const REGION = 4;
const VALIDITY = 8;
const DATE = 16;
const ALL = 31;

export class Filters {
  readonly #types: Set<number> | undefined;
  readonly #agencies: Set<number> | undefined;
  readonly #regions: Set<string> | undefined;
  readonly #validities: Set<number> | undefined;
  readonly #from: number;
  readonly #to: number;
  readonly #units: Units;
  readonly #directory: Directory;

  constructor(query: Omit<SearchQuery, 'q'>, units: Units, directory: Directory) {
    this.#units = units;
    this.#directory = directory;
    this.#types = query.type && new Set(query.type.map((type) => TYPE_CODES.indexOf(type)));
    this.#agencies = query.agency && new Set(query.agency.map((id) => directory.rowOfAgency.get(id) ?? -1));
    this.#regions = query.region && directory.within(query.region);
    this.#validities = query.validity && new Set(query.validity.map((validity) => VALIDITY_CODES.indexOf(validity)));
    this.#from = query.from === undefined ? -Infinity : dayNumber(query.from);
    this.#to = query.to === undefined ? Infinity : dayNumber(query.to);
  }

  /** Whether nothing is filtered. */
  get isOpen(): boolean {
    const sets = [this.#types, this.#agencies, this.#regions, this.#validities];
    return sets.every((set) => set === undefined) && this.#from === -Infinity && this.#to === Infinity;
  }

  /** A bit for each filter that the record passes. */
  passed(head: number): number {
    const {type, agency, validity, day} = this.#units.arrays;
    let bits = 0;
    if (!this.#types || this.#types.has(type[head]!)) bits |= TYPE;
    if (!this.#agencies || this.#agencies.has(agency[head]!)) bits |= AGENCY;
    if (!this.#regions || this.#regions.has(this.#directory.agencies.get(agency[head]!)?.region ?? '')) bits |= REGION;
    if (!this.#validities || this.#validities.has(validity[head]!)) bits |= VALIDITY;
    if (day[head]! >= this.#from && day[head]! <= this.#to) bits |= DATE;
    return bits;
  }

  passes(head: number): boolean {
    return this.passed(head) === ALL;
  }

  /** How many pass, how many would without agency and region, and each facet with all filters but its own. */
  count(heads: Iterable<number>, withFacets: boolean): {total: number; wider: number; facets?: SearchFacets} {
    const {type, agency, validity} = this.#units.arrays;
    const types = new Map<number, number>();
    const agencies = new Map<number, number>();
    const validities = new Map<number, number>();
    const inRegions = new Map<number, number>();
    const add = (to: Map<number, number>, value: number): void => void to.set(value, (to.get(value) ?? 0) + 1);
    let total = 0;
    let wider = 0;
    for (const head of heads) {
      const bits = this.passed(head);
      if (bits === ALL) total++;
      if ((bits | AGENCY | REGION) === ALL) wider++;
      if (!withFacets) continue;
      if ((bits | TYPE) === ALL) add(types, type[head]!);
      if ((bits | AGENCY) === ALL) add(agencies, agency[head]!);
      if ((bits | REGION) === ALL) add(inRegions, agency[head]!);
      if ((bits | VALIDITY) === ALL && validity[head] !== 0) add(validities, validity[head]!);
    }
    if (!withFacets) return {total, wider};
    const facets = {
      type: [...types].map(([code, count]) => ({value: TYPE_CODES[code]!, label: SOURCES[code]!.label, count})).sort(mostFirst),
      agency: this.#agencyFacet(agencies),
      region: this.#regionFacet(inRegions),
      validity: [...validities]
        .sort(([a], [b]) => a - b)
        .map(([code, count]) => ({value: VALIDITY_CODES[code]!, label: VALIDITY_LABELS[VALIDITY_CODES[code]!]!, count})),
    };
    return {total, wider, facets};
  }

  #agencyFacet(counts: ReadonlyMap<number, number>): SearchFacets['agency'] {
    const facet = [...counts].flatMap(([row, count]) => {
      const agency = this.#directory.agencies.get(row);
      return agency ? [{value: agency.id, label: agency.name, count}] : [];
    });
    return facet.sort(mostFirst).slice(0, AGENCIES_SHOWN);
  }

  /** Each region with everything below it, in the order of its code. */
  #regionFacet(byAgency: ReadonlyMap<number, number>): SearchFacets['region'] {
    const counts = new Map<string, number>();
    for (const [row, count] of byAgency) {
      const own = this.#directory.agencies.get(row)?.region;
      for (const code of own === undefined ? [] : this.#directory.upward(own)) counts.set(code, (counts.get(code) ?? 0) + count);
    }
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, count]) => ({value, label: this.#directory.regions.get(value)?.name ?? value, count}));
  }
}

const mostFirst = (a: {value: string; count: number}, b: {value: string; count: number}): number =>
  b.count - a.count || (a.value < b.value ? -1 : 1);
