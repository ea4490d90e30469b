/**
 * Document numbers (发文字号, GB/T 9704-2012): issuer's code, year in 〔〕, serial, 号. Real tables write them
 * in every bracket and width, with 第, leading zeros or blanks; they all normalise to one form.
 */
const BRACKETED = /([\p{Script=Han}]{1,12}?)\s*[[({（【［〔﹝〖⟦]\s*((?:19|20)\d{2})\s*[\])}）】］〕﹞〗⟧]\s*第?\s*0*([1-9]\d{0,4})\s*号/gu;
const ORDER = /([\p{Script=Han}]{1,20}?令)\s*第?\s*0*([1-9]\d{0,4})\s*号/gu;

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\u200b-\u200d\u2060\ufeff]/g, '');
/** Words that stand before a number in running text and are no part of the issuer's code. */
const LEAD = /^.*(?:根据|依据|按照|以及|文号|文件|通知|办法|意见|规定|条例|法|和|及|、|与)/u;

/** Document numbers found in a text, normalised, in order, without duplicates. */
export function findDocNumbers(text: string): string[] {
  const plain = halfWidth(text);
  const found: [number, string][] = [];
  for (const m of plain.matchAll(BRACKETED)) found.push([m.index, `${m[1]!.replace(LEAD, '')}〔${m[2]}〕${m[3]}号`]);
  for (const m of plain.matchAll(ORDER)) {
    const issuer = m[1]!.replace(LEAD, '');
    if (issuer.length > 1) found.push([m.index, `${issuer}第${m[2]}号`]);
  }
  found.sort((a, b) => a[0] - b[0]);
  return [...new Set(found.map(([, number]) => number))];
}

/** One document number in its standard form; `undefined` when the text is none. */
export function normaliseDocNumber(text: string): string | undefined {
  const compact = text.replace(/\s/g, '');
  const [first, ...rest] = findDocNumbers(compact);
  return rest.length === 0 ? first : undefined;
}
