/** Signing up: the form, its receipt, and looking it up again. Nothing about the person is kept on the device. */
import {html, nothing, type TemplateResult} from 'lit';
import {getSignUpReceiptByKey, submitSignUp, type ApiError} from '@zwgk/client';
import type {SignUpInput, SignUpReceipt} from '@zwgk/contract';
import {validateSignUp, type SignUpProblem} from '@zwgk/rules/meeting';
import {IdleWatch, PATIENCE} from '../controllers/idle-watch.ts';
import {KeyedSend, type Sent} from '../controllers/keyed-send.ts';
import {adopt} from '../foundation/adopt.ts';
import {fieldStyles} from '../foundation/field.styles.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import type {MeetingErrorDetail, MeetingSignedUpDetail} from './meeting.events.ts';
import {renderFields, renderProblems} from './meeting.form.ts';
import {moment, span, toInput, type Answers} from './meeting.logic.ts';
import {Mine} from './meeting.mine.ts';
import type {MeetingPage} from './meeting.page.ts';
import {signUpStrings, type SignUpStrings} from './meeting.sign-up.strings.ts';
import {signUpStyles} from './meeting.sign-up.styles.ts';

export class SignUp {
  readonly page: MeetingPage;
  readonly sending: KeyedSend<SignUpInput, SignUpReceipt>;
  answers: Answers = {};
  problems: readonly SignUpProblem[] = [];
  #note = '';
  readonly #mine: Mine;
  readonly #watch: IdleWatch;
  readonly #strings: Strings<SignUpStrings>;

  constructor(page: MeetingPage) {
    const {host, meeting} = page;
    this.page = page;
    adopt(host.shadowRoot!, fieldStyles);
    adopt(host.shadowRoot!, signUpStyles);
    this.#strings = new Strings(host, signUpStrings, () => host.localeWanted);
    this.sending = new KeyedSend<SignUpInput, SignUpReceipt>(host, {
      send: (client, input, options) => submitSignUp(client, meeting.id, input, options),
      find: (client, key, signal) => getSignUpReceiptByKey(client, key, signal),
      storage: (client) => (host.kiosk ? '' : `zwgk-meeting-pending:${client.endpoint}:${meeting.id}`),
      onSettled: (state) => this.#handleSettled(state),
    });
    this.#mine = new Mine(this);
    this.answers = this.#nothing();
    this.#watch = new IdleWatch(host, {
      patience: () => (host.kiosk && this.#holdsSome ? PATIENCE : 0),
      onWarn: (isWarning) => isWarning && host.say(this.t.idle),
      onGone: (why) => this.#wipe(why),
    });
    if (host.client) void this.sending.recover(host.client);
  }

  get t(): SignUpStrings {
    return this.#strings.t;
  }

  /** What the form holds before anybody has written: a single role is chosen already. */
  #nothing(): Answers {
    const [first, ...more] = this.page.meeting.signUp?.roles ?? [];
    return first && more.length === 0 ? {role: first.role} : {};
  }

  get #holdsSome(): boolean {
    const {role, ...written} = this.answers;
    return (
      role !== this.#nothing().role || Object.values(written).some(Boolean) || this.sending.state.kind !== 'idle' || this.#mine.holdsSome
    );
  }

  /** Nothing of one person is there for the next; on a device of one's own what they have to say stays, not who they are. */
  #wipe(why: 'idle' | 'left'): void {
    const {host} = this.page;
    const {role, statement} = this.answers;
    this.#mine.wipe();
    this.answers = host.kiosk ? this.#nothing() : {...(role && {role}), ...(statement && {statement})};
    this.problems = [];
    this.#note = '';
    if (!this.sending.busy) this.sending.reset();
    if (why === 'idle') host.say(this.t.wiped);
    host.requestUpdate();
  }

  answer(change: Answers): void {
    this.answers = {...this.answers, ...change};
    const still = this.#check();
    this.problems = this.problems.filter(({field}) => still.some((each) => each.field === field));
    this.page.host.requestUpdate();
  }

  #input(): SignUpInput {
    return toInput(this.answers, this.page.meeting.signUp?.fields ?? []);
  }

  #check(): SignUpProblem[] {
    return validateSignUp(this.#input(), this.page.meeting.signUp!);
  }

  submit(): void {
    const {client} = this.page.host;
    if (!client || this.sending.busy) return;
    this.problems = this.#check();
    if (this.problems.length > 0) return this.page.focus('.problems');
    void this.sending.send(client, this.#input());
  }

  #handleSettled(state: Sent<SignUpReceipt>): void {
    const {host} = this.page;
    if (state.kind === 'done') {
      this.answers = this.#nothing();
      this.page.focus('.receipt');
      host.say(this.t.received[state.receipt.state] ?? this.t.receipt);
      host.emit('zwgk-meeting-signed-up', {number: state.receipt.number} satisfies MeetingSignedUpDetail);
      // The seats that are left; of an earlier one the page has just said them, and must not be made anew.
      if (!state.earlier) host.reload();
    } else if (state.kind === 'unsent') {
      this.#handleUnsent(state.error);
    }
    host.requestUpdate();
  }

  #handleUnsent(error: ApiError): void {
    const {host} = this.page;
    this.problems = (error.problem?.errors ?? []).map(({path, code}) => ({field: path.slice(1), code}) as SignUpProblem);
    if (error.problem?.code === 'meeting-full' || error.problem?.code === 'sign-up-closed') host.reload();
    this.page.focus(this.problems.length > 0 ? '.problems' : '.failed');
    host.say(this.t.unsent);
    host.emit('zwgk-meeting-error', {error} satisfies MeetingErrorDetail);
  }

  async #copy(text: string): Promise<void> {
    const {t} = this;
    const write = navigator.clipboard?.writeText(text) ?? Promise.reject(new TypeError('no clipboard'));
    this.#note = await write.then(
      () => t.copied,
      () => t.copyFailed,
    );
    this.page.host.say(this.#note);
    this.page.host.requestUpdate();
  }

  #finish(): void {
    this.sending.reset();
    this.#note = '';
    this.page.focus('.title');
  }

  renderMine(): unknown {
    return html`${this.#renderWarning()}${this.#mine.render()}`;
  }

  /** A word before everything is cleared, with a way to stay: any other sign does as well. */
  #renderWarning(): unknown {
    const {t} = this;
    return this.#watch.isWarning
      ? html`<div class="callout no-print">
          <p class="badge attention">${icon('clock')}<span>${t.idle}</span></p>
          <p class="actions"><button class="btn secondary" type="button">${t.stay}</button></p>
        </div>`
      : nothing;
  }

  /** Why nothing was stored, also where the form is gone meanwhile. */
  renderFailed(): unknown {
    const {t, sending} = this;
    if (sending.state.kind !== 'unsent' || this.problems.length > 0) return nothing;
    return html`<div class="panel failed" tabindex="-1">
      <p class="h3 badge attention">${icon('alert')}<span>${t.unsent}</span></p>
      <p>${t.unsentWhy(sending.state.error)}</p>
    </div>`;
  }

  renderForm(): TemplateResult {
    const {t, sending} = this;
    const {state, busy} = sending;
    const retry = state.kind === 'sending' ? state.retry : undefined;
    const wait = state.kind === 'resolving' ? t.resolving : retry ? t.retrying(retry.retry + 1) : t.sending;
    return html`<div class="form">
      ${renderProblems(this)} ${renderFields(this)} ${this.renderFailed()}
      <p class="actions">
        <button class="btn" type="button" aria-disabled=${busy} @click=${() => this.submit()}>
          ${busy ? wait : state.kind === 'unsent' ? t.again : t.send}
        </button>
      </p>
    </div>`;
  }

  /** The only way to see it again, or to give the seat back. */
  renderReceipt(): TemplateResult | undefined {
    const {state} = this.sending;
    if (state.kind !== 'done') return undefined;
    const {t, page} = this;
    const {locale} = page.host;
    const {number, queryCode, submittedAt, title, startsAt, endsAt, place, state: stands} = state.receipt;
    const when = span(startsAt, endsAt, locale);
    const text = [title, `${t.when}${t.colon}${when}`, `${t.number}${t.colon}${number}`, `${t.code}${t.colon}${queryCode}`].join('\n');
    return html`<section class="panel receipt" part="receipt" tabindex="-1" aria-label=${t.receipt}>
      <p class="h3 badge">${icon('done')}<span>${t.received[stands] ?? t.receipt}</span></p>
      ${state.earlier ? html`<p class="callout">${t.earlier}</p>` : nothing}
      <dl class="dl">
        <dt>${t.number}</dt>
        <dd><strong class="code">${number}</strong></dd>
        <dt>${t.code}</dt>
        <dd><strong class="code">${queryCode}</strong><br /><span class="help">${t.codeHelp}</span></dd>
        <dt>${t.when}</dt>
        <dd>${when}</dd>
        ${
          place
            ? html`<dt>${t.where}</dt>
                <dd lang="zh-Hans">${place.name} ${place.address}</dd>`
            : nothing
        }
        <dt>${t.at}</dt>
        <dd>${moment(submittedAt, locale)}</dd>
      </dl>
      <p>${t.next[stands] ?? nothing}</p>
      <p class="actions no-print">
        <button class="btn" type="button" @click=${() => window.print()}>${t.print}</button>
        <button class="btn secondary" type="button" @click=${() => void this.#copy(text)}>${t.copy}</button>
        <button class="btn quiet" type="button" @click=${() => this.#finish()}>${t.finish}</button>
        <span class="soft" aria-hidden="true">${this.#note}</span>
      </p>
    </section>`;
  }
}
