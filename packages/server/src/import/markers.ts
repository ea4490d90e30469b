/** How official Chinese texts number their parts, recognised at the start of a paragraph. */
import {parseNumeral} from '@zwgk/rules';

const NUMERAL = '[0-9零〇一二三四五六七八九十百两]{1,6}';
const ARTICLE = new RegExp(`^第\\s*(${NUMERAL})\\s*条(?:\\s*之\\s*(${NUMERAL}))?(\\s+|$)?`, 'u');
const DIVISION = new RegExp(`^第\\s*(${NUMERAL})\\s*(编|章|节)(\\s+|$|(?=[^\\s，。；：、]{1,30}$))`, 'u');
const ITEM = new RegExp(`^(${NUMERAL})\\s*、\\s*`, 'u');
const SUBITEM = new RegExp(`^[（(]\\s*(${NUMERAL})\\s*[)）]\\s*、?\\s*`, 'u');
const ANNEX = new RegExp(`^(附件|附表|附录|附图|附)\\s*(${NUMERAL})?\\s*(?:[：:]\\s*|\\s+|$)`, 'u');
const RUNNING = new RegExp(`(?<=\\s)第(${NUMERAL})条(?=\\s)`, 'gu');

export interface Marker {
  readonly number: number;
  /** 之一, 之二 …; 0 for a plain number. */
  readonly sub: number;
  /** As printed, without blanks. */
  readonly label: string;
  readonly rest: string;
  /** Whether a blank or the paragraph's end follows: a reference in running text (第十二条规定) has none. */
  readonly spaced: boolean;
}

function marker(match: RegExpExecArray | null, text: string, spaced = true): Marker | undefined {
  const number = match?.[1] && parseNumeral(match[1]);
  if (!match || !number) return undefined;
  const label = match[0].replace(/\s/g, '');
  return {number, sub: (match[2] && parseNumeral(match[2])) || 0, label, rest: text.slice(match[0].length), spaced};
}

export function articleMarker(text: string): Marker | undefined {
  const match = ARTICLE.exec(text);
  return marker(match, text, match?.[3] !== undefined);
}

export function divisionMarker(text: string): (Marker & {kind: 'part' | 'chapter' | 'section'}) | undefined {
  const match = DIVISION.exec(text);
  if (!match) return undefined;
  const kind = ({编: 'part', 章: 'chapter', 节: 'section'} as const)[match[2] as '编' | '章' | '节'];
  const found = marker(Object.assign([match[0], match[1]], {index: 0, input: text}) as RegExpExecArray, text);
  return found && {...found, kind};
}

/** 一、 and （一） of texts that have no articles. */
export const itemMarker = (text: string): Marker | undefined => marker(/^[0-9]/.test(text) ? null : ITEM.exec(text), text);
export const subItemMarker = (text: string): Marker | undefined => marker(/^[（(]\s*[0-9]/.test(text) ? null : SUBITEM.exec(text), text);

/** 附件, 附件2：标题, 附表 …; not a list of attachments (附件：1．…) and not a sentence. */
export function annexMarker(text: string): {label: string; rest: string} | undefined {
  const match = ANNEX.exec(text);
  if (!match || text.length > 120) return undefined;
  const rest = text.slice(match[0].length);
  if (/^[0-9]+\s*[.．、]|。/.test(rest)) return undefined;
  return {label: match[0].trim().replace(/\s/g, ''), rest};
}

/** Cuts a paragraph in which several articles run together; `next` is the number expected first. */
export function splitRunningArticles(text: string, next: number): string[] {
  const parts: string[] = [];
  let from = 0;
  let expected = articleMarker(text)?.number === next ? next + 1 : next;
  for (const match of text.matchAll(RUNNING)) {
    if (parseNumeral(match[1]!) !== expected || match.index === 0) continue;
    parts.push(text.slice(from, match.index).trim());
    from = match.index;
    expected++;
  }
  parts.push(text.slice(from).trim());
  return parts.filter(Boolean);
}

/** Whether a line can be the heading that its marker left out: short, no sentence. */
export const isHeadingLike = (text: string): boolean =>
  text.length <= 40 &&
  !/[。；：，！？]/.test(text) &&
  !articleMarker(text) &&
  !divisionMarker(text) &&
  !itemMarker(text) &&
  !subItemMarker(text);
