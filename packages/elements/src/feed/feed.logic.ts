/** How soon a policy was passed on, and pages joined to one list. Pure: no lit, no DOM. */
import type {Repost, RepostList} from '@zwgk/contract';

const DAY = 86_400_000;
/** China's clock is eight hours ahead all year. */
const inChina = (instant: string): Date => new Date(Date.parse(instant) + DAY / 3);

/** Calendar days in China from publication to repost; negative where the source was dated later. */
export const daysUntil = ({publishedOn, repostedAt}: Repost): number =>
  Math.floor(inChina(repostedAt).getTime() / DAY) - Math.floor(Date.parse(publishedOn) / DAY);

/** Time of day in China: 10:05. */
export const clock = (instant: string): string => inChina(instant).toISOString().slice(11, 16);

/** As many rows as the page asks for, within what the API gives at once; 5 where it asks for nothing sensible. */
export const rowsOf = (limit: number): number => (limit >= 1 ? Math.min(Math.floor(limit), 100) : 5);

/** The next page under the ones before it; what was passed on in between is not listed twice. */
export function joined(before: RepostList | undefined, page: RepostList): RepostList {
  const held = before?.items ?? [];
  return {...page, items: [...held, ...page.items.filter(({id}) => !held.some((one) => one.id === id))]};
}
