/** Correcting a request (条例第三十条): what is asked for, the fields of the request, and the period that starts anew. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {newIdempotencyKey, type ApiError} from '@zwgk/client';
import type {ApplicationStatus, InformationRequest} from '@zwgk/contract';
import {TEXT_LIMITS, validateApplication, type FieldCode} from '@zwgk/rules/application';
import {adopt} from '../foundation/adopt.ts';
import {renderFiles, type FileView} from '../foundation/file-list.ts';
import {fileStyles} from '../foundation/file.styles.ts';
import {icon} from '../foundation/icons.ts';
import {StagedFiles, type FileLimits} from '../foundation/staged-files.ts';
import type {ActsStrings} from './application-status.acts.strings.ts';
import {correctedFrom, correctionAsked, deliveriesFor} from './application-status.details.logic.ts';
import type {DetailsStrings} from './application-status.details.strings.ts';
import type {StatusHost} from './application-status.host.ts';
import {renderRefused} from './application-status.refused.ts';

/** Files that the server takes with one correction. */
const MOST_FILES = 5;
const FIELDS = ['title', 'docNumber', 'description', 'delivery', 'medium'] as const;
type Field = (typeof FIELDS)[number];
const FILES = 'attachments';
/** A field of the form, or `elsewhere` for one that it does not have. */
type Problems = ReadonlyMap<Field | typeof FILES | 'elsewhere', string>;

/** What is wrong with it by the rules that the server goes by; of a record to be put right only its name is asked. */
function problemsOf(request: InformationRequest): Problems {
  const kind = request.delivery === undefined ? 'correction' : 'information';
  const found = validateApplication({kind, request}, '');
  return new Map(found.filter(({field}) => field.startsWith('request.')).map(({field, code}) => [field.slice(8) as Field, code]));
}

/** What the server found, by its JSON pointers. */
function problemsFrom({problem}: ApiError): Problems {
  const fieldOf = (path: string): Field | typeof FILES | 'elsewhere' =>
    path.startsWith(`/${FILES}`) ? FILES : (FIELDS.find((field) => path === `/request/${field}`) ?? 'elsewhere');
  return new Map((problem?.errors ?? []).map(({path, code = ''}) => [fieldOf(path), code]));
}

export class CorrectionForm implements FileView {
  /** How large one may be, the server says when it is sent. */
  readonly limits: FileLimits = {bytes: () => Infinity, count: () => MOST_FILES};
  readonly files: StagedFiles;
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
    this.files = new StagedFiles(element, host.client, this.limits, (_field, chosen) => host.say(this.t.fileSaid(chosen)));
    adopt(element.shadowRoot!, fileStyles);
  }

  get t(): ActsStrings {
    return this.#t();
  }
  labelOf(): string {
    return this.t.attachments;
  }
  show(field: string): void {
    this.#host.focusNext(`[data-field="${field}"]`);
  }

  reset(): void {
    this.#problems = new Map();
    this.#failure = undefined;
    this.#isSending = false;
    this.#sent = {text: '', key: ''};
    this.files.clear();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    const request = correctedFrom(new FormData(this.#element.shadowRoot!.querySelector<HTMLFormElement>('.correction')!));
    this.#failure = undefined;
    const {ids: attachments = [], waiting = 0} = this.files.staged[FILES] ?? {};
    const problems = new Map(problemsOf(request));
    if (waiting > 0) problems.set(FILES, 'uploading');
    this.#problems = problems;
    if (this.#problems.size > 0) return this.#host.focusNext('.mend');
    [this.#isSending, this.#retry] = [true, 0];
    this.#element.requestUpdate();
    const onRetry = ({retry}: {retry: number}): void => {
      this.#retry = retry;
      this.#host.say(this.#t().again(retry));
      this.#element.requestUpdate();
    };
    try {
      const correction = {request, ...(attachments.length > 0 ? {attachments: [...attachments]} : {})};
      await this.#host.correct(correction, {key: this.#keyFor(request, attachments), onRetry});
      this.reset();
      this.#host.say(this.#t().corrected);
      this.#host.focusNext('.title');
    } catch (error) {
      this.#isSending = false;
      this.#fail(error as ApiError);
    }
  }

  #keyFor(request: InformationRequest, files: readonly string[]): string {
    const text = [...FIELDS.map((field) => request[field] ?? ''), request.acceptOtherForm, ...files].join('\n');
    if (text !== this.#sent.text) this.#sent = {text, key: newIdempotencyKey()};
    return this.#sent.key;
  }

  #fail(error: ApiError): void {
    if (error.code === 'aborted') return;
    if (error.problem?.code === 'upload-expired') this.files.expire();
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
      ${this.#renderFiles()}
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
    const names: Record<Field | typeof FILES, string> = {...details, title: details.name, medium: t.medium, attachments: t.attachments};
    const go = (field: Field | typeof FILES) => (): void => this.#element.shadowRoot!.querySelector<HTMLElement>(`#f-${field}`)?.focus();
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
    return code === 'uploading' ? t.waiting : (t.problems[code as FieldCode] ?? t.otherProblem);
  }

  /** What was asked for may be a paper. */
  #renderFiles(): TemplateResult {
    const {t} = this;
    const invalid = this.#problems.has(FILES);
    return html`<fieldset class="field">
      <legend class="label">${t.attachments} <span class="soft">${t.optional}</span></legend>
      <p class="help" id="h-files">${t.attachmentsHelp(MOST_FILES)}</p>
      ${renderFiles(this, {name: FILES, id: `f-${FILES}`, described: `h-files e-${FILES}`, invalid})} ${this.#renderError(FILES)}
    </fieldset>`;
  }

  #renderError(field: Field | typeof FILES): TemplateResult {
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
