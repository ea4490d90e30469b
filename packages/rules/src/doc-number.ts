/**
 * Document numbers (发文字号, GB/T 9704-2012): issuer's code, year in 〔〕, serial, 号. Real tables write them
 * in every bracket and width, with 第, leading zeros or blanks; they all normalise to one form.
 */
const BRACKETED = /([\p{Script=Han}]{1,12}?)\s*[[({（【［〔﹝〖⟦]\s*((?:19|20)\d{2})\s*[\])}）】］〕﹞〗⟧]\s*第?\s*0*([1-9]\d{0,4})\s*号/gu;
/** 国务院令第711号, 国务院、中央军事委员会令第288号, 交通部第61号令. */
const ORDER =
  /((?:[\p{Script=Han}]{2,30}、){0,5}[\p{Script=Han}]{1,30}?)(?:令\s*第?\s*0*([1-9]\d{0,4})\s*号|第\s*0*([1-9]\d{0,4})\s*号令)/gu;

const fullToHalf = (text: string): string => text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
/** Words that stand before a number in running text and are no part of the issuer's code. */
const LEAD = /^.*(?:根据|依据|依照|按照|文号|文件|通知|办法|意见|规定|条例|[日月年号])/u;
const JOIN = /^(?:以及|和|及|与)/u;
const AUTHORITY = /(?:国务院|委员会|部|局|署|政府|厅|院|会|行|办公室)$/u;

/** The issuer alone, of a number that starts at `index` of its text (和政发 keeps its 和, 号和国办发 does not). */
const issuerOf = (words: string, index: number): string => {
  const own = words.replace(LEAD, '');
  return index > 0 ? own.replace(JOIN, '') : own;
};

/** Issuers of an order, 中华人民共和国 left out; words before the first authority go. */
function orderIssuer(words: string, index: number): string {
  const names = words.replaceAll('中华人民共和国', '').split('、');
  const from = names.findLastIndex((name, i) => i < names.length - 1 && !AUTHORITY.test(name)) + 1;
  return names
    .slice(from)
    .map((name, i) => (i === 0 ? issuerOf(name, index) : name))
    .filter(Boolean)
    .join('、');
}

/** A document number in a text, normalised, and the range in which it stands. */
export interface FoundDocNumber {
  number: string;
  start: number;
  end: number;
}

/** Document numbers of a text in order; `text` has no invisible characters. */
export function docNumberRanges(text: string): FoundDocNumber[] {
  const plain = fullToHalf(text);
  const found: FoundDocNumber[] = [];
  const add = (m: RegExpExecArray, issuer: string, number: string): void => {
    // Words before the issuer are no part of the number; an issuer that lost words inside stands as it is printed.
    const start = m.index + Math.max(0, m[1]!.endsWith(issuer) ? m[1]!.length - issuer.length : 0);
    found.push({number, start, end: m.index + m[0].length});
  };
  for (const m of plain.matchAll(BRACKETED)) {
    const issuer = issuerOf(m[1]!, m.index);
    add(m, issuer, `${issuer}〔${m[2]}〕${m[3]}号`);
  }
  for (const m of plain.matchAll(ORDER)) {
    const issuer = orderIssuer(m[1]!, m.index);
    if (issuer) add(m, issuer, `${issuer}令第${m[2] ?? m[3]}号`);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Document numbers found in a text, normalised, in order, without duplicates. */
export const findDocNumbers = (text: string): string[] => [
  ...new Set(docNumberRanges(text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '')).map(({number}) => number)),
];

/** One document number in its standard form; `undefined` when the text is none. */
export function normaliseDocNumber(text: string): string | undefined {
  const compact = text.replace(/\s/g, '');
  const [first, ...rest] = findDocNumbers(compact);
  return rest.length === 0 ? first : undefined;
}
