/** What the results of one page say, with plain text and ranges: never HTML. */
import type {SearchArticle, SearchHit, SearchIndexArticle} from '@zwgk/contract';
import {matchRanges} from '@zwgk/rules';
import {hold, marksIn, type Ranked} from './rank.ts';
import type {Records} from './records.ts';

/** UTF-16 units of an excerpt, and how many of them stand before the match. */
const EXCERPT = 120;
const BEFORE = 30;
const MORE_ARTICLES = 4;

/** A result, and the words that it answers. */
export interface Answer extends Ranked {
  readonly words: readonly string[];
}

export function makeHit(records: Records, {record, why, words}: Answer): SearchHit {
  const {type, id, title, docNumber, date, validity, disclosure, document, summary, demo} = records.index.records[record]!;
  const articles = why === 'doc-number' ? [] : articlesWith(records, record, words);
  const [first, ...others] = articles;
  const marks = marksIn(words, records.title(record));
  const excerpt = first ? cut(first.text, words) : summary && cut(summary, words);
  const inNumber = docNumber === undefined ? [] : matchRanges(docNumber, words);
  const link = linkTo(records, record);
  return {
    type,
    id,
    link: link && first && why !== 'exact-title' ? `${link}#${first.id}` : link,
    title,
    ...defined({docNumber, date, validity, disclosure, document, demo}),
    ...publisher(records, record),
    why,
    ...defined({excerpt, article: first && nameOf(first)}),
    ...(others.length > 0 ? {moreArticles: others.map(nameOf)} : {}),
    highlights: {
      title: matchRanges(title, marks),
      ...(inNumber.length > 0 ? {docNumber: inNumber} : {}),
      ...(excerpt ? {excerpt: rangesIn(excerpt, words)} : {}),
    },
  };
}

type Defined<T> = {[K in keyof T]?: Exclude<T[K], undefined>};
const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined && member !== '')) as Defined<T>;

function linkTo({index}: Records, record: number): string {
  const {type, id, title} = index.records[record]!;
  const link = (index.links[type] ?? '').replace('{id}', encodeURIComponent(id)).replace('{title}', encodeURIComponent(title));
  // The file may have been edited: nothing but a web address or a path of this site becomes a link.
  return /^(?:https?:\/\/|\/(?!\/))/.test(link) ? link : '';
}

function publisher({index}: Records, record: number): Partial<SearchHit> {
  const agency = index.agencies[index.records[record]!.agency];
  if (!agency) return {};
  const regionName = index.regions.find(({id}) => id === agency.region)?.name;
  return {agency: agency.id, agencyName: agency.name, region: agency.region, ...defined({regionName})};
}

const nameOf = ({id, label, heading}: SearchIndexArticle): SearchArticle => ({id, ...defined({label, heading})});

/** Articles that hold at least half of the words, best first. */
function articlesWith(records: Records, record: number, words: readonly string[]): SearchIndexArticle[] {
  const {articles = []} = records.index.records[record]!;
  const row = records.first[record]! + 1;
  const found = articles.map((article, i) => ({article, held: hold(words, records.texts[row + i]!)}));
  return found
    .filter(({held}) => held.share >= 0.5)
    .sort((a, b) => b.held.share - a.held.share || Number(b.held.whole) - Number(a.held.whole))
    .slice(0, 1 + MORE_ARTICLES)
    .map(({article}) => article);
}

const rangesIn = (text: string, words: readonly string[]): [number, number][] => {
  const whole = matchRanges(text, words);
  if (whole.length > 0) return whole;
  // No word stands there whole: its pieces of two characters.
  return matchRanges(text, words.flatMap((word) => [...word].slice(1).map((_, i) => word.slice(i, i + 2)))); // prettier-ignore
};

/** The stretch of a text around most of what is marked. */
export function cut(text: string, words: readonly string[]): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= EXCERPT) return flat;
  const ranges = rangesIn(flat, words);
  const held = (from: number): number =>
    ranges.reduce((sum, [start, end]) => (start >= from && end <= from + EXCERPT - BEFORE ? sum + end - start : sum), 0);
  const best = ranges.reduce((at, [start]) => (held(start) > held(at) ? start : at), ranges[0]?.[0] ?? 0);
  let from = Math.max(0, best - BEFORE);
  let to = Math.min(flat.length, from + EXCERPT);
  // Never half of a pair of surrogates.
  if (/[\udc00-\udfff]/.test(flat[from]!)) from++;
  if (/[\udc00-\udfff]/.test(flat[to] ?? '')) to++;
  return `${from > 0 ? '…' : ''}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`;
}
