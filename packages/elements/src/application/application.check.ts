/** The last step: everything once more, then it is sent. What has gone wrong is said here, and nothing is lost. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ApiError} from '@zwgk/client';
import {icon} from '../foundation/icons.ts';
import {renderLetter, renderPrint} from './application.letter.ts';
import type {ApplicationSession} from './application.session.ts';
import type {Step} from './application.steps.ts';
import {linesOf} from './application.summary.ts';
import {renderPrivacy} from './application.who.ts';

function renderPart(session: ApplicationSession, step: Step): TemplateResult {
  const {t, level} = session;
  return html`<section class="part">
    <h4 class="h3" aria-level=${level}>${t.parts[step]}</h4>
    <dl class="review">
      ${linesOf(session, step).map(
        ({name, label, text}) =>
          html`<div>
            <dt>${label}</dt>
            <dd class="pre">${text}</dd>
            <dd class="act">
              <button class="btn quiet" type="button" ?disabled=${session.sending.busy} @click=${() => session.show(name)}>
                ${t.change}<span class="sr">${label}</span>
              </button>
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

/** Why nothing was sent, as far as it is known, and what can be done now. */
function renderUnsent(session: ApplicationSession, error: ApiError): TemplateResult {
  const {t, host} = session;
  const {office} = host.guide;
  return html`<div class="unsent" tabindex="-1">
    <p class="h3 attention">${icon('alert')}${t.unsent}</p>
    <p>${t.unsentWhy(error)}</p>
    <p class="actions">
      <button class="btn" type="button" @click=${() => void session.submit()}>${t.sendAgain}</button>
      ${renderPrint(session)}
    </p>
    <p>${t.call} <a class="nowrap" href="tel:${office.phone.replace(/[^\d+]/g, '')}">${office.phone}</a></p>
  </div>`;
}

function renderSend(session: ApplicationSession): TemplateResult {
  const {t, sending} = session;
  const {state, busy} = sending;
  const retry = state.kind === 'sending' ? state.retry : undefined;
  const wait = state.kind === 'resolving' ? t.resolving : retry ? t.retrying(retry.retry + 1) : t.sending;
  return html`<p>${t.truth}</p>
    ${state.kind === 'unsent' ? renderUnsent(session, state.error) : nothing}
    ${navigator.onLine ? nothing : html`<p class="callout attention">${t.offline}</p>`}
    <p class="actions">
      ${
        state.kind === 'unsent'
          ? nothing
          : html`<button class="btn" type="button" aria-disabled=${busy} @click=${() => void session.submit()}>
              ${busy ? wait : t.send}
            </button>`
      }
      <button class="btn quiet" type="button" ?disabled=${busy} @click=${() => session.back()}>${t.back}</button>
    </p>`;
}

export function renderCheck(session: ApplicationSession): TemplateResult {
  const {t, host} = session;
  const {open} = host.guide;
  if (!open)
    return html`<p class="no-print">${t.paperIntro}</p>
      ${renderLetter(session, true)}
      <p class="actions no-print">
        ${renderPrint(session, 'btn')}
        <button class="btn quiet" type="button" @click=${() => session.back()}>${t.back}</button>
      </p>`;
  return html`<div class="check-all no-print">
      ${(['who', 'what', 'how'] as const).map((step) => renderPart(session, step))} ${renderPrivacy(session)} ${renderSend(session)}
    </div>
    ${renderLetter(session, false)}`;
}
