/** What the static index says of one agency, catalogue item or document: nothing that the public may not read (R3.4). */
import type {
  Agency,
  Block,
  CatalogItem,
  DocumentDetail,
  Interpretation,
  SearchIndexArticle,
  SearchIndexRecord,
  Section,
} from '@zwgk/contract';
import {bodyIsPublic, findDocNumbers} from '@zwgk/rules';
import {interpretationParts} from '../store/search/interpretation-source.ts';

/** Without its empty members, so that the file holds none. */
function compact<T extends object>(value: T): T {
  const isFilled = (member: unknown): boolean => member !== undefined && member !== '' && !(Array.isArray(member) && member.length === 0);
  return Object.fromEntries(Object.entries(value).filter(([, member]) => isFilled(member))) as T;
}

type Loose<T> = {readonly [K in keyof T]: T[K] | undefined};
const record = (value: Loose<SearchIndexRecord>): SearchIndexRecord => compact(value as SearchIndexRecord);

const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n');

export const agencyRecord = (agency: Agency, place: number): SearchIndexRecord =>
  record({
    type: 'agency',
    id: agency.id,
    title: agency.name,
    agency: place,
    terms: lines(agency.shortName, ...(agency.predecessors ?? []).map(({name}) => name)),
    demo: agency.demo ? true : undefined,
  });

export const itemRecord = (item: CatalogItem, place: number): SearchIndexRecord =>
  record({
    type: 'catalog_item',
    id: item.id,
    title: item.level2,
    agency: place,
    date: item.lastPublishedOn,
    disclosure: item.disclosure,
    summary: [item.level1, ...item.contentElements].join('；'),
    terms: lines(...item.legalBasis.flatMap(({title, docNumbers}) => [title, ...docNumbers]), ...(item.topics ?? [])),
    demo: item.demo ? true : undefined,
  });

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' '};

/** The text of a block; none of a passage that was left out. */
function blockText(block: Block): string {
  if ('text' in block) return block.text;
  if (!('html' in block)) return '';
  return block.html.replace(/<[^>]*>/g, ' ').replace(/&(lt|gt|amp|quot|nbsp);/g, (_, name: string) => ENTITIES[name]!);
}

const article = ({id, label, heading, blocks}: Section): SearchIndexArticle =>
  compact({
    id,
    label,
    heading,
    text: blocks
      .map((block) => blockText(block).replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('\n'),
  } as SearchIndexArticle);

/** A document whose body is not public is found by its title and number, and by no word of what it says. */
export function documentRecord(document: DocumentDetail, place: number): SearchIndexRecord {
  const open = bodyIsPublic(document.disclosure);
  const numbers = [...(document.docNumbers ?? []), ...findDocNumbers((document.promulgation ?? []).join('\n'))];
  return record({
    type: 'document',
    id: document.id,
    title: document.title,
    docNumber: document.docNumber,
    numbers: [...new Set(numbers)].filter((number) => number !== document.docNumber),
    agency: place,
    date: document.publishedOn,
    validity: document.draft ? undefined : document.validity,
    disclosure: document.disclosure,
    summary: open ? document.abstract : undefined,
    terms: lines(document.indexNo, ...(document.coIssuers ?? []), ...(open ? [...(document.keywords ?? []), ...document.subject] : [])),
    articles: open ? (document.body ?? []).map(article).filter(({text}) => text !== undefined) : [],
    demo: document.demo ? true : undefined,
  });
}

/** An interpretation stands under the agency of its document, and is found by that one's number too. */
export const interpretationRecord = (one: Interpretation, document: DocumentDetail, place: number): SearchIndexRecord =>
  record({
    type: 'interpretation',
    id: one.id,
    title: one.title,
    agency: place,
    date: one.publishedOn,
    document: document.id,
    terms: lines(document.title, document.docNumber, one.responsible, ...(one.coResponsible ?? []), ...(one.audience ?? [])),
    articles: interpretationParts(one),
    demo: one.demo ? true : undefined,
  });
