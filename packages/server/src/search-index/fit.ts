/** Keeps a static index small enough for a page to load. */
import type {SearchIndexArticle, SearchIndexRecord} from '@zwgk/contract';

/** UTF-16 units of article text in one file: about 3 MB in UTF-8, a quarter of that on the wire. */
export const ARTICLE_TEXT = 1_000_000;
/** How much of each article is kept, in UTF-16 units: the most of these that fits. */
const LENGTHS = [Infinity, 400, 200, 120, 80, 40, 0];

/** The beginning of a text, never half of a surrogate pair. */
const begin = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

const sum = (records: readonly SearchIndexRecord[], measure: (article: SearchIndexArticle) => number): number =>
  records.reduce((total, {articles = []}) => articles.reduce((part, article) => part + measure(article), total), 0);

/** Cuts every article to the same length, so that all the text together stays within `most`. */
export function fitted(records: readonly SearchIndexRecord[], most: number = ARTICLE_TEXT): {records: SearchIndexRecord[]; length: number} {
  const length = LENGTHS.find((limit) => sum(records, ({text}) => Math.min(text.length, limit)) <= most) ?? 0;
  if (length === Infinity) return {records: [...records], length};
  const cut = ({articles = [], ...rest}: SearchIndexRecord): SearchIndexRecord =>
    articles.length === 0 || length === 0 ? rest : {...rest, articles: articles.map((one) => ({...one, text: begin(one.text, length)}))};
  return {records: records.map(cut), length};
}
