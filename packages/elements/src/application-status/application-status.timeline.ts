/** What happened, where it stands, and the days ahead, in plain words. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ApplicationEvent, ApplicationStatus, ClockPause, Milestone} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import {rowsOf, type Row} from './application-status.details.logic.ts';
import type {DetailsStrings} from './application-status.details.strings.ts';
import {dated, statusIcon} from './application-status.parts.ts';

function renderEvent(event: ApplicationEvent, t: DetailsStrings, locale: Locale): TemplateResult {
  const {on, agencyName, note, until} = event;
  return html`<li>
    ${icon('done')}<strong>${t.events[event.type](event)}</strong><time datetime=${on}>${formatDate(on, locale)}</time>
    ${agencyName ? html`<p lang="zh-Hans">${agencyName}</p>` : nothing} ${until ? html`<p>${dated(t.until, until, locale)}</p>` : nothing}
    ${note ? html`<p class="said" lang="zh-Hans">${note}</p>` : nothing}
  </li>`;
}

function renderPause({from, to, workdays, reason, law}: ClockPause, t: DetailsStrings, locale: Locale): TemplateResult {
  const first = formatDate(from, locale);
  return html`<li class="pause">
    ${statusIcon('pause')}<strong>${t.pause(workdays, to === undefined)}</strong>
    <span class="when">${to ? (to === from ? first : t.range(first, formatDate(to, locale))) : t.since(first)}</span>
    <p>${t.pauses[reason]}</p>
    <p class="soft small">${t.law}<span lang="zh-Hans">${law}</span></p>
  </li>`;
}

function renderTodo({what, on, estimated}: Milestone, isLate: boolean, t: DetailsStrings, locale: Locale): TemplateResult {
  const words = isLate && what === 'answer' ? t.missed : estimated ? t.estimatedUntil : t.until;
  return html`<li class="todo">
    ${statusIcon('todo')}<span>${t.milestones[what]}</span>
    <span class="when">${dated(words, on, locale)}</span>
  </li>`;
}

function renderRow(row: Row, status: ApplicationStatus, t: DetailsStrings, locale: Locale): TemplateResult {
  switch (row.kind) {
    case 'event':
      return renderEvent(row.event, t, locale);
    case 'pause':
      return renderPause(row.pause, t, locale);
    case 'now':
      return html`<li aria-current="step">
        ${statusIcon('now')}<strong>${t.now}</strong>
        <p>${t.states[status.state]}</p>
      </li>`;
    case 'todo':
      return renderTodo(row.milestone, status.clock.status === 'overdue', t, locale);
  }
}

export const renderTimeline = (status: ApplicationStatus, t: DetailsStrings, locale: Locale): TemplateResult =>
  html`<ol class="timeline">
    ${rowsOf(status).map((row) => renderRow(row, status, t, locale))}
  </ol>`;
