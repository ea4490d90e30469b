/** What the reader takes along: the status as text, and its days for a calendar. Neither holds what opens the request. */
import type {ApplicationStatus, Milestone} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import type {Locale} from '../foundation/host-context.ts';
import type {DueDay} from './application-status.calendar.ts';
import {headline} from './application-status.clock.ts';
import {nameOf, rowsOf} from './application-status.details.logic.ts';
import type {DetailsStrings} from './application-status.details.strings.ts';

/** Days that concern the applicant; what others owe each other does not. */
const MINE: readonly Milestone['what'][] = ['answer', 'correction', 'fee'];

/** Days still to come, with the last one for reconsideration of an answer. */
export function dueDays({number, agencyName, office, milestones, answer}: ApplicationStatus, t: DetailsStrings): DueDay[] {
  const day = (id: string, on: string, [before]: readonly [string, string], what: string): DueDay => ({
    id,
    on,
    summary: t.calendarLine(before + what),
    description: [`${t.receipt} ${number}`, agencyName, office && `${office.name} ${office.phone}`].filter(Boolean).join('\n'),
    remind: id !== 'answer',
  });
  const found = milestones
    .filter(({what}) => MINE.includes(what))
    .map(({what, on, estimated}) => day(what, on, estimated ? t.estimatedUntil : t.until, t.milestones[what]));
  const last = answer?.remedies?.find(({kind, until}) => kind === 'reconsideration' && until);
  return last ? [...found, day('reconsideration', last.until!, t.lastDay, t.reconsider)] : found;
}

/** The status in lines of plain text. */
export function statusText(status: ApplicationStatus, t: DetailsStrings, locale: Locale): string {
  const lines = rowsOf(status).flatMap((row) => {
    switch (row.kind) {
      case 'event':
        return [
          `${formatDate(row.on, locale)} ${t.events[row.event.type](row.event)}${row.event.agencyName ? ` ${row.event.agencyName}` : ''}`,
        ];
      case 'pause':
        return [`${formatDate(row.on, locale)} ${t.pause(row.pause.workdays, row.pause.to === undefined)}`];
      case 'now':
        return [];
      case 'todo':
        return [
          `${(row.milestone.estimated ? t.estimatedUntil : t.until)[0]}${formatDate(row.milestone.on, locale)} ${t.milestones[row.milestone.what]}`,
        ];
    }
  });
  const head = [`${t.receipt} ${status.number}`, status.handledByName, nameOf(status.request), headline(status, t, locale)];
  return [...head, '', ...lines].join('\n');
}
