/** Filters of a search, and the counts of its facets: a facet is counted with all filters but its own. */
import type {SearchFacets, SearchQuery} from '@zwgk/contract';
import {dayOf, TYPES, VALIDITIES, type Records} from './records.ts';

const TYPE = 1;
const AGENCY = 2;
const REGION = 4;
const VALIDITY = 8;
const DATE = 16;
const ALL = 31;
const AGENCIES_SHOWN = 100;
/** Records between two chances to pause. */
const BLOCK = 2048;

type Facet = SearchFacets['type'];

interface Counted {
  total: number;
  wider: number;
  /** By place of the type, of the validity from 1, and of the agency. */
  readonly types: Uint32Array;
  readonly validities: Uint32Array;
  readonly agencies: Uint32Array;
  readonly inRegions: Uint32Array;
}

const byCode = (a: {value: string}, b: {value: string}): number => (a.value < b.value ? -1 : 1);
const mostFirst = (a: Facet[number], b: Facet[number]): number => b.count - a.count || byCode(a, b);

/** A region and each region it lies in. */
export function upward(records: Records, region: string | undefined): string[] {
  const found: string[] = [];
  for (let id = region; id !== undefined && !found.includes(id);) {
    found.push(id);
    id = records.index.regions.find((one) => one.id === id)?.parent;
  }
  return found;
}

export class Filters {
  /** Whether nothing is filtered. */
  readonly isOpen: boolean;
  readonly #records: Records;
  readonly #query: Omit<SearchQuery, 'q'>;
  /** Bits that a record passes by its type, its validity, and its agency with that one's region. */
  readonly #byType: Uint8Array;
  readonly #byValidity: Uint8Array;
  readonly #byAgency: Uint8Array;
  readonly #from: number;
  readonly #to: number;

  constructor(records: Records, query: Omit<SearchQuery, 'q'>) {
    this.#records = records;
    this.#query = query;
    const {type, agency, region, validity, from, to} = query;
    this.isOpen = [type, agency, region, validity, from, to].every((filter) => filter === undefined);
    const bit = (value: number, passes: boolean): number => (passes ? value : 0);
    this.#byType = Uint8Array.from(TYPES, (one) => bit(TYPE, !type || type.includes(one)));
    this.#byValidity = Uint8Array.from(['', ...VALIDITIES], (one) => bit(VALIDITY, !validity || (validity as string[]).includes(one)));
    this.#byAgency = Uint8Array.from(
      records.index.agencies,
      (one) =>
        bit(AGENCY, !agency || agency.includes(one.id)) |
        bit(REGION, !region || upward(records, one.region).some((id) => region.includes(id))),
    );
    this.#from = from === undefined ? -1 : dayOf(from);
    this.#to = to === undefined ? Infinity : dayOf(to);
  }

  /** A bit for each filter that the record passes. */
  #passed(record: number): number {
    const {day, type, validity, agency} = this.#records;
    const inTime = day[record]! >= this.#from && day[record]! <= this.#to ? DATE : 0;
    return this.#byType[type[record]!]! | this.#byValidity[validity[record]!]! | this.#byAgency[agency[record]!]! | inTime;
  }

  passes(record: number): boolean {
    return this.isOpen || this.#passed(record) === ALL;
  }

  /** How many of the records pass. */
  total(records: readonly number[]): number {
    return this.isOpen ? records.length : records.filter((record) => this.#passed(record) === ALL).length;
  }

  /** How many pass, how many would without agency and region, and the facets where they are wanted. */
  *count(found: readonly number[]): Generator<undefined, {total: number; wider: number; facets?: SearchFacets}> {
    const {agencies} = this.#records.index;
    const counts: Counted = {
      total: 0,
      wider: 0,
      types: new Uint32Array(TYPES.length),
      validities: new Uint32Array(VALIDITIES.length + 1),
      agencies: new Uint32Array(agencies.length),
      inRegions: new Uint32Array(agencies.length),
    };
    for (let from = 0; from < found.length; from += BLOCK) {
      this.#countBlock(found, from, counts);
      yield;
    }
    const {total, wider} = counts;
    return this.#query.facets === false ? {total, wider} : {total, wider, facets: this.#facets(counts)};
  }

  #countBlock(found: readonly number[], from: number, counts: Counted): void {
    const {type, agency, validity} = this.#records;
    for (let i = from; i < Math.min(found.length, from + BLOCK); i++) {
      const record = found[i]!;
      const bits = this.#passed(record);
      if (bits === ALL) counts.total++;
      if ((bits | AGENCY | REGION) === ALL) counts.wider++;
      if ((bits | TYPE) === ALL) counts.types[type[record]!]!++;
      if ((bits | AGENCY) === ALL) counts.agencies[agency[record]!]!++;
      if ((bits | REGION) === ALL) counts.inRegions[agency[record]!]!++;
      if ((bits | VALIDITY) === ALL) counts.validities[validity[record]!]!++;
    }
  }

  #facets({types, agencies, inRegions, validities}: Counted): SearchFacets {
    const {index} = this.#records;
    const regions = new Map<string, number>();
    for (const [place, count] of inRegions.entries())
      if (count > 0) for (const id of upward(this.#records, index.agencies[place]!.region)) regions.set(id, (regions.get(id) ?? 0) + count);
    const some = (facet: Facet): Facet => facet.filter(({count}) => count > 0);
    return {
      type: some([...types].map((count, i) => ({value: TYPES[i]!, label: index.labels.type[TYPES[i]!], count}))).sort(mostFirst),
      agency: some([...agencies].map((count, i) => ({value: index.agencies[i]!.id, label: index.agencies[i]!.name, count})))
        .sort(mostFirst)
        .slice(0, AGENCIES_SHOWN),
      region: [...regions]
        .map(([value, count]) => ({value, label: index.regions.find(({id}) => id === value)?.name ?? value, count}))
        .sort(byCode),
      validity: some(VALIDITIES.map((value, i) => ({value, label: index.labels.validity[value], count: validities[i + 1]!}))),
    };
  }
}
