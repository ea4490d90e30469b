/** Last step of a search: what the results of one page say. */
import type {SearchArticle, SearchHit} from '@zwgk/contract';
import {matchRanges} from '@zwgk/rules';
import type {Kysely} from 'kysely';
import type {Directory} from '../directory.ts';
import type {Schema} from '../schema.ts';
import type {Ranked} from './rank.ts';
import type {HitFields} from './source.ts';
import {SOURCES} from './sources.ts';
import type {Units} from './units.ts';

const EXCERPT = 120;
const BEFORE = 30;

interface Section {
  readonly row: number;
  readonly section: string | null;
  readonly label: string | null;
  readonly heading: string | null;
  readonly printed: string | null;
}

export async function makeHits(db: Kysely<Schema>, page: readonly Ranked[], units: Units, directory: Directory): Promise<SearchHit[]> {
  if (page.length === 0) return [];
  const fields = await readFields(db, page, units, directory);
  const sections = await readSections(db, page);
  return page.flatMap((ranked) => {
    const known = fields.get(ranked.head);
    const type = SOURCES[units.arrays.type[ranked.head]!]!.type;
    return known ? [makeHit(ranked, type, known, units.arrays.agency[ranked.head]!, sections, directory)] : [];
  });
}

/** What the sources say of each record, by its head. */
async function readFields(
  db: Kysely<Schema>,
  page: readonly Ranked[],
  units: Units,
  directory: Directory,
): Promise<Map<number, HitFields>> {
  const {type, owner} = units.arrays;
  const fields = new Map<number, HitFields>();
  for (const [code, source] of SOURCES.entries()) {
    const heads = page.map(({head}) => head).filter((head) => type[head] === code);
    if (heads.length === 0) continue;
    const found = await source.hits(db, heads.map((head) => owner[head]!), directory); // prettier-ignore
    for (const head of heads) {
      const known = found.get(owner[head]!);
      if (known) fields.set(head, known);
    }
  }
  return fields;
}

async function readSections(db: Kysely<Schema>, page: readonly Ranked[]): Promise<Map<number, Section>> {
  const rows = page.flatMap(({sections}) => sections);
  if (rows.length === 0) return new Map();
  const found = await db
    .selectFrom('search_units')
    .select(['row', 'section', 'label', 'heading', 'printed'])
    .where('row', 'in', rows)
    .execute();
  return new Map(found.map((section) => [section.row, section]));
}

function makeHit(
  ranked: Ranked,
  type: SearchHit['type'],
  {summary, ...fields}: HitFields,
  agencyRow: number,
  sections: ReadonlyMap<number, Section>,
  directory: Directory,
): SearchHit {
  const [first, ...others] = ranked.sections.flatMap((row) => sections.get(row) ?? []);
  const articles = others.map(article);
  const excerpt = first ? cut(first.printed ?? '', ranked.marks) : summary && cut(summary, ranked.marks);
  const inNumber = fields.docNumber === undefined ? [] : matchRanges(fields.docNumber, ranked.marks);
  return {
    type,
    ...fields,
    link: first && ranked.why !== 'exact-title' && ranked.why !== 'doc-number' ? `${fields.link}#${first.section}` : fields.link,
    ...agencyFields(agencyRow, directory),
    why: ranked.why,
    ...(excerpt ? {excerpt} : {}),
    ...(first ? {article: article(first)} : {}),
    ...(articles.length > 0 ? {moreArticles: articles} : {}),
    highlights: {
      title: matchRanges(fields.title, ranked.marks),
      ...(inNumber.length > 0 ? {docNumber: inNumber} : {}),
      ...(excerpt ? {excerpt: matchRanges(excerpt, ranked.marks)} : {}),
    },
  };
}

function agencyFields(row: number, directory: Directory): Partial<SearchHit> {
  const agency = directory.agencies.get(row);
  if (!agency) return {};
  const region = directory.regions.get(agency.region);
  return {agency: agency.id, agencyName: agency.name, region: agency.region, ...(region ? {regionName: region.name} : {})};
}

const article = ({section, label, heading}: Section): SearchArticle => ({
  id: section ?? '',
  ...(label === null ? {} : {label}),
  ...(heading === null ? {} : {heading}),
});

/** The stretch of a text that holds most of what is marked. */
function cut(text: string, marks: readonly string[]): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= EXCERPT) return flat;
  const ranges = matchRanges(flat, marks);
  const held = (from: number): number =>
    ranges.reduce((sum, [start, end]) => (start >= from && end <= from + EXCERPT - BEFORE ? sum + (end - start) ** 2 : sum), 0);
  const best = ranges.reduce<[number, number]>(
    ([at, most], [start]) => (held(start) > most ? [start, held(start)] : [at, most]),
    [0, 0],
  )[0];
  let from = best <= BEFORE ? 0 : best - BEFORE;
  let to = Math.min(flat.length, from + EXCERPT);
  // Never half of a pair of surrogates.
  if (/[\udc00-\udfff]/.test(flat[from] ?? '')) from++;
  if (/[\udc00-\udfff]/.test(flat[to] ?? '')) to++;
  return `${from > 0 ? '…' : ''}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`;
}
