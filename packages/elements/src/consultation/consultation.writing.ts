/** Writing comments: what is collected, what is being written, and sending it as one (意见单). */
import {html, nothing, render, type ReactiveController, type TemplateResult} from 'lit';
import type {CommentSubmission, DocumentDetail} from '@zwgk/contract';
import {validateSubmission, type CommentProblem} from '@zwgk/rules/consultation';
import {adopt} from '../foundation/adopt.ts';
import {fieldStyles} from '../foundation/field.styles.ts';
import {Strings} from '../foundation/strings.ts';
import {Draft} from './consultation.draft.ts';
import {renderEditor} from './consultation.editor.ts';
import type {CommentFiles} from './consultation.files.ts';
import type {ConsultationHost} from './consultation.host.ts';
import * as logic from './consultation.logic.ts';
import type {About, Entry, Extras, Writing} from './consultation.logic.ts';
import {Outbox} from './consultation.outbox.ts';
import type {ConsultationPage} from './consultation.page.ts';
import {renderReceipt} from './consultation.receipt.ts';
import {renderReview} from './consultation.review.ts';
import {DraftText} from './consultation.text.ts';
import {renderBar, renderClosingSoon, renderIntro, renderPaused, renderTray, renderUnsent} from './consultation.tray.ts';
import type {ConsultationSurvey} from './consultation.survey.ts';
import {ClosingWatch} from './consultation.watch.ts';
import {writingStrings, type WritingStrings} from './consultation.writing.strings.ts';
import {writingStyles} from './consultation.writing.styles.ts';

let serial = 0;

export class ConsultationWriting implements ReactiveController {
  readonly page: ConsultationPage;
  readonly text: DraftText;
  readonly outbox: Outbox;
  entries: readonly Entry[] = [];
  writing: Writing | undefined;
  /** What is wrong with the text that is being written. */
  fault: 'required' | 'too-long' | undefined;
  /** What was taken out last, and where it stood. */
  deleted: {readonly entry: Entry; readonly at: number} | undefined;
  /** What is selected in the draft. */
  passage: (About & {readonly text: string}) | undefined;
  reviewing = false;
  extras: Extras = {};
  problems: readonly CommentProblem[] = [];
  note = '';
  readonly #draft: Draft;
  readonly #strings: Strings<WritingStrings>;
  readonly #box = document.createElement('div');
  #focusOn = '';
  #wasOpen = false;
  #wasSoon = false;
  /** What takes files, where the consultation does; comes with the last look. */
  files: CommentFiles | undefined;

  constructor(page: ConsultationPage) {
    const {host, consultation} = page;
    this.page = page;
    adopt(host.shadowRoot!, fieldStyles);
    adopt(host.shadowRoot!, writingStyles);
    this.#strings = new Strings(host, writingStrings, () => host.localeWanted);
    const name = (what: string): string =>
      host.kiosk ? '' : `zwgk-consultation-${what}:${host.client?.endpoint ?? ''}:${consultation.id}`;
    this.#draft = new Draft(name('draft'));
    this.outbox = new Outbox(
      this,
      () => name('pending'),
      () => this.#draft.flush(),
    );
    this.text = new DraftText(this, this.#box);
    const kept = this.#draft.read();
    if (kept) [this.entries, this.writing] = [kept.entries, kept.writing];
    host.addController(this);
    new ClosingWatch(
      host,
      () => page.consultation.standing,
      () => this.hasSome && !this.outbox.sending.busy,
    );
    if (host.client) void this.outbox.sending.recover(host.client);
  }

  get t(): WritingStrings {
    return this.#strings.t;
  }
  get host(): ConsultationHost {
    return this.page.host;
  }
  get doc(): DocumentDetail | undefined {
    return this.text.doc;
  }
  get survey(): ConsultationSurvey | undefined {
    return this.page.survey;
  }
  /** How many questions of the survey are answered. */
  get answered(): number {
    return this.survey?.answered ?? 0;
  }
  /** Whether what is said about an article can be placed: without the draft, only what is about the whole. */
  get isReady(): boolean {
    return this.doc !== undefined || this.entries.every(({section}) => section === undefined);
  }
  get isOpen(): boolean {
    return this.page.consultation.open;
  }
  get isReviewing(): boolean {
    return this.isOpen && this.reviewing;
  }
  /** Whether something was written that is not sent. */
  get hasSome(): boolean {
    return this.entries.length + this.answered > 0 || Boolean(this.writing?.text.trim());
  }
  /** Whether anything of somebody is here, sent or not. */
  get holdsSome(): boolean {
    return this.hasSome || this.deleted !== undefined || this.outbox.sending.state.kind === 'done' || Object.keys(this.extras).length > 0;
  }
  get isLastDay(): boolean {
    return this.page.consultation.standing.remainingDays === 0;
  }
  get isClosingSoon(): boolean {
    return this.isOpen && this.page.consultation.standing.closingSoon === true;
  }
  /** In time, but not over the network: not asked for in this way, or the service takes nothing at the moment. */
  get isPaused(): boolean {
    return !this.isOpen && this.page.consultation.standing.state === 'open';
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#leave);
  }
  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave);
    this.#leave();
  }
  readonly #leave = (): void => this.#draft.flush();

  /** The server has been asked again: who is writing is told when time is up. */
  follow(): void {
    this.survey?.join(this, this.#draft);
    if (this.#wasOpen && !this.isOpen && this.hasSome) {
      this.reviewing = false;
      this.focus('.unsent');
      this.host.say(this.isPaused ? this.t.pausedSaid : this.t.closedSaid);
    }
    if (this.isClosingSoon && !this.#wasSoon && this.hasSome) this.host.say(this.t.closingSoon);
    this.#wasOpen = this.isOpen;
    this.#wasSoon = this.isClosingSoon;
  }

  see(section: string): void {
    this.text.show(section);
  }
  nameOf(section: string | undefined): string {
    return logic.nameOf(logic.sectionOf(this.doc, section), section ? '' : this.t.whole);
  }
  quoteOf(about: About): string {
    return logic.quoteOf(this.doc, about);
  }

  /** Gives the focus to what a selector finds, once it is drawn. */
  focus(selector: string): void {
    this.#focusOn = selector;
    this.host.requestUpdate();
  }

  /** Begins to write; what was being written goes to the others first, so that nothing is lost. */
  write(writing: Writing): void {
    if (this.writing?.text.trim() && !logic.isTooLong(this.writing.text)) this.#putIn(this.writing);
    this.set({writing, passage: undefined, reviewing: false, fault: undefined});
    this.focus('.editor textarea');
  }

  /** What is typed. */
  type(change: Partial<Writing>): void {
    if (this.writing) this.set({writing: {...this.writing, ...change}, fault: undefined});
  }

  /** Puts what is being written with the others. */
  put(): void {
    const {writing} = this;
    if (!writing) return;
    if (!logic.lengthOf(writing.text) || logic.isTooLong(writing.text)) {
      this.fault = logic.lengthOf(writing.text) ? 'too-long' : 'required';
      return this.focus('.editor textarea');
    }
    this.#putIn(writing);
    this.host.say(this.t.putIn(this.entries.length));
    this.#close(writing);
  }

  cancel(): void {
    const {writing} = this;
    if (!writing) return;
    this.set({writing: undefined, fault: undefined});
    this.#close(writing);
  }

  remove(entry: Entry): void {
    const at = this.entries.indexOf(entry);
    this.set({entries: this.entries.filter((each) => each !== entry), deleted: {entry, at}});
    this.host.say(this.t.deleted(this.nameOf(entry.section)));
    this.focus('.undo');
  }

  restore(): void {
    if (!this.deleted) return;
    const {entry, at} = this.deleted;
    this.set({entries: [...this.entries.slice(0, at), entry, ...this.entries.slice(at)], deleted: undefined});
    this.focus('.tray-title');
  }

  /** Everything once more, before it is sent. */
  review(on: boolean): void {
    if (on && this.writing?.text.trim()) this.put();
    if (on && (this.fault || this.survey?.isFine() === false)) return;
    this.set({reviewing: on, problems: [], note: '', deleted: undefined});
    if (on && this.page.consultation.maxAttachments) void this.#loadFiles();
    this.focus(on ? '.review-title' : '.tray-title');
  }

  /** Without it comments are sent all the same: files are not required. */
  async #loadFiles(): Promise<void> {
    const {CommentFiles} = await import('./consultation.files.ts');
    this.files ??= new CommentFiles(this);
    this.host.requestUpdate();
  }

  say(extras: Partial<Extras>): void {
    this.extras = {...this.extras, ...extras};
    const still = this.check();
    this.problems = this.problems.filter(({field}) => still.some((one) => one.field === field));
    this.host.requestUpdate();
  }

  /** Puts text into the clipboard and says whether that worked. */
  async copy(text: string): Promise<void> {
    const {t} = this;
    const write = navigator.clipboard?.writeText(text) ?? Promise.reject(new TypeError('no clipboard'));
    this.note = await write.then(
      () => t.copied,
      () => t.copyFailed,
    );
    this.host.say(this.note);
    this.host.requestUpdate();
  }

  /** Everything that is not sent, to be copied. */
  get all(): string {
    const some = this.writing ? [...this.entries.filter(({id}) => id !== this.writing?.id), this.writing] : this.entries;
    return [logic.asText(some, this.doc, this.t.whole, this.t.copyLine), this.survey?.asText].filter(Boolean).join('\n\n');
  }

  finish(): void {
    this.outbox.sending.reset();
    this.note = '';
    this.focus('.title');
  }

  /** Nothing of who wrote stays; `all`: nothing of what was written either, nor its receipt. */
  wipe(all: boolean): void {
    this.extras = {};
    this.files?.files.clear();
    if (all) this.survey?.reset();
    if (all) this.set({entries: [], writing: undefined, deleted: undefined, passage: undefined, reviewing: false, problems: [], note: ''});
    if (all && !this.outbox.sending.busy) this.outbox.sending.reset();
    this.host.requestUpdate();
  }

  /** What is wrong with it as it would be sent. */
  check(): CommentProblem[] {
    return this.isReady ? validateSubmission(this.submission() as never, {survey: this.survey?.questions ?? []}) : [];
  }

  submission(): CommentSubmission {
    return logic.toSubmission(this.doc, this.entries, this.extras, this.files?.ids, this.survey?.kept);
  }

  /** Keeps what was written and answered, and shows it. */
  keep(): void {
    this.#draft.keep(this.entries, this.writing, this.survey?.kept);
    this.host.requestUpdate();
  }

  #putIn(writing: Writing): void {
    this.set({entries: logic.withEntry(this.entries, writing, `${Date.now()}-${++serial}`), writing: undefined, deleted: undefined});
  }

  /** Back to where the reader was in the draft. */
  #close({section, id}: Writing): void {
    if (id) this.focus('.tray-title');
    else if (section) this.text.show(section);
    else this.focus('.whole');
  }

  /** Changes something, keeps it, and shows it. */
  set(change: Partial<Pick<this, 'entries' | 'writing' | 'deleted' | 'passage' | 'reviewing' | 'fault' | 'problems' | 'note'>>): void {
    Object.assign(this, change);
    this.keep();
  }

  updated(): void {
    this.text.updated();
    const inside = this.isOpen && !this.reviewing && this.writing?.section !== undefined;
    this.#box.slot = (inside && this.writing?.section) || 'none';
    render(inside ? renderEditor(this) : nothing, this.#box);
    const target = this.#focusOn && this.host.shadowRoot!.querySelector<HTMLElement>(this.#focusOn);
    if (!target || target.checkVisibility?.() === false) return;
    this.#focusOn = '';
    target.focus();
  }

  /** What takes the place of everything: the receipt. */
  renderOutcome(): TemplateResult | undefined {
    const {state} = this.outbox.sending;
    return state.kind === 'done' ? renderReceipt(this, state.receipt, state.earlier) : undefined;
  }

  /** What is first of all when time was up while somebody wrote. */
  renderLost(): unknown {
    return !this.isOpen && this.hasSome ? renderUnsent(this) : nothing;
  }

  render(): TemplateResult {
    const {isOpen, isReviewing: reviewing} = this;
    const draft = html`<div class="draft" part="draft" ?hidden=${reviewing}>${this.text.render()}</div>`;
    if (!isOpen) return html`${this.isPaused ? renderPaused(this) : nothing} ${draft}`;
    return html`${this.isClosingSoon ? renderClosingSoon(this) : nothing}
      ${reviewing ? renderReview(this) : html`${renderIntro(this)} ${this.survey?.renderForm()}`}
      <div class=${reviewing ? '' : 'cols'}>${draft} ${reviewing ? nothing : renderTray(this)}</div>
      ${reviewing ? nothing : renderBar(this)}`;
  }
}
