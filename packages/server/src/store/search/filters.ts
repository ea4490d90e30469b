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
  count(heads: Uint32Array, withFacets: boolean): {total: number; wider: number; facets?: SearchFacets} {
    const {type, agency, validity} = this.#units.arrays;
    const types = new Uint32Array(TYPE_CODES.length);
    const validities = new Uint32Array(VALIDITY_CODES.length);
    const agencies = new Uint32Array(this.#directory.rank.length);
    const inRegions = new Uint32Array(this.#directory.rank.length);
    const open = this.isOpen;
    let total = 0;
    let wider = 0;
    for (const head of heads) {
      const bits = open ? ALL : this.passed(head);
      if (bits === ALL) total++;
      if ((bits | AGENCY | REGION) === ALL) wider++;
      if (!withFacets) continue;
      if ((bits | TYPE) === ALL) types[type[head]!]!++;
      if ((bits | AGENCY) === ALL) agencies[agency[head]!]!++;
      if ((bits | REGION) === ALL) inRegions[agency[head]!]!++;
      if ((bits | VALIDITY) === ALL) validities[validity[head]!]!++;
    }
    if (!withFacets) return {total, wider};
    const facets = {
      type: counted(types, (code) => ({value: TYPE_CODES[code]!, label: SOURCES[code]!.label})).sort(mostFirst),
      agency: this.#agencyFacet(agencies),
      region: this.#regionFacet(inRegions),
      validity: counted(validities, (code) => validityLabel(VALIDITY_CODES[code]!)),
    };
    return {total, wider, facets};
  }

  #agencyFacet(counts: Uint32Array): SearchFacets['agency'] {
    const label = (row: number): Label | undefined => {
      const agency = this.#directory.agencies.get(row);
      return agency && {value: agency.id, label: agency.name};
    };
    return counted(counts, label).sort(mostFirst).slice(0, AGENCIES_SHOWN);
  }

  /** Each region with everything below it, in the order of its code. */
  #regionFacet(byAgency: Uint32Array): SearchFacets['region'] {
    const counts = new Map<string, number>();
    for (const [row, count] of byAgency.entries()) {
      const own = count > 0 ? this.#directory.agencies.get(row)?.region : undefined;
      for (const code of own === undefined ? [] : this.#directory.upward(own)) counts.set(code, (counts.get(code) ?? 0) + count);
    }
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, count]) => ({value, label: this.#directory.regions.get(value)?.name ?? value, count}));
  }
}

interface Label {
  readonly value: string;
  readonly label: string;
}

const validityLabel = (value: string): Label | undefined => (value === '' ? undefined : {value, label: VALIDITY_LABELS[value]!});

/** The codes that occur, each with its label; one without a label is left out. */
function counted(counts: Uint32Array, label: (code: number) => Label | undefined): SearchFacets['type'] {
  return [...counts].flatMap((count, code) => {
    const known = count > 0 ? label(code) : undefined;
    return known ? [{...known, count}] : [];
  });
}

const mostFirst = (a: {value: string; count: number}, b: {value: string; count: number}): number =>
  b.count - a.count || (a.value < b.value ? -1 : 1);
