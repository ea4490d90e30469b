import {findDocNumbers} from '@zwgk/rules';

const HAN_DIGITS = '〇一二三四五六七八九';
const DATE =
  /(\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日/u;

/** What the lines under a title say about a document's dates and numbers. */
export interface Promulgation {
  /** Newest date of issue or amendment, ISO. */
  readonly issuedOn?: string;
  readonly effectiveOn?: string;
  readonly docNumbers: string[];
}

function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (c: string | undefined, empty: number): number => (c ? HAN_DIGITS.indexOf(c) : empty);
  return (text.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
}

/** First date written in a Chinese text (2019年4月3日, 一九九五年三月二十六日), as ISO; `undefined` when there is none. */
export function findDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const year = /^\d/.test(match[1]!)
    ? match[1]!
    : [...match[1]!].map((c) => Math.max(0, HAN_DIGITS.indexOf(c === '○' || c === '零' ? '〇' : c))).join('');
  const [month, day] = [smallNumber(match[2]!), smallNumber(match[3]!)];
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  return month === date.getUTCMonth() + 1 && day === date.getUTCDate() ? date.toISOString().slice(0, 10) : undefined;
}

/** Whether a line is one of those printed under a title: dates of passing, issue, amendment, entry into force. */
export const isPromulgationLine = (line: string): boolean =>
  line.length <= 160 && (new RegExp(`^[(（]?\\s*(?:自\\s*)?${DATE.source}`, 'u').test(line) || /^(发布|公布)之日(起)?施行$/.test(line));

/** Reads the lines under a title, in printed order. */
export function readPromulgation(lines: readonly string[]): Promulgation {
  const issued: string[] = [];
  let effectiveOn: string | undefined;
  for (const line of lines) {
    const date = findDate(line);
    if (!date) continue;
    if (/施行|实施|生效/.test(line) && !/公布|发布|修/.test(line)) effectiveOn = date;
    else if (!/会议.{0,8}通过/.test(line)) issued.push(date);
  }
  const issuedOn = issued.toSorted().at(-1);
  return {
    ...(issuedOn ? {issuedOn} : {}),
    ...(effectiveOn ? {effectiveOn} : {}),
    docNumbers: findDocNumbers(lines.join('\n')),
  };
}
