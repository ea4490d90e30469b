/** One field as its kind wants it: the label, what to write, the control, and below it what is wrong. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {ID_TYPES, ORG_CATEGORIES, TEXT_LIMITS, type FormField} from '@zwgk/rules/application';
import {renderFiles} from '../foundation/file-list.ts';
import {icon} from '../foundation/icons.ts';
import {FILE_FIELDS, mediaFor, TICKS} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';

/** What a browser may fill in of its own; everything else is kept away from it and from password managers. */
const AUTOFILL: Readonly<Record<string, 'name' | 'organization' | 'tel' | 'email' | 'street-address' | 'postal-code'>> = {
  'applicant.name': 'name',
  'org.name': 'organization',
  'contact.mobile': 'tel',
  'contact.email': 'email',
  'contact.address': 'street-address',
  'contact.postcode': 'postal-code',
};
const INPUT_MODE: Readonly<Record<string, string>> = {
  'contact.mobile': 'tel',
  'contact.phone': 'tel',
  'contact.fax': 'tel',
  'contact.email': 'email',
  'contact.postcode': 'numeric',
};
/** Numbers in which letters are capital. */
const NUMBERS: readonly string[] = ['applicant.idNumber', 'org.uscc'];
const LONG: readonly string[] = ['request.description', 'correction.statement', 'accessibilityNeeds'];
const OPTIONAL: readonly string[] = ['applicant.employer', 'accessibilityNeeds', 'attachments'];
/** Of these, one is enough: the page says so above them. */
const ANY_OF = /^request\.(?:title|docNumber|description)$|^contact\./;

export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`;
const limitOf = (session: ApplicationSession, name: string): number | undefined =>
  (TEXT_LIMITS as Partial<Record<FormField, number>>)[name as FormField] ??
  session.host.guide.extraFields.find(({key}) => name === `extra.${key}`)?.maxLength;

/** What an input says about itself, and what describes it. */
interface About {
  readonly name: string;
  readonly id: string;
  readonly described: string;
  readonly invalid: boolean;
  readonly required: boolean;
}

function choicesOf(session: ApplicationSession, name: string): readonly (readonly [string, string])[] {
  const {t, host, values} = session;
  const pick = (keys: readonly string[], terms: Readonly<Record<string, string>>): [string, string][] =>
    keys.map((key) => [key, terms[key] ?? key]);
  switch (name) {
    case 'applicant.type':
      return pick(Object.keys(t.types), t.types);
    case 'applicant.idType':
      return pick(Object.keys(ID_TYPES), t.idTypes);
    case 'org.category':
      return pick(Object.keys(ORG_CATEGORIES), t.categories);
    case 'request.delivery':
      return pick(host.guide.deliveries, t.deliveries);
    case 'request.medium':
      return pick(mediaFor(values['request.delivery'], host.guide), t.media);
    default:
      return (host.guide.extraFields.find(({key}) => name === `extra.${key}`)?.options ?? []).map((text) => [text, text]);
  }
}

function renderRadios(session: ApplicationSession, {name, id, described, invalid}: About): TemplateResult {
  return html`${choicesOf(session, name).map(
    ([value, text], i) =>
      html`<label class="check"
        ><input
          type="radio"
          name=${id}
          data-field=${i === 0 ? name : nothing}
          aria-describedby=${described || nothing}
          aria-invalid=${invalid ? 'true' : nothing}
          .checked=${live(session.values[name] === value)}
          @change=${() => session.set(name, value)}
        /><span
          >${text}${session.t.choiceHints[value] ? html` <span class="soft">${session.t.choiceHints[value]}</span>` : nothing}</span
        ></label
      >`,
  )}`;
}

function renderSelect(session: ApplicationSession, {name, id, described, invalid, required}: About): TemplateResult {
  const value = session.values[name] ?? '';
  return html`<select
    class="input"
    id=${id}
    data-field=${name}
    autocomplete="off"
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${described || nothing}
    @change=${(event: Event) => session.set(name, (event.target as HTMLSelectElement).value)}
  >
    <option value="" .selected=${live(!value)}>${session.t.choose}</option>
    ${choicesOf(session, name).map(([key, text]) => html`<option value=${key} .selected=${live(value === key)}>${text}</option>`)}
  </select>`;
}

/** Handlers that know of input methods: half-written pinyin is nobody's text, and Enter belongs to the method. */
const writing = (session: ApplicationSession, name: string) => ({
  start: () => session.setComposing(true),
  end: (event: Event) => {
    session.setComposing(false);
    session.set(name, (event.target as HTMLInputElement).value);
  },
  input: (event: Event) => session.set(name, (event.target as HTMLInputElement).value),
});

function renderArea(session: ApplicationSession, {name, id, described, invalid, required}: About): TemplateResult {
  const on = writing(session, name);
  return html`<textarea
    class="input area"
    id=${id}
    data-field=${name}
    rows="4"
    autocomplete="off"
    ?readonly=${session.isLocked(name)}
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${described || nothing}
    .value=${live(session.values[name] ?? '')}
    @compositionstart=${on.start}
    @compositionend=${on.end}
    @input=${on.input}
  ></textarea>`;
}

function renderText(session: ApplicationSession, {name, id, described, invalid, required}: About): TemplateResult {
  const on = writing(session, name);
  const own = session.host.guide.extraFields.find(({key}) => name === `extra.${key}`);
  const value = session.values[name] ?? '';
  // Once something stands in it, a field is no longer one that a browser fills in: else it would keep what was typed.
  const fill = session.host.kiosk || value ? undefined : AUTOFILL[name];
  return html`<input
    class="input ${NUMBERS.includes(name) || name in INPUT_MODE ? 'short' : ''}"
    id=${id}
    data-field=${name}
    type=${own?.type === 'date' ? 'date' : 'text'}
    inputmode=${INPUT_MODE[name] ?? nothing}
    autocomplete=${fill ?? 'off'}
    autocapitalize=${NUMBERS.includes(name) ? 'characters' : 'none'}
    spellcheck="false"
    data-1p-ignore
    data-lpignore="true"
    data-bwignore="true"
    data-form-type="other"
    ?readonly=${session.isLocked(name)}
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${described || nothing}
    .value=${live(value)}
    @compositionstart=${on.start}
    @compositionend=${on.end}
    @input=${on.input}
  />`;
}

function renderTick(session: ApplicationSession, name: string): TemplateResult {
  const {t} = session;
  return html`<label class="check"
    ><input
      type="checkbox"
      data-field=${name}
      .checked=${live(session.values[name] === 'yes')}
      @change=${(event: Event) => session.set(name, (event.target as HTMLInputElement).checked ? 'yes' : '')}
    /><span>${t.labels[name]}${t.hints[name] ? html`<br /><span class="help">${t.hints[name]}</span>` : nothing}</span></label
  >`;
}

/** How much is written and how much may be, once it matters. */
function renderCount(session: ApplicationSession, name: string): unknown {
  const limit = limitOf(session, name);
  const length = [...(session.values[name] ?? '')].length;
  return limit && (LONG.includes(name) || length > limit * 0.8)
    ? html`<p class="help small" id="c-${idOf(name)}">${session.t.count(length, limit)}</p>`
    : nothing;
}

function isRequired(session: ApplicationSession, name: string): boolean {
  const own = session.host.guide.extraFields.find(({key}) => name === `extra.${key}`);
  if (own) return own.required;
  if (!ANY_OF.test(name)) return !OPTIONAL.includes(name);
  const needed: Readonly<Record<string, readonly string[]>> = {
    email: ['contact.email'],
    fax: ['contact.fax'],
    post: ['contact.address', 'contact.postcode'],
  };
  return (needed[session.values['request.delivery'] ?? ''] ?? []).includes(name);
}

function kindOf(session: ApplicationSession, name: string): 'files' | 'radio' | 'select' | 'area' | 'text' {
  if (name in FILE_FIELDS) return 'files';
  if (['applicant.type', 'request.delivery', 'request.medium'].includes(name)) return 'radio';
  const own = session.host.guide.extraFields.find(({key}) => name === `extra.${key}`)?.type;
  if (own === 'select' || name === 'applicant.idType' || name === 'org.category') return 'select';
  return own === 'textarea' || LONG.includes(name) ? 'area' : 'text';
}
const RENDER = {files: renderFiles, radio: renderRadios, select: renderSelect, area: renderArea, text: renderText};

export function renderField(session: ApplicationSession, name: string): TemplateResult {
  if (TICKS.includes(name)) return renderTick(session, name);
  const {t, host} = session;
  const kind = kindOf(session, name);
  const id = idOf(name);
  const problem = session.problems.find(({field}) => field === name);
  const hint = host.guide.extraFields.find(({key}) => name === `extra.${key}`)?.hint ?? t.hintOf(name, session.filled, host.guide);
  const required = isRequired(session, name);
  const count = kind === 'area' || kind === 'text' ? renderCount(session, name) : nothing;
  const described = [hint && `h-${id}`, problem && `e-${id}`, count !== nothing && `c-${id}`].filter(Boolean).join(' ');
  const about: About = {name, id, described, invalid: problem !== undefined, required};
  const label = html`${session.labelOf(name)}${required || ANY_OF.test(name) ? nothing : html` <span class="optional">${t.optional}</span>`}`;
  const above = hint ? html`<p class="help" id="h-${id}">${hint}</p>` : nothing;
  const below = html`${
    problem
      ? html`<p class="error" id="e-${id}">${icon('alert')}<span>${t.problem(session.labelOf(name), problem.code)}</span></p>`
      : nothing
  }${count}`;
  const own = name.startsWith('extra.') ? 'zh-Hans' : nothing;
  if (kind === 'radio' || kind === 'files')
    return html`<fieldset class="field ${problem ? 'wrong' : ''}">
      <legend class="label">${label}</legend>
      ${above} ${RENDER[kind](session, about)} ${below}
    </fieldset>`;
  return html`<div class="field ${problem ? 'wrong' : ''}" lang=${own}>
    <label class="label" for=${id}>${label}</label>
    ${above} ${RENDER[kind](session, about)} ${below}
  </div>`;
}

/** A step's form: its fields, and the way on. Enter goes on here, and never reaches a form of the page around. */
export function renderForm(session: ApplicationSession, fields: unknown): TemplateResult {
  const {t} = session;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!session.composing) session.next();
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.stopPropagation();
  };
  return html`<form class="form" part="form" novalidate autocomplete="off" @submit=${submit} @keydown=${keydown}>
    ${fields}
    <p class="actions">
      <button class="btn">${t.next}</button>
      <button class="btn quiet" type="button" @click=${() => session.back()}>${t.back}</button>
    </p>
  </form>`;
}
