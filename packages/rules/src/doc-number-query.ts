/**
 * Document numbers as people type them into a search box: 苏政办发〔2017〕151号 as 苏政办发2017151, as 2017 151, as
 * 国令711. A key leaves out what people vary: brackets, 第, 号, leading zeros.
 */
import {normaliseDocNumber} from './doc-number.ts';
import {fold} from './fold.ts';

/** Code, year and serial, of which only the code may be missing; or an order (令), which has no year. */
const YEARLY = /^(?:(\p{Script=Han}{1,12}?) ?)?〔? ?((?:19|20)\d\d)(?: ?〕? ?(?:年|第|-|—|\/| |〕) ?第? ?)?0*([1-9]\d{0,4}) ?号?$/u;
const ORDER = /^(\p{Script=Han}{0,30}?) ?(?:令 ?第? ?0*([1-9]\d{0,4}) ?号?|第? ?0*([1-9]\d{0,4}) ?号?令)$/u;
/** The same with the number before the issuer: 第711号国务院令. */
const ORDER_AFTER = /^第? ?0*([1-9]\d{0,4}) ?号 ?(\p{Script=Han}{1,30}?) ?令$/u;
const STANDARD = /^(.*)〔(\d{4})〕(\d+)号$/u;
const STANDARD_ORDER = /^(.*)令第(\d+)号$/u;

const issuerKey = (issuer: string): string => issuer.replaceAll('中华人民共和国', '').replace(/^国$/u, '国务院');

export interface DocNumberQuery {
  /** The one key of the number as a whole. */
  readonly key: string;
  /** The key without the issuer's code, which several numbers may share. */
  readonly loose: string;
}

const yearly = (code: string, year: string, serial: string): DocNumberQuery => ({
  key: `${code}〔${year}〕${Number(serial)}`,
  loose: `〔${year}〕${Number(serial)}`,
});

const order = (issuer: string, serial: string): DocNumberQuery => ({
  key: `${issuerKey(issuer)}令${Number(serial)}`,
  loose: `令${Number(serial)}`,
});

/** The document number that a query is, however it is written; `undefined` when it is none. */
export function docNumberQuery(query: string): DocNumberQuery | undefined {
  const text = fold(query);
  const found = YEARLY.exec(text);
  if (found) return yearly(found[1] ?? '', found[2]!, found[3]!);
  const ordered = ORDER.exec(text);
  if (ordered) return order(ordered[1]!, ordered[2] ?? ordered[3]!);
  const after = ORDER_AFTER.exec(text);
  if (after) return order(after[2]!, after[1]!);
  return docNumberKeys(query);
}

/** Under which keys a printed number is found; `undefined` when the text is no number. */
export function docNumberKeys(printed: string): DocNumberQuery | undefined {
  const number = normaliseDocNumber(fold(printed));
  if (number === undefined) return undefined;
  const found = STANDARD.exec(number);
  if (found) return yearly(found[1]!, found[2]!, found[3]!);
  const ordered = STANDARD_ORDER.exec(number);
  return ordered ? order(ordered[1]!, ordered[2]!) : undefined;
}
