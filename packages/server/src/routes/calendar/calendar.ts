import {CALENDAR_YEARS} from '@zwgk/rules';
import type {Api} from '../../http/api.ts';
import {ProblemError} from '../../http/problem.ts';

export function calendarRoutes(api: Api): void {
  api.on('getCalendar', ({path}) => {
    const body = CALENDAR_YEARS.find(({year}) => year === path.year);
    if (!body) throw new ProblemError('calendar-not-published');
    return {body};
  });
}
