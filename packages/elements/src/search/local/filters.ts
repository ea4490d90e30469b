/** Filters of a search, and the counts of its facets: a facet is counted with all filters but its own. */
import type {SearchFacets, SearchQuery, SearchType} from '@zwgk/contract';
import {dayOf, VALIDITIES, type Records} from './records.ts';

const TYPE = 1;
const AGENCY = 2;
const REGION = 4;
const VALIDITY = 8;
const DATE = 16;
const ALL = 31;
const AGENCIES_SHOWN = 100;
/** Records between two chances to pause, less one: a power of two. */
const PAUSE = 1023;

type Facet = SearchFacets['type'];
type Counts = Map<string, number>;

const add = (counts: Counts, value: string, count = 1): void => void counts.set(value, (counts.get(value) ?? 0) + count);
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
  readonly #records: Records;
  readonly #query: Omit<SearchQuery, 'q'>;
  /** By place of the agency: whether it passes as an agency, and by its region. */
  readonly #agencies: readonly boolean[];
  readonly #regions: readonly boolean[];
  readonly #from: number;
  readonly #to: number;

  constructor(records: Records, query: Omit<SearchQuery, 'q'>) {
    this.#records = records;
    this.#query = query;
    const {agency, region, from, to} = query;
    const {agencies} = records.index;
    this.#agencies = agencies.map(({id}) => !agency || agency.includes(id));
    this.#regions = agencies.map((one) => !region || upward(records, one.region).some((id) => region.includes(id)));
    this.#from = from === undefined ? -1 : dayOf(from);
    this.#to = to === undefined ? Infinity : dayOf(to);
  }

  /** A bit for each filter that the record passes. */
  #passed(record: number): number {
    const {index, day, validity} = this.#records;
    const {type, agency} = index.records[record]!;
    let bits = 0;
    if (!this.#query.type || this.#query.type.includes(type)) bits |= TYPE;
    if (this.#agencies[agency] ?? true) bits |= AGENCY;
    if (this.#regions[agency] ?? true) bits |= REGION;
    if (!this.#query.validity || this.#query.validity.some((one) => VALIDITIES.indexOf(one) + 1 === validity[record])) bits |= VALIDITY;
    if (day[record]! >= this.#from && day[record]! <= this.#to) bits |= DATE;
    return bits;
  }

  passes(record: number): boolean {
    return this.#passed(record) === ALL;
  }

  /** How many of the records pass. */
  total(records: Iterable<number>): number {
    let total = 0;
    for (const record of records) total += Number(this.passes(record));
    return total;
  }

  /** How many pass, how many would without agency and region, and the facets where they are wanted. */
  *count(found: Iterable<number>): Generator<undefined, {total: number; wider: number; facets?: SearchFacets}> {
    const {index} = this.#records;
    const types: Counts = new Map<string, number>();
    const validities: Counts = new Map<string, number>();
    const agencies = new Uint32Array(index.agencies.length);
    const inRegions = new Uint32Array(index.agencies.length);
    let [total, wider, seen] = [0, 0, 0];
    for (const record of found) {
      if ((++seen & PAUSE) === 0) yield;
      const bits = this.#passed(record);
      const {type, agency, validity} = index.records[record]!;
      if (bits === ALL) total++;
      if ((bits | AGENCY | REGION) === ALL) wider++;
      if ((bits | TYPE) === ALL) add(types, type);
      if ((bits | AGENCY) === ALL) agencies[agency]!++;
      if ((bits | REGION) === ALL) inRegions[agency]!++;
      if ((bits | VALIDITY) === ALL && validity) add(validities, validity);
    }
    if (this.#query.facets === false) return {total, wider};
    return {total, wider, facets: this.#facets(types, agencies, inRegions, validities)};
  }

  #facets(types: Counts, agencies: Uint32Array, inRegions: Uint32Array, validities: Counts): SearchFacets {
    const {index} = this.#records;
    const regions: Counts = new Map<string, number>();
    for (const [place, count] of inRegions.entries())
      if (count > 0) for (const id of upward(this.#records, index.agencies[place]!.region)) add(regions, id, count);
    const counted = [...agencies].flatMap((count, place) =>
      count > 0 ? [{value: index.agencies[place]!.id, label: index.agencies[place]!.name, count}] : [],
    );
    return {
      type: [...types].map(([value, count]) => ({value, label: index.labels.type[value as SearchType] ?? value, count})).sort(mostFirst),
      agency: counted.sort(mostFirst).slice(0, AGENCIES_SHOWN),
      region: [...regions]
        .map(([value, count]) => ({value, label: index.regions.find(({id}) => id === value)?.name ?? value, count}))
        .sort(byCode),
      validity: [...validities]
        .map(([value, count]) => ({value, label: index.labels.validity[value as keyof typeof index.labels.validity], count}))
        .sort((a, b) => VALIDITIES.indexOf(a.value) - VALIDITIES.indexOf(b.value)),
    };
  }
}
