/** What is asked for often could be published of its own accord: suggestions for the self-check of November (R3.8, 条例第四十四条). */
import type {SelfCheck} from '@zwgk/contract';
import type {Store} from '../../store/store.ts';

const MOST_NUMBERS = 100;

export async function selfCheck(store: Store, year: number, agency: string | undefined): Promise<SelfCheck> {
  const {applications} = store;
  const heads = await applications.heads({handledBy: agency});
  const asked = heads.filter(({topic, progress}) => topic !== null && progress.submittedOn?.startsWith(String(year)));
  const topics: SelfCheck['topics'] = [];
  for (const [, same] of Map.groupBy(asked, ({topic}) => topic)) {
    if (same.length < 2) continue;
    const {request} = (await applications.find(same[0]!.number))?.input ?? {};
    const topic = request?.title?.trim() || request?.docNumber?.trim();
    if (topic) topics.push({topic, count: same.length, numbers: same.slice(0, MOST_NUMBERS).map(({number}) => number)});
  }
  return {year, topics: topics.sort((a, b) => b.count - a.count)};
}
