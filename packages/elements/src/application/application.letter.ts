/** The request as a letter: where it cannot be sent from here, everything typed is on paper. */
import {html, nothing, type TemplateResult} from 'lit';
import {formatDate} from '../foundation/format.ts';
import {chinaDate} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';
import {linesOf} from './application.summary.ts';

/** @param shown Whether it is seen before it is printed. */
export function renderLetter(session: ApplicationSession, shown: boolean): TemplateResult {
  const {t, host} = session;
  const {agencyName, office} = host.guide;
  const lines = (['who', 'what', 'how'] as const).flatMap((step) => linesOf(session, step, true));
  return html`<section class="letter ${shown ? '' : 'paper'}" lang=${host.locale} aria-label=${t.letter}>
    <p class="title">${host.kind === 'correction' ? t.letterTitleRecord : t.letterTitle}</p>
    <p>${t.letterTo(agencyName)}</p>
    <dl class="dl">
      ${lines.map(
        ({label, text}) =>
          html`<dt>${label}</dt>
            <dd class="pre">${text}</dd>`,
      )}
    </dl>
    <p>${t.letterEnclosed}</p>
    <p class="sign">${t.letterSign}</p>
    <p class="sign">${formatDate(chinaDate(Date.now()), host.locale)}</p>
    <p class="small">${t.letterSend} <span lang="zh-Hans">${office.address ?? nothing} ${office.name} ${office.phone}</span></p>
  </section>`;
}

export const renderPrint = ({t}: ApplicationSession, name = 'btn secondary'): TemplateResult =>
  html`<button class=${name} type="button" @click=${() => window.print()}>${t.printLetter}</button>`;
