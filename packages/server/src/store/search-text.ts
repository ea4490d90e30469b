/** What the full-text indexes hold, and how a query is put to them. */
import type {Agency, CatalogItemInput, DocumentMeta, Section} from '@zwgk/contract';
import {bigramPhrase, bigrams, bodyIsPublic, findDocNumbers, normaliseDocNumber, queryWords} from '@zwgk/rules';
import type {SearchEntry} from './search/source.ts';

/** A document number without its brackets, as texts copied from web pages often have it: one word for the index. */
const compact = (number: string): string => number.replace(/[〔〕]/g, '');

/** The parts as index tokens, and every document number in them once more in its compact form. */
function indexed(parts: readonly (string | undefined)[]): string {
  const text = parts.filter(Boolean).join('\n');
  return bigrams([text, ...findDocNumbers(text).map(compact)].join('\n'));
}

export const agencyText = (agency: Agency): string =>
  indexed([agency.name, agency.shortName, ...(agency.predecessors ?? []).map((p) => p.name)]);

export const catalogItemText = (item: CatalogItemInput, agencyName: string): string =>
  indexed([
    item.level1,
    item.level2,
    ...item.contentElements,
    ...item.legalBasis.flatMap((basis) => [basis.title, ...basis.docNumbers]),
    ...(item.topics ?? []),
    agencyName,
  ]);

/** Plain text of one section, for search and for the hash of the official text. */
function sectionText({label, heading, blocks}: Section): string {
  const texts = blocks.map((block) => ('text' in block ? block.text : 'html' in block ? block.html.replace(/<[^>]*>/g, ' ') : ''));
  return [label, heading, ...texts].filter(Boolean).join('\n');
}

export const officialText = (title: string, body: readonly Section[]): string => [title, ...body.map(sectionText)].join('\n');

/** Body, abstract and keywords are searchable only where they may be read: a hit must not tell what a withheld text says (R3.4). */
export function documentText(meta: DocumentMeta, body: readonly Section[]): string {
  const open = bodyIsPublic(meta.disclosure);
  return indexed([
    meta.title,
    meta.docNumber,
    ...(meta.docNumbers ?? []),
    meta.indexNo,
    meta.issuerName,
    ...(meta.coIssuers ?? []),
    ...meta.subject,
    ...(open ? [meta.abstract, ...(meta.keywords ?? []), ...body.map(sectionText)] : []),
  ]);
}

export const interpretationText = ({title, text, sections = []}: SearchEntry): string =>
  indexed([title, text, ...sections.flatMap((part) => [part.heading, part.text])]);

/** One word as the index holds it; a single character is found wherever it stands, since some token begins with it. */
const wordQuery = (word: string): string => ([...word].length === 1 ? `"${word}" *` : `"${bigramPhrase(word)}"`);

/**
 * The words of a query, all of which must be found; `undefined` when there is nothing to look for.
 * A document number, in whatever brackets, is looked for as a whole. Only quoted tokens reach FTS5, so no operator can.
 */
export function searchQuery(text: string | undefined): {words: string[]; match: string} | undefined {
  if (!text) return undefined;
  const number = normaliseDocNumber(text);
  const words = queryWords(number ?? text);
  if (words.length === 0) return undefined;
  return {words, match: (number === undefined ? words : queryWords(compact(number))).map(wordQuery).join(' AND ')};
}
