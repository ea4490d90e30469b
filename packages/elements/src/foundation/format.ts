import type {Locale} from './host-context.ts';

const TAGS: Record<Locale, string> = {'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB'};
const formats = new Map<string, Intl.DateTimeFormat>();

/** A calendar date with its weekday: 2026年11月24日（周二）. Text that is no date comes back as it is. */
export function formatDate(date: string, locale: Locale): string {
  const day = date.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  const part = (options: Intl.DateTimeFormatOptions): string => {
    const key = `${locale}${Object.keys(options).join('')}`;
    let format = formats.get(key);
    if (!format) formats.set(key, (format = new Intl.DateTimeFormat(TAGS[locale], {...options, timeZone: 'UTC'})));
    return format.format(time);
  };
  if (locale === 'en') return part({weekday: 'short', day: 'numeric', month: 'long', year: 'numeric'});
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日（${part({weekday: 'short'})}）`;
}

/** A whole number with separators. */
export const formatNumber = (value: number, locale: Locale): string => value.toLocaleString(TAGS[locale]);

/** A file's size: 312 KB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
