/** What is asked of somebody who signs up: no more than the agency asks for, consent unticked (个人信息保护法第六、十四、十七条). */
import {html, nothing, type TemplateResult} from 'lit';
import type {SignUpField, SignUpInput} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import type {SignUp} from './meeting.sign-up.ts';

type Field = keyof SignUpInput;
const LONG: ReadonlySet<string> = new Set(['statement', 'needs']);
const MODES: Readonly<Partial<Record<Field, string>>> = {mobile: 'tel', email: 'email'};

const faultOf = ({problems}: SignUp, field: Field): string | undefined => problems.find((each) => each.field === field)?.code;

function renderFault(form: SignUp, field: Field): unknown {
  const code = faultOf(form, field);
  return code ? html`<p class="error" id="fault-${field}">${icon('alert')}${form.t.fault(code)}</p>` : nothing;
}

/** Everything that keeps it from being sent, each a way to its place. */
export function renderProblems(form: SignUp): unknown {
  const {t, problems, page} = form;
  if (problems.length === 0) return nothing;
  const go = (field: Field) => (event: Event) => {
    event.preventDefault();
    page.host.shadowRoot!.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)?.focus();
  };
  return html`<div class="problems" role="group" tabindex="-1" aria-label=${t.problems}>
    <p class="h3 badge attention">${icon('alert')}<span>${t.problems}</span></p>
    <ul>
      ${problems.map(({field, code}) => html`<li><a href="#" @click=${go(field)}>${t.fields[field]}${t.colon}${t.fault(code)}</a></li>`)}
    </ul>
  </div>`;
}

export function renderFields(form: SignUp): TemplateResult {
  const {signUp} = form.page.meeting;
  const questions = signUp?.fields ?? [];
  return html`${(signUp?.roles.length ?? 0) > 1 ? renderRoles(form) : nothing} ${renderText(form, 'name', true)}
  ${questions.map(({field, required}) => renderText(form, field, required ?? false))} ${renderConsent(form)}`;
}

/** A group without a seat, or a place to wait, cannot be chosen. */
function renderRoles(form: SignUp): TemplateResult {
  const {t, page, answers} = form;
  const seats = page.meeting.standing.signUp?.seats ?? [];
  return html`<fieldset aria-describedby=${faultOf(form, 'role') ? 'fault-role' : nothing}>
    <legend class="label">${t.role}</legend>
    ${renderFault(form, 'role')}
    ${seats.map(
      ({role, left, waitingLeft = 0}, i) =>
        html`<label class="check">
          <input
            type="radio"
            name="role"
            data-field=${i === 0 ? 'role' : nothing}
            .checked=${answers.role === role}
            ?disabled=${left === 0 && waitingLeft === 0}
            @change=${() => form.answer({role})}
          />
          <span>${page.t.roles[role]}</span>
        </label>`,
    )}
  </fieldset>`;
}

function renderText(form: SignUp, field: SignUpField | 'name', required: boolean): TemplateResult {
  const {t, answers} = form;
  const long = LONG.has(field);
  const help = t.help[field];
  const fault = faultOf(form, field);
  const described = [fault ? `fault-${field}` : '', help ? `help-${field}` : ''].filter(Boolean).join(' ');
  const set = ({target}: Event): void => form.answer({[field]: (target as HTMLInputElement).value});
  return html`<div class="field ${long ? 'wide' : ''}">
    <label class="label" for="field-${field}">${t.fields[field]}${required ? nothing : t.optional}</label>
    ${help ? html`<p class="help" id="help-${field}">${help}</p>` : nothing} ${renderFault(form, field)}
    ${
      long
        ? html`<textarea
            class="input"
            id="field-${field}"
            data-field=${field}
            autocomplete="off"
            aria-invalid=${fault ? 'true' : nothing}
            aria-describedby=${described || nothing}
            .value=${answers[field] ?? ''}
            @input=${set}
          ></textarea>`
        : html`<input
            class="input"
            id="field-${field}"
            data-field=${field}
            inputmode=${MODES[field] ?? 'text'}
            autocomplete="off"
            aria-invalid=${fault ? 'true' : nothing}
            aria-describedby=${described || nothing}
            .value=${answers[field] ?? ''}
            @input=${set}
          />`
    }
  </div>`;
}

function renderConsent(form: SignUp): TemplateResult {
  const {t, page, answers} = form;
  const {handler, contact, purpose, kinds, retentionDays, rights} = page.meeting.privacy;
  const lines = [handler, contact, purpose, kinds, t.days(retentionDays), rights];
  return html`<div>
      ${renderFault(form, 'consent')}
      <label class="check">
        <input
          type="checkbox"
          data-field="consent"
          aria-describedby=${faultOf(form, 'consent') ? 'fault-consent' : nothing}
          .checked=${answers.consent ?? false}
          @change=${({target}: Event) => form.answer({consent: (target as HTMLInputElement).checked})}
        />
        <span>${t.consent}<small class="help">${t.consentHelp}</small></span>
      </label>
    </div>
    <details class="disclose">
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
