import {chinaDate} from './calendar.ts';
import type {Violation} from './disclosure.ts';

/** What was published, on which day in China, and when exactly if that is known. */
export interface Published {
  readonly publishedOn: string;
  readonly publishedAt?: string;
}

/** The instant of a publication falls on its day: the periods of R4.4 count from the one, what people are told from the other. */
export const reviewPublishedAt = ({publishedOn, publishedAt}: Published): Violation[] =>
  publishedAt === undefined || chinaDate(Date.parse(publishedAt)) === publishedOn
    ? []
    : [
        {
          code: 'rule-violated',
          path: '/publishedAt',
          rule: 'R4.4',
          message: `发布时间 publishedAt 不在发布日期 ${publishedOn} 这一天（北京时间）。`,
        },
      ];

/** Whole minutes from one publication to another one; `undefined` where an instant is not known, or the order is the other way round. */
export function minutesBetween(from: Published, to: Published): number | undefined {
  if (from.publishedAt === undefined || to.publishedAt === undefined) return undefined;
  const minutes = Math.floor((Date.parse(to.publishedAt) - Date.parse(from.publishedAt)) / 60_000);
  return minutes >= 0 ? minutes : undefined;
}
