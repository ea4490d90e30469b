import type {Locale} from './host-context.ts';

/** A calendar date with its weekday: 2026年11月24日（周二）. Text that is no date comes back as it is. */
export function formatDate(date: string, locale: Locale): string {
  // An instant is shown by China's calendar.
  const time = new Date(date.length > 10 ? Date.parse(date) + 8 * 3_600_000 : date);
  if (!(time.getTime() > 0)) return date;
  const text = time.toLocaleDateString(locale === 'en' ? 'en-GB' : locale, {dateStyle: 'long', timeZone: 'UTC'});
  const weekday = time.toLocaleDateString(locale, {weekday: 'short', timeZone: 'UTC'});
  return locale === 'en' ? `${weekday}, ${text}` : `${text}（${weekday}）`;
}

/** A whole number with separators. */
export const formatNumber = (value: number): string => value.toLocaleString('en');
