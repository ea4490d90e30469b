/** How long it still takes, day by day, and how that is counted. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ApplicationStatus, StatutoryClock} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import {endingOf, ticksOf, totalsOf, type Ending} from './application-status.details.logic.ts';
import type {DetailsStrings} from './application-status.details.strings.ts';
import {dated, monthDay} from './application-status.parts.ts';

/** The one thing that a reader comes for: how long it still takes, or that it is over. */
export function headline({clock, answer, ...rest}: ApplicationStatus, t: DetailsStrings, locale: Locale): string {
  const ending = endingOf({clock, ...(answer ? {answer} : {}), ...rest});
  if (ending) return endingLine(ending, answer?.answeredOn ?? clock.doneOn, t, locale);
  switch (clock.status) {
    case 'running':
      return (clock.estimated ? t.estimated : t.running)(clock.remainingWorkdays ?? 0);
    case 'overdue':
      return t.overdue(clock.lateBy ?? 0);
    case 'paused':
      return t.paused;
    case 'not_started':
    case 'done':
      return t.notStarted;
  }
}

function endingLine(ending: Ending, on: string | undefined, t: DetailsStrings, locale: Locale): string {
  const [before, after] = t.answeredOn;
  return ending === 'answered' ? `${before}${on ? formatDate(on, locale) : ''}${after}` : t.ended[ending];
}

/** By when the answer is due, said as surely as it is known. */
function renderDue({status, due, estimated}: StatutoryClock, t: DetailsStrings, locale: Locale): unknown {
  if (!due || status === 'done' || status === 'not_started') return nothing;
  const words = t.due[status === 'running' && estimated ? 'estimated' : status];
  return html`${dated(words, due, locale)}${estimated ? t.mayChange : nothing}`;
}

function onTime({segments, lateBy}: StatutoryClock, t: DetailsStrings): string {
  if (lateBy) return t.tooLate(lateBy);
  const used = totalsOf(segments).find(({kind}) => kind === 'used')?.workdays;
  return used === undefined ? '' : t.onTime(used);
}

/** The headline and what follows from it. */
export function renderHeadline(status: ApplicationStatus, t: DetailsStrings, locale: Locale): TemplateResult {
  const {clock, state} = status;
  const ending = endingOf(status);
  const late = clock.status === 'overdue' ? t.late : undefined;
  const after = ending === 'answered' ? onTime(clock, t) : ending ? t.states[ending] : (late ?? t.states[state]);
  return html`<div class="headline">
    ${ending ? nothing : html`<p class="soft">${t.howLong}</p>`}
    <p class="big">${headline(status, t, locale)}</p>
    <p>${ending ? nothing : renderDue(clock, t, locale)}${after}</p>
  </div>`;
}

/** One mark a working day: for the eye alone, the sums say the same. */
function renderTicks({segments, due, doneOn}: StatutoryClock, t: DetailsStrings, locale: Locale): TemplateResult {
  const ticks = ticksOf(segments);
  const end = [...segments].pop()!.to;
  return html`<div class="days" aria-hidden="true">
    <div class="ticks ${ticks.length > 45 ? 'dense' : ''}">
      ${ticks.map(({kind, today}) => html`<i class="${kind} ${today && !doneOn ? 'today' : ''}"></i>`)}
    </div>
    <div class="ends small soft">
      <span><span>${monthDay(segments[0]!.from, locale)}</span><span>${t.first}</span></span>
      <span><span>${monthDay(end, locale)}</span>${end === due ? html`<span>${t.last}</span>` : nothing}</span>
    </div>
  </div>`;
}

function renderHow({startedOn, pauses, extendedBy}: StatutoryClock, t: DetailsStrings, locale: Locale): TemplateResult {
  const reasons = [...new Map(pauses.map((pause) => [pause.reason, pause.law])).entries()];
  return html`<details class="disclose">
    <summary>${icon('chevron')}<span class="t">${t.how}</span></summary>
    <div class="in">
      <p>${startedOn ? t.howFrom(formatDate(startedOn, locale)) : nothing}${t.howDays}</p>
      ${extendedBy ? html`<p>${t.extendedBy(extendedBy)}</p>` : nothing}
      ${reasons.map(
        ([reason, law]) =>
          html`<p>
            ${t.pauses[reason]}<span class="soft">${t.law}<span lang="zh-Hans">${law}</span></span>
          </p>`,
      )}
    </div>
  </details>`;
}

/** The days of the period, their sums, and how they are counted. */
export function renderClock({clock}: ApplicationStatus, t: DetailsStrings, locale: Locale): unknown {
  const {segments, pauses, startedOn} = clock;
  if (segments.length === 0 && pauses.length === 0 && !startedOn) return nothing;
  return html`<div class="clock">
    ${segments.length > 0 ? renderTicks(clock, t, locale) : nothing}
    <ul class="sums">
      ${totalsOf(segments).map(({kind, workdays}) => html`<li><i class="key ${kind}" aria-hidden="true"></i>${t.sums[kind](workdays)}</li>`)}
    </ul>
    ${renderHow(clock, t, locale)}
  </div>`;
}
