/** Everything after the guide: what is filled in, what is wrong with it, sending it, and the receipt. Loaded whole on the first step. */
import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {countResolved} from '@zwgk/client';
import type {SearchHit} from '@zwgk/contract';
import {IdleWatch} from '../controllers/idle-watch.ts';
import {fieldStyles} from '../foundation/field.styles.ts';
import {fileStyles} from '../foundation/file.styles.ts';
import {StagedFiles, type FileLimits} from '../foundation/staged-files.ts';
import {Strings} from '../foundation/strings.ts';
import {renderCheck} from './application.check.ts';
import {ApplicationController, type Sending} from './application.controller.ts';
import {Draft} from './application.draft.ts';
import type {ApplicationErrorDetail, ApplicationResolvedDetail, ApplicationSubmittedDetail} from './application.events.ts';
import {FoundDocuments} from './application.found.ts';
import type {ApplicationHost} from './application.host.ts';
import {renderHow} from './application.how.ts';
import {
  chinaDate,
  FILE_FIELDS,
  keptOf,
  problemsFrom,
  problemsIn,
  stepOfField,
  toInput,
  withDraft,
  type Filled,
  type Problem,
} from './application.logic.ts';
import {pageStrings, type PageStrings} from './application.pages.strings.ts';
import {pageStyles} from './application.pages.styles.ts';
import {renderProblems} from './application.problems.ts';
import {renderReceipt, renderResolved} from './application.receipt.ts';
import {stepBy, STEPS} from './application.steps.ts';
import {hearTab, renderTabs} from './application.tabs.ts';
import {renderWhat} from './application.what.ts';
import {renderWho} from './application.who.ts';

/** With what was kept on the device, once that is read. */
export async function openSession(element: LitElement, host: ApplicationHost): Promise<ApplicationSession> {
  const draft = new Draft(host.client?.endpoint ?? '', host.guide.agency);
  if (!host.kiosk) await draft.recover();
  return new ApplicationSession(element, host, draft);
}

export class ApplicationSession implements ReactiveController {
  readonly host: ApplicationHost;
  readonly element: LitElement;
  readonly files: StagedFiles;
  readonly limits: FileLimits = {bytes: () => this.host.guide.maxUploadBytes, count: (field) => FILE_FIELDS[field]!};
  readonly found: FoundDocuments;
  draft: Draft;
  readonly sending: ApplicationController;
  readonly #strings: Strings<PageStrings>;
  values: Record<string, string> = {};
  problems: readonly Problem[] = [];
  /** A sentence above the form: what was brought back, what was wiped. */
  note = '';
  /** Published document that was enough. */
  resolved: SearchHit | undefined;
  /** Title of what was asked for, for the receipt; nothing personal. */
  asked = '';
  composing = false;
  #dirty = false;
  #focusOn: string | undefined;

  constructor(element: LitElement, host: ApplicationHost, draft: Draft) {
    this.element = element;
    this.host = host;
    this.draft = draft;
    this.#strings = new Strings(element, pageStrings, () => host.locale);
    const root = element.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, fieldStyles.styleSheet!, fileStyles.styleSheet!, pageStyles.styleSheet!];
    this.files = new StagedFiles(
      element,
      () => host.client,
      this.limits,
      (_field, chosen) => host.say(this.t.fileSaid(chosen)),
    );
    this.found = new FoundDocuments(element);
    this.sending = new ApplicationController(
      element,
      () => host.kiosk,
      (state) => this.#handleSettled(state),
    );
    // What is personal goes on any device: whether others use it too, nobody has told.
    new IdleWatch(element, {
      patience: () => host.idle,
      onWarn: (isWarning) => this.#handleWarn(isWarning),
      onGone: (why) => this.#handleGone(why === 'left'),
    });
    element.addController(this);
    this.#restore();
    if (host.client) void this.sending.recover(host.client);
  }

  hostConnected(): void {
    window.addEventListener('beforeunload', this.#handleUnload);
    window.addEventListener('storage', this.#handleStorage);
    for (const type of ['online', 'offline']) window.addEventListener(type, this.#handleLine);
  }
  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#handleUnload);
    window.removeEventListener('storage', this.#handleStorage);
    for (const type of ['online', 'offline']) window.removeEventListener(type, this.#handleLine);
    this.found.stop();
  }

  get t(): PageStrings {
    return this.#strings.t;
  }
  get filled(): Filled {
    return {kind: this.host.kind, values: this.values, files: this.files.staged, shown: [...this.found.shown]};
  }
  /** Whether something was typed that would be lost. */
  get begun(): boolean {
    return this.#dirty;
  }
  get level(): number {
    return this.host.headingLevel + 2;
  }
  isLocked(name: string): boolean {
    return this.host.locked.includes(name) && Boolean(this.host.prefilled[name]);
  }

  /** A field has changed. */
  set(name: string, value: string): void {
    this.values = {...this.values, [name]: value};
    this.#dirty = true;
    if (!this.composing) this.#kept();
    // A complaint goes when its cause is gone; new ones wait until the person goes on.
    if (this.problems.length > 0 && !this.composing) this.#mend();
    this.element.requestUpdate();
  }

  setComposing(composing: boolean): void {
    this.composing = composing;
    if (!composing) this.#kept();
  }

  keepDraft(wanted: boolean): void {
    this.draft.wanted = wanted;
    if (wanted) this.draft.write(this.values);
    else this.draft.forget();
    this.element.requestUpdate();
  }

  /** Another agency is asked: what was typed comes along, unless there is a draft for that one already. */
  follow(): void {
    const {client, guide, kiosk} = this.host;
    if (this.draft.agency === guide.agency) return;
    const before = this.draft;
    this.draft = new Draft(client?.endpoint ?? '', guide.agency);
    const kept = kiosk ? undefined : this.draft.read();
    if (kept) [this.values, this.note] = [withDraft(this.values, kept), this.t.restored];
    if (!guide.deliveries.some((delivery) => delivery === this.values['request.delivery']))
      this.values = {...this.values, 'request.delivery': '', 'request.medium': ''};
    if (kept || !before.wanted) return;
    before.forget();
    this.keepDraft(true);
  }

  /** On to the next step, unless something on this one is wrong. */
  next(): void {
    const problems = problemsIn([this.host.step], this.filled, this.host.guide, chinaDate(Date.now()));
    if (problems.length > 0) this.complain(problems);
    else this.#go(stepBy(this.host.step, 1));
  }

  back(): void {
    this.#go(stepBy(this.host.step, -1));
  }

  /** Shows a field on its step. */
  show(name: string): void {
    const step = stepOfField(name, this.filled, this.host.guide);
    this.#focusOn = `[data-field="${name}"]`;
    if (step && step !== this.host.step) this.host.go(step);
    this.element.requestUpdate();
  }

  complain(problems: readonly Problem[]): void {
    this.problems = problems;
    this.focus('.error-summary');
  }

  /** Gives the focus to what a selector finds, once it is drawn. */
  focus(selector: string): void {
    this.#focusOn = selector;
    this.element.requestUpdate();
  }

  async submit(): Promise<void> {
    const {client, guide} = this.host;
    const steps = STEPS.filter((step) => step !== 'guide');
    const problems = problemsIn(steps, this.filled, guide, chinaDate(Date.now()));
    if (problems.length > 0) return this.complain(problems);
    if (!client || this.sending.busy) return;
    this.problems = [];
    this.asked = this.values['request.title']?.trim() || this.values['request.docNumber']?.trim() || '';
    this.host.say(this.t.sending);
    await this.sending.send(client, toInput(this.filled, guide));
  }

  /** A published document is enough: nothing has to be asked for. */
  resolve(hit: SearchHit): void {
    const {client, guide} = this.host;
    this.resolved = hit;
    this.#focusOn = '.outcome';
    if (client) void countResolved(client, guide.agency, hit.id).catch(() => undefined);
    this.host.emit('zwgk-application-resolved', {document: hit.id} satisfies ApplicationResolvedDetail);
    this.element.requestUpdate();
  }

  /** Back to the form after all. */
  unresolve(): void {
    this.resolved = undefined;
    this.focus('.step-title');
  }

  /** Everything goes, the receipt too: the next person starts afresh. */
  finish(): void {
    this.#wipe(true);
    this.sending.reset();
    this.note = '';
    this.host.go('guide', true);
  }

  /** Gives the focus to what the person asked for, when it is there; whether it did. */
  updated(): boolean {
    const target = this.#focusOn && this.element.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return false;
    this.#focusOn = undefined;
    target.focus();
    return true;
  }

  #go(step: (typeof STEPS)[number]): void {
    this.problems = [];
    this.note = '';
    this.host.go(step);
  }

  #restore(): void {
    const kept = this.host.kiosk ? undefined : this.draft.read();
    const given = Object.entries(this.host.prefilled).filter(([name, text]) => text && (this.isLocked(name) || !kept?.[name]));
    this.values = {...kept, ...Object.fromEntries(given)};
    if (kept) this.note = this.t.restored;
  }

  #kept(): void {
    this.draft.keep(this.values);
    this.found.look(this.host.client, this.host.kind === 'information' ? this.values : {}, (count) =>
      this.host.say(this.t.foundSaid(count)),
    );
  }

  #mend(): void {
    const steps = STEPS.filter((step) => step !== 'guide');
    const still = problemsIn(steps, this.filled, this.host.guide, chinaDate(Date.now()));
    this.problems = this.problems.filter(({field, code}) => still.some((one) => one.field === field && one.code === code));
  }

  #wipe(all: boolean): void {
    this.files.clear();
    this.problems = [];
    this.values = keptOf(this.values);
    if (!all) return;
    this.draft.forget();
    this.found.clear();
    this.#dirty = false;
    this.#restore();
  }

  #handleWarn(warn: boolean): void {
    this.note = warn && (this.#dirty || this.sending.state.kind === 'done') ? this.t.idleSoon : '';
    if (this.note) this.host.say(this.note);
    this.element.requestUpdate();
  }

  #handleGone(left: boolean): void {
    const {kiosk} = this.host;
    if (left && !this.composing) this.draft.write(this.values);
    const hadSome = this.#dirty;
    this.#wipe(kiosk);
    if (kiosk) {
      this.sending.reset();
      this.resolved = undefined;
      this.host.go('guide', true);
    }
    this.note = hadSome && !kiosk ? this.t.wiped : '';
    if (this.note && !left) this.host.say(this.note);
    this.element.requestUpdate();
  }

  readonly #handleUnload = (event: BeforeUnloadEvent): void => {
    if (this.#dirty && this.sending.state.kind !== 'done') event.preventDefault();
  };
  readonly #handleStorage = (event: StorageEvent): void => hearTab(this, event);
  readonly #handleLine = (): void => {
    if (this.host.step === 'check') this.host.say(navigator.onLine ? this.t.online : this.t.offline);
    this.element.requestUpdate();
  };

  #handleSettled(state: Sending): void {
    if (state.kind === 'done') {
      this.#wipe(true);
      this.note = '';
      this.host.go('guide', true);
      this.#focusOn = '.outcome';
      this.host.say(this.t.received);
      this.host.emit('zwgk-application-submitted', {number: state.receipt.number} satisfies ApplicationSubmittedDetail);
    } else if (state.kind === 'unsent') {
      const {error} = state;
      const code = error.problem?.code;
      if (code === 'guide-outdated' || code === 'form-closed') this.host.reloadGuide();
      if (code === 'upload-expired') this.files.expire();
      const problems = problemsFrom(error.problem?.errors ?? [], this.filled, this.host.guide);
      this.problems = problems;
      this.#focusOn = problems.length > 0 ? '.error-summary' : '.unsent';
      this.host.emit('zwgk-application-error', {error} satisfies ApplicationErrorDetail);
    }
    this.element.requestUpdate();
  }

  /** What takes the place of the form: the receipt, or that nothing has to be asked for. */
  renderOutcome(): TemplateResult | undefined {
    const {state} = this.sending;
    if (state.kind === 'done') return renderReceipt(this, state.receipt, state.earlier);
    return this.resolved ? renderResolved(this, this.resolved) : undefined;
  }

  render(): unknown {
    const {step} = this.host;
    const pages = {guide: () => nothing, who: renderWho, what: renderWhat, how: renderHow, check: renderCheck};
    return html`${this.#renderNote()} ${renderTabs(this)} ${renderProblems(this)} ${pages[step](this)}`;
  }

  #renderNote(): unknown {
    return this.note ? html`<p class="callout no-print">${this.note}</p>` : nothing;
  }

  labelOf(name: string): string {
    const own = this.host.guide.extraFields.find(({key}) => name === `extra.${key}`);
    return own?.label ?? this.t.labels[name] ?? name;
  }
}
