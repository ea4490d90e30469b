/** A draft that another tab has too: what it made of it is told, and nobody's text goes unless the person says so (R12). */
import {html, nothing, type TemplateResult} from 'lit';
import {isSameDraft, keptOf, withDraft, type Values} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';
import {textOf} from './application.summary.ts';

/** Another tab has written, sent or removed the draft. */
export function hearTab(session: ApplicationSession, event: StorageEvent): void {
  const {draft, t, host} = session;
  const before = draft.other;
  const heard = draft.hear(event, session.values);
  if (heard === 'gone') session.note = t.tabGone;
  else if (heard) session.values = withDraft(session.values, heard);
  if (heard === 'gone') host.say(t.tabGone);
  else if (draft.other && draft.other.isRival !== before?.isRival) host.say(draft.other.isRival ? t.tabRival : t.tabFollowed);
  session.element.requestUpdate();
}

/** The person has chosen. */
function settle(session: ApplicationSession, values: Record<string, string>): void {
  session.values = values;
  session.draft.settle(values);
  session.focus('.step-title');
}

/** The fields in which the other text differs, as it has them. */
function renderOther(session: ApplicationSession, other: Values): TemplateResult {
  const names = Object.keys({...keptOf(session.values), ...other}).filter((name) => session.values[name] !== other[name]);
  return html`<dl class="dl">
    ${names.map(
      (name) =>
        html`<dt>${session.labelOf(name)}</dt>
          <dd class="pre">${textOf(session, name, true, other) || session.t.tabEmpty}</dd>`,
    )}
  </dl>`;
}

export function renderTabs(session: ApplicationSession): unknown {
  const {draft, t, values} = session;
  const {other} = draft;
  if (!other || isSameDraft(other.values, values)) return nothing;
  const take = (): void => settle(session, withDraft(values, other.values));
  return html`<div class="callout attention tabs no-print" role="group" aria-labelledby="tabs">
    <p id="tabs">${other.isRival ? t.tabRival : t.tabFollowed}</p>
    <p class="soft">${other.isRival ? t.tabTheirs : t.tabBefore}</p>
    ${renderOther(session, other.values)}
    <p class="actions">
      <button class="btn secondary" type="button" @click=${take}>${other.isRival ? t.tabTake : t.tabBack}</button>
      <button class="btn quiet" type="button" @click=${() => settle(session, {...values})}>${t.tabKeep}</button>
    </p>
  </div>`;
}
