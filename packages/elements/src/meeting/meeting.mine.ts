/** My sign-up: by number and code; nothing of it is kept on the device or in an address. */
import {html, nothing, type TemplateResult} from 'lit';
import {getMySignUp, withdrawSignUp, type ApiError} from '@zwgk/client';
import type {MySignUp} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import {typed} from './meeting.logic.ts';
import type {SignUp} from './meeting.sign-up.ts';

export class Mine {
  readonly #form: SignUp;
  #number = '';
  #code = '';
  #answer: MySignUp | undefined;
  #fault = '';
  #busy = false;
  /** Asks once more before the seat is given back. */
  #asking = false;

  constructor(form: SignUp) {
    this.#form = form;
  }

  /** Runs one request and says how it ended. */
  async #run(request: () => Promise<MySignUp>): Promise<void> {
    const {page, t} = this.#form;
    if (this.#busy) return;
    this.#busy = true;
    page.host.requestUpdate();
    try {
      const answer = await request();
      const isHere = answer.meeting === page.meeting.id;
      this.#answer = isHere ? answer : undefined;
      this.#fault = isHere ? '' : t.elsewhere(answer.title);
    } catch (error) {
      this.#fault = t.lookFailed(error as ApiError);
    }
    this.#busy = false;
    this.#asking = false;
    page.focus(this.#fault ? '#mine-number' : '.mine-answer');
    page.host.say(this.#fault || t.states[this.#answer!.state]!);
  }

  #look(): void {
    const {page, t} = this.#form;
    const {client} = page.host;
    const [number, code] = [typed(this.#number), typed(this.#code)];
    if (!client) return;
    if (!number || !code) {
      this.#fault = t.both;
      return page.focus(number ? '#mine-code' : '#mine-number');
    }
    void this.#run(() => getMySignUp(client, {number, code}));
  }

  async #withdraw(): Promise<void> {
    const {client} = this.#form.page.host;
    const credential = {number: typed(this.#number), code: typed(this.#code)};
    if (!client) return;
    await this.#run(() => withdrawSignUp(client, credential));
    this.#form.page.host.reload();
  }

  get holdsSome(): boolean {
    return Boolean(this.#number || this.#code || this.#answer);
  }

  /** Away with it: somebody else may use this device next. */
  wipe(): void {
    [this.#number, this.#code, this.#fault, this.#answer, this.#asking] = ['', '', '', undefined, false];
  }

  #clear(): void {
    this.wipe();
    this.#form.page.focus('#mine-number');
  }

  #ask(on: boolean): void {
    this.#asking = on;
    this.#form.page.focus(on ? '.asking' : '.mine-answer');
  }

  render(): TemplateResult {
    const {t, page} = this.#form;
    const submit = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.#look();
    };
    return html`<section class="panel mine no-print" aria-labelledby="mine-title">
      <h3 class="h3" id="mine-title" aria-level=${page.level}>${t.mine}</h3>
      <div class="look">
        <div class="look" @keydown=${submit}>
          ${this.#renderField('mine-number', t.number, this.#number, (text) => (this.#number = text))}
          ${this.#renderField('mine-code', t.code, this.#code, (text) => (this.#code = text))}
        </div>
        <p>
          <button class="btn secondary" type="button" aria-disabled=${this.#busy} @click=${() => this.#look()}>
            ${this.#busy ? t.looking : t.look}
          </button>
        </p>
      </div>
      ${this.#fault ? html`<p class="error" id="mine-fault">${icon('alert')}${this.#fault}</p>` : nothing}
      ${this.#answer ? this.#renderAnswer(this.#answer) : nothing}
    </section>`;
  }

  #renderField(id: string, label: string, value: string, set: (text: string) => void): TemplateResult {
    const {page} = this.#form;
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <input
        class="input"
        id=${id}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-invalid=${this.#fault ? 'true' : nothing}
        aria-describedby=${this.#fault ? 'mine-fault' : nothing}
        .value=${value}
        @input=${({target}: Event) => {
          set((target as HTMLInputElement).value);
          page.host.requestUpdate();
        }}
      />
    </div>`;
  }

  #renderAnswer({state, role, name, ahead, reason, cancelled, canWithdraw}: MySignUp): TemplateResult {
    const {t, page} = this.#form;
    const colon = name ? t.colon : '';
    return html`<div class="mine-answer" tabindex="-1" role="group" aria-label=${t.mine}>
      <p>${name}${colon}${page.t.roles[role]}</p>
      <p><strong>${t.states[state]}</strong>${ahead === undefined ? nothing : html`${page.t.comma}${t.ahead(ahead)}`}</p>
      ${reason ? html`<p>${t.reason}<span lang="zh-Hans">${reason}</span></p>` : nothing}
      ${cancelled ? html`<p>${t.cancelled}</p>` : nothing} ${this.#asking ? this.#renderAsking() : nothing}
      <p class="actions">
        ${
          canWithdraw && !this.#asking
            ? html`<button class="btn quiet" type="button" @click=${() => this.#ask(true)}>${t.withdraw}</button>`
            : nothing
        }
        <button class="btn quiet" type="button" @click=${() => this.#clear()}>${t.clear}</button>
      </p>
    </div>`;
  }

  #renderAsking(): TemplateResult {
    const {t} = this.#form;
    return html`<div class="callout asking" tabindex="-1">
      <p>${t.withdrawSure}</p>
      <p class="actions">
        <button class="btn secondary" type="button" @click=${() => void this.#withdraw()}>${t.withdrawYes}</button>
        <button class="btn quiet" type="button" @click=${() => this.#ask(false)}>${t.withdrawNo}</button>
      </p>
    </div>`;
  }
}
