/** Correcting a request (条例第三十条): what is asked for, the fields of the request, and the period that starts anew. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {newIdempotencyKey, type ApiError} from '@zwgk/client';
import type {ApplicationStatus, InformationRequest} from '@zwgk/contract';
import {TEXT_LIMITS, validateApplication, type FieldCode} from '@zwgk/rules/application';
import {icon} from '../foundation/icons.ts';
import type {ActsStrings} from './application-status.acts.strings.ts';
import {correctedFrom, correctionAsked, deliveriesFor} from './application-status.details.logic.ts';
import type {DetailsStrings} from './application-status.details.strings.ts';
import type {StatusHost} from './application-status.host.ts';
import {renderRefused} from './application-status.refused.ts';

const FIELDS = ['title', 'docNumber', 'description', 'delivery', 'medium'] as const;
type Field = (typeof FIELDS)[number];
/** A field of the request, or `elsewhere` for one that this form does not have. */
type Problems = ReadonlyMap<Field | 'elsewhere', string>;

/** What is wrong with it by the rules that the server goes by; of a record to be put right only its name is asked. */
function problemsOf(request: InformationRequest): Problems {
  const kind = request.delivery === undefined ? 'correction' : 'information';
  const found = validateApplication({kind, request}, '');
  return new Map(found.filter(({field}) => field.startsWith('request.')).map(({field, code}) => [field.slice(8) as Field, code]));
}

/** What the server found, by its JSON pointers. */
function problemsFrom({problem}: ApiError): Problems {
  const fieldOf = (path: string): Field | 'elsewhere' => FIELDS.find((field) => path === `/request/${field}`) ?? 'elsewhere';
  return new Map((problem?.errors ?? []).map(({path, code = ''}) => [fieldOf(path), code]));
}

export class CorrectionForm {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: StatusHost;
  readonly #t: () => ActsStrings;
  #problems: Problems = new Map();
  #failure: ApiError | undefined;
  #isSending = false;
  /** The number of the further try that is being waited for. */
  #retry = 0;
  /** What was sent last, and its key: the same again is the same intent. */
  #sent = {text: '', key: ''};

  constructor(element: ReactiveControllerHost & HTMLElement, host: StatusHost, t: () => ActsStrings) {
    [this.#element, this.#host, this.#t] = [element, host, t];
  }

  reset(): void {
    this.#problems = new Map();
    this.#failure = undefined;
    this.#isSending = false;
    this.#sent = {text: '', key: ''};
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    const request = correctedFrom(new FormData(this.#element.shadowRoot!.querySelector<HTMLFormElement>('.correction')!));
    this.#failure = undefined;
    this.#problems = problemsOf(request);
    if (this.#problems.size > 0) return this.#host.focusNext('.mend');
    [this.#isSending, this.#retry] = [true, 0];
    this.#element.requestUpdate();
    const onRetry = ({retry}: {retry: number}): void => {
      this.#retry = retry;
      this.#host.say(this.#t().again(retry));
      this.#element.requestUpdate();
    };
    try {
      await this.#host.correct(request, {key: this.#keyFor(request), onRetry});
      this.reset();
      this.#host.say(this.#t().corrected);
      this.#host.focusNext('.title');
    } catch (error) {
      this.#isSending = false;
      this.#fail(error as ApiError);
    }
  }

  #keyFor(request: InformationRequest): string {
    const text = FIELDS.map((field) => request[field] ?? '').join('\n') + String(request.acceptOtherForm);
    if (text !== this.#sent.text) this.#sent = {text, key: newIdempotencyKey()};
    return this.#sent.key;
  }

  #fail(error: ApiError): void {
    if (error.code === 'aborted') return;
    this.#problems = problemsFrom(error);
    if (this.#problems.size === 0) this.#failure = error;
    this.#host.focusNext('.mend', '.correction .state', '.correction .refusal');
  }

  /** @param cancel Puts the form away; what was typed stays in it. */
  render(status: ApplicationStatus, isOpen: boolean, details: DetailsStrings, cancel: () => void): TemplateResult {
    const t = this.#t();
    const {request} = status;
    const asked = correctionAsked(status)?.note;
    const send = (): void => void this.#send();
    return html`<form class="ask correction no-print" ?hidden=${!isOpen} novalidate @submit=${(event: Event) => event.preventDefault()}>
      <h3 class="h3" id="correction" tabindex="-1" aria-level=${this.#host.headingLevel() + 1}>${t.correct}</h3>
      ${
        asked
          ? html`<div class="callout attention">
              <p class="label">${t.asked}</p>
              <p class="said" lang="zh-Hans">${asked}</p>
            </div>`
          : nothing
      }
      ${this.#renderSummary(details)} ${this.#failure ? renderRefused(this.#host, this.#failure, t, send) : nothing}
      <p class="help">${t.oneOf}</p>
      ${this.#renderText('title', details.name, request.title)} ${this.#renderText('docNumber', details.docNumber, request.docNumber)}
      ${this.#renderText('description', details.description, request.description)} ${this.#renderForms(request, details)}
      <p class="actions">
        <button class="btn" type="button" aria-disabled=${this.#isSending} @click=${send}>${this.#isSending ? t.sending : t.send}</button>
        <button class="btn quiet" type="button" @click=${cancel}>${t.cancel}</button>
      </p>
      ${this.#isSending && this.#retry > 0 ? html`<p class="badge attention">${icon('clock')}${t.again(this.#retry)}</p>` : nothing}
    </form>`;
  }

  /** What is to be mended, each with the way to it. */
  #renderSummary(details: DetailsStrings): unknown {
    const t = this.#t();
    if (this.#problems.size === 0) return nothing;
    const names: Record<Field, string> = {...details, title: details.name, medium: t.medium};
    const go = (field: Field) => (): void => this.#element.shadowRoot!.querySelector<HTMLElement>(`#f-${field}`)?.focus();
    return html`<div class="mend" tabindex="-1" role="group" aria-labelledby="mend">
      <p class="error" id="mend">${icon('alert')}${t.mend(this.#problems.size)}</p>
      <ul>
        ${[...this.#problems].map(
          ([field, code]) =>
            html`<li>
              ${
                field === 'elsewhere'
                  ? t.elsewhere
                  : html`<button class="btn quiet" type="button" @click=${go(field)}>
                      <span>${t.problem(names[field], this.#problemText(code))}</span>
                    </button>`
              }
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #problemText(code: string): string {
    const t = this.#t();
    return t.problems[code as FieldCode] ?? t.otherProblem;
  }

  #renderError(field: Field): TemplateResult {
    const code = this.#problems.get(field);
    return html`<p class="error" id="e-${field}">${code ? html`${icon('alert')}${this.#problemText(code)}` : nothing}</p>`;
  }

  #renderText(field: 'title' | 'docNumber' | 'description', label: string, value = ''): TemplateResult {
    const invalid = this.#problems.has(field) ? 'true' : 'false';
    const most = TEXT_LIMITS[`request.${field}`];
    const [id, described] = [`f-${field}`, `e-${field}`];
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      ${
        field === 'description'
          ? html`<textarea
              class="input"
              rows="5"
              id=${id}
              name=${field}
              maxlength=${most}
              autocomplete="off"
              aria-describedby=${described}
              aria-invalid=${invalid}
              .value=${value}
            ></textarea>`
          : html`<input
              class="input"
              id=${id}
              name=${field}
              maxlength=${most}
              autocomplete="off"
              aria-describedby=${described}
              aria-invalid=${invalid}
              .value=${value}
            />`
      }
      ${this.#renderError(field)}
    </div>`;
  }

  #renderForms({delivery, medium, acceptOtherForm}: InformationRequest, details: DetailsStrings): unknown {
    const t = this.#t();
    if (!delivery) return nothing;
    return html`${this.#renderChoice('delivery', details.delivery, details.deliveries, deliveriesFor(delivery), delivery)}
      ${this.#renderChoice('medium', t.medium, details.media, ['paper', 'electronic'], medium)}
      <label class="check">
        <input type="checkbox" name="acceptOtherForm" .checked=${acceptOtherForm === true} />
        <span>${t.acceptOther}</span>
      </label>`;
  }

  #renderChoice(
    field: 'delivery' | 'medium',
    label: string,
    names: Readonly<Record<string, string>>,
    values: readonly string[],
    chosen: string | undefined,
  ): TemplateResult {
    const [id, described] = [`f-${field}`, `e-${field}`];
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <select
        class="input"
        id=${id}
        name=${field}
        aria-describedby=${described}
        aria-invalid=${this.#problems.has(field) ? 'true' : 'false'}
      >
        <option value="" ?selected=${!chosen}>${this.#t().choose}</option>
        ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${names[value]}</option>`)}
      </select>
      ${this.#renderError(field)}
    </div>`;
  }
}
