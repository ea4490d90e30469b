import type {TimeLimit} from '@zwgk/contract';

const DIGITS: Readonly<Record<string, number>> = {零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9};
const UNITS: Readonly<Record<string, NonNullable<TimeLimit['unit']>>> = {
  工作日: 'workday',
  日: 'day',
  天: 'day',
  自然日: 'day',
  个月: 'month',
  月: 'month',
  年: 'year',
  小时: 'hour',
};
const PERIOD = /(\d{1,4}|[零〇一二两三四五六七八九十百]{1,5})\s*个?\s*(工作日|自然日|个月|月|小时|日|天|年)/u;

const FIXED_DAY = /每[年季月周半][^内]*[前底末]|\d{4}年\d|\d{1,2}月\d{1,2}日前/;
/** 公示 that is still to run, not one that has ended (公示期满后, 公示无异议后). */
const POSTED = /公示(?!期?(?:结束|期?满|完成|无异议|之?后))|不(?:得)?少于/;
/** The words before a period, after the last break: 信息形成或者变更之日起, 自批复后, 信息形成或变更. */
const ANCHOR = /^(?:自|从|在|于)?(.{1,90}?)(?:之?次?日)?(?:(?:之|以)?(?:起|后)|(?<=之日|形成|变更))$/u;
/** What may stand between them and the period: 自批复之日起，应当在15日内. */
const FILLER = /(?:[,;:。的内在于]|应当?|须|不超过|不晚于|最[长迟]|原则上)+$/u;
/** The same words behind it: 20个工作日内（自信息形成之日起计算）. */
const ANCHOR_BEHIND = /自([^,;:。()]{1,90}?)之?次?日起/u;
/** The contract's bound; past it a number is no period. */
const MAX_DAYS = 3650;

/** A positive whole number written in digits or Chinese numerals up to 999; `undefined` when it is none. */
export function parseNumeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百' || char === '十') {
      total += (digit || 1) * (char === '百' ? 100 : 10);
      digit = 0;
    } else {
      const value = DIGITS[char];
      if (value === undefined) return undefined;
      digit = value;
    }
  }
  return total + digit || undefined;
}

/** What a period counts from, where the limit says so. */
function anchorOf(before: string, behind: string): string | undefined {
  const clause = before
    .slice(-100)
    .replace(FILLER, '')
    .replace(/^.*[,;:。]/u, '')
    .replace(/^.*\((?=[^)]*$)/u, '');
  return (ANCHOR.exec(clause) ?? ANCHOR_BEHIND.exec(behind))?.[1];
}

/**
 * A publication limit (公开时限) as tables print it, read into data. The text is kept as it stands.
 * 信息形成或者变更之日起20个工作日内, 批复后20日内 → within 20 from an anchor; 3个工作日 → within, without one;
 * 公示7日 → posted_for 7 day; 及时 → prompt; 实时 → realtime; 永久, 长期 → permanent; anything else → unspecified.
 */
export function parseTimeLimit(text: string): TimeLimit {
  const plain = text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
  // A fixed day (每月10日前, 2026年12月31日前) is a date, not a period.
  const period = FIXED_DAY.test(plain) ? null : PERIOD.exec(plain);
  const days = period && parseNumeral(period[1]!);
  const before = plain.slice(0, period?.index ?? 0);
  // 活动前5个工作日 counts backwards from an event that no publication is measured by.
  if (period && days && days <= MAX_DAYS && !before.endsWith('前')) {
    const anchor = anchorOf(before, plain.slice(before.length));
    return {
      text,
      kind: POSTED.test(plain) ? 'posted_for' : 'within',
      days,
      unit: UNITS[period[2]!]!,
      ...(anchor ? {anchor: `${anchor}之日`} : {}),
    };
  }
  if (/实时|随时/.test(plain)) return {text, kind: 'realtime'};
  if (/及时|立即|即时|第一时间|当日|当天/.test(plain)) return {text, kind: 'prompt'};
  if (/永久|长期|常年/.test(plain)) return {text, kind: 'permanent'};
  return {text, kind: 'unspecified'};
}
