import type {Locale} from './host-context.ts';

/** A calendar date with its weekday: 2026年11月24日（周二）. Text that is no date comes back as it is. */
export function formatDate(date: string, locale: Locale): string {
  const time = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return date;
  if (locale === 'en')
    return time.toLocaleDateString('en-GB', {weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  const weekday = (locale === 'zh-Hans' ? '周' : '週') + '日一二三四五六'[time.getUTCDay()]!;
  return `${time.getUTCFullYear()}年${time.getUTCMonth() + 1}月${time.getUTCDate()}日（${weekday}）`;
}

/** A whole number with separators. */
export const formatNumber = (value: number): string => value.toLocaleString('en');
