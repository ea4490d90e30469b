/** The last look: every comment in full, what may be said besides, consent unticked, then it is sent as one (个人信息保护法第十四、十七条). */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ApiError} from '@zwgk/client';
import type {CommentField} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import type {Extras} from './consultation.logic.ts';
import {renderEntry, renderUndo} from './consultation.tray.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

const faultOf = ({problems}: ConsultationWriting, field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.code;

/** What is wrong with the files, in words: of all of them, or of one. */
function renderedFault({t, problems}: ConsultationWriting, field: string): string | undefined {
  const problem = problems.find((each) => each.field === field || each.field.startsWith(`${field}.`));
  return problem && t.fault(problem.code);
}

function renderFault(session: ConsultationWriting, field: string): unknown {
  const code = faultOf(session, field);
  return code ? html`<p class="error" id="fault-${field.replace('.', '-')}">${icon('alert')}${session.t.fault(code)}</p>` : nothing;
}

function renderTick(session: ConsultationWriting, name: 'processing' | 'publish' | 'name'): TemplateResult {
  const {t, extras} = session;
  const field = `consent.${name}`;
  const {words, help} = t.consents[name]!;
  return html`<div>
    ${renderFault(session, field)}
    <label class="check">
      <input
        type="checkbox"
        data-field=${field}
        aria-describedby=${faultOf(session, field) ? `fault-${field.replace('.', '-')}` : nothing}
        .checked=${extras[name] ?? false}
        @change=${({target}: Event) => session.say({[name]: (target as HTMLInputElement).checked})}
      />
      <span>${words}<small class="help">${help}</small></span>
    </label>
  </div>`;
}

type TextField = Exclude<CommentField, 'authorType'>;
const PATHS: Readonly<Record<TextField, string>> = {displayName: 'displayName', mobile: 'contact.mobile', email: 'contact.email'};
const MODES: Readonly<Record<TextField, string>> = {displayName: 'text', mobile: 'tel', email: 'email'};

function renderText(session: ConsultationWriting, name: TextField): TemplateResult {
  const {t, extras} = session;
  const field = PATHS[name];
  const id = field.replace('.', '-');
  return html`<div class="field">
    <label class="label" for=${id}>${t.fields[name]}</label>
    ${renderFault(session, field)}
    <input
      class="input"
      id=${id}
      data-field=${field}
      inputmode=${MODES[name]}
      autocomplete="off"
      aria-invalid=${faultOf(session, field) ? 'true' : nothing}
      aria-describedby=${faultOf(session, field) ? `fault-${id}` : nothing}
      .value=${live(extras[name] ?? '')}
      @input=${({target}: Event) => session.say({[name]: (target as HTMLInputElement).value})}
    />
  </div>`;
}

function renderAuthor(session: ConsultationWriting): TemplateResult {
  const {t, extras} = session;
  return html`<div class="field">
    <label class="label" for="author">${t.fields['authorType']}</label>
    <select
      class="input"
      id="author"
      data-field="authorType"
      @change=${({target}: Event) => session.say({authorType: (target as HTMLSelectElement).value})}
    >
      <option value="" .selected=${!extras.authorType}>${t.unsaid}</option>
      ${Object.entries(t.authors).map(([key, words]) => html`<option value=${key} .selected=${extras.authorType === key}>${words}</option>`)}
    </select>
  </div>`;
}

/** What this agency asks besides; and a field for machines, which nobody sees. */
function renderExtras(session: ConsultationWriting): TemplateResult {
  const {t, page} = session;
  const {fields = []} = page.consultation;
  return html`${
      fields.length > 0
        ? html`<fieldset class="extras">
            <legend class="h3">${t.extras}</legend>
            ${fields.map((name) => (name === 'authorType' ? renderAuthor(session) : renderText(session, name)))}
          </fieldset>`
        : nothing
    }
    <div class="trap" aria-hidden="true">
      <input
        type="text"
        name="website"
        tabindex="-1"
        autocomplete="off"
        @input=${({target}: Event) => session.say({website: (target as HTMLInputElement).value} satisfies Partial<Extras>)}
      />
    </div>`;
}

function renderPrivacy({t, page}: ConsultationWriting): TemplateResult {
  const {handler, contact, purpose, kinds, retentionDays, rights} = page.consultation.privacy;
  const lines = [handler, contact, purpose, kinds, t.days(retentionDays), rights];
  return html`<details class="disclose">
    <summary>${icon('chevron')}<span class="t">${t.privacy}</span></summary>
    <dl class="dl">
      ${lines.map(
        (line, i) =>
          html`<dt>${t.privacyTerms[i]}</dt>
            <dd>${line}</dd>`,
      )}
    </dl>
  </details>`;
}

function renderProblems(session: ConsultationWriting): unknown {
  const {t, problems, host} = session;
  if (problems.length === 0) return nothing;
  const go = (field: string) => (event: Event) => {
    event.preventDefault();
    const name = field.startsWith('attachments') ? 'attachments' : field;
    host.shadowRoot!.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)?.focus();
  };
  return html`<div class="problems" role="group" tabindex="-1" aria-label=${t.problems}>
    <p class="h3 badge attention">${icon('alert')}<span>${t.problems}</span></p>
    <ul>
      ${problems.map(({field, code}) => html`<li><a href="#" @click=${go(field)}>${t.fieldName(field)}${t.colon}${t.fault(code)}</a></li>`)}
    </ul>
  </div>`;
}

function renderFailed(session: ConsultationWriting, error: ApiError): TemplateResult {
  const {t, all, note} = session;
  return html`<div class="panel failed" tabindex="-1">
    <p class="h3 badge attention">${icon('alert')}<span>${t.unsent}</span></p>
    <p>${t.unsentWhy(error)}</p>
    <p class="actions">
      <button class="btn secondary" type="button" @click=${() => void session.copy(all)}>${t.copyAll}</button>
      <span class="soft" aria-hidden="true">${note}</span>
    </p>
  </div>`;
}

export function renderReview(session: ConsultationWriting): TemplateResult {
  const {t, entries, outbox, host, page, extras, survey, answered} = session;
  const {state, busy} = outbox.sending;
  const level = Math.min(host.headingLevel + 1, 6);
  const retry = state.kind === 'sending' ? state.retry : undefined;
  const wait = state.kind === 'resolving' ? t.resolving : retry ? t.retrying(retry.retry + 1) : t.sending;
  const canSend = session.isReady && entries.length + answered > 0;
  const canName = entries.length > 0 && extras.publish && page.consultation.fields?.includes('displayName');
  return html`<section class="review stack" aria-label=${t.reviewTitle}>
    <h3 class="h2 review-title" tabindex="-1" aria-level=${level}>${t.reviewTitle}</h3>
    ${renderProblems(session)}
    ${
      entries.length > 0
        ? html`<ul class="entries wide">
              ${entries.map((entry) => renderEntry(session, entry))}
            </ul>
            ${session.files?.render(renderedFault(session, 'attachments'))}`
        : nothing
    }
    ${renderUndo(session)} ${survey?.renderReview()} ${renderExtras(session)}
    <div class="consents">
      ${renderTick(session, 'processing')} ${entries.length > 0 ? renderTick(session, 'publish') : nothing}
      ${canName ? renderTick(session, 'name') : nothing} ${renderPrivacy(session)}
    </div>
    ${state.kind === 'unsent' && session.problems.length === 0 ? renderFailed(session, state.error) : nothing}
    ${session.outbox.proving?.render() ?? nothing}
    <p class="actions">
      <button class="btn" type="button" aria-disabled=${busy || !canSend} @click=${() => canSend && session.outbox.submit()}>
        ${busy ? wait : state.kind === 'unsent' ? t.again : t.send(entries.length, answered)}
      </button>
      <button class="btn quiet" type="button" ?disabled=${busy} @click=${() => session.review(false)}>${t.goOn}</button>
    </p>
  </section>`;
}
