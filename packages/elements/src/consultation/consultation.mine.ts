/** 我的意见怎么样了: by receipt number and code; nothing of it is kept on the device or in an address. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ApiError} from '@zwgk/client';
import {changeMyComments, getMyComments} from '@zwgk/client';
import type {MyComment, MyComments} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import type {ConsultationAfter} from './consultation.after.ts';
import {clusterOf, typed} from './consultation.logic.ts';
import {renderOutcome} from './consultation.report.ts';

export class Mine {
  readonly #after: ConsultationAfter;
  #number = '';
  #code = '';
  #answer: MyComments | undefined;
  #fault = '';
  #busy = false;
  /** Who looks: what is answered after a wipe is nobody's. */
  #visit = 0;
  /** Asks once more before something is taken back. */
  #asking = false;
  /** Kinds of the report in which my comments are. */
  numbers: ReadonlySet<number> = new Set();

  constructor(after: ConsultationAfter) {
    this.#after = after;
  }

  /** Runs one request and says how it ended. */
  async #run(request: () => Promise<MyComments>): Promise<void> {
    const {host, t} = this.#after;
    if (this.#busy) return;
    this.#busy = true;
    host.requestUpdate();
    const visit = this.#visit;
    try {
      const answer = await request();
      if (visit !== this.#visit) return;
      const isHere = answer.consultation === this.#after.page.consultation.id;
      this.#answer = isHere ? answer : undefined;
      this.#fault = isHere ? '' : t.elsewhere(answer.title);
    } catch (error) {
      if (visit !== this.#visit) return;
      this.#fault = t.lookFailed(error as ApiError);
    }
    this.#busy = false;
    this.#asking = false;
    this.numbers = new Set(this.#answer?.comments.flatMap((comment) => clusterOf(comment) ?? []));
    this.#after.focus(this.#fault ? '#mine-number' : '.mine-answer');
    host.say(this.#fault || t.looked(this.#answer!.comments.length));
  }

  #look(): void {
    const {client} = this.#after.host;
    const [number, code] = [typed(this.#number), typed(this.#code)];
    if (!client) return;
    if (!number || !code) {
      this.#fault = this.#after.t.both;
      return this.#after.focus(number ? '#mine-code' : '#mine-number');
    }
    void this.#run(() => getMyComments(client, {number, code}));
  }

  #withdraw(): void {
    const {client} = this.#after.host;
    const credential = {number: typed(this.#number), code: typed(this.#code)};
    if (client) void this.#run(() => changeMyComments(client, {credential, type: 'withdraw', publish: false}));
  }

  /** Whether something was typed or looked up. */
  get holdsSome(): boolean {
    return Boolean(this.#number || this.#code || this.#answer);
  }
  /** Away with it: somebody else may use this device next. */
  wipe(): void {
    [this.#number, this.#code, this.#fault, this.#answer, this.numbers] = ['', '', '', undefined, new Set()];
    [this.#busy, this.#asking] = [false, false];
    this.#visit++;
    this.#after.host.requestUpdate();
  }
  #clear(): void {
    this.wipe();
    this.#after.focus('#mine-number');
  }

  render(): TemplateResult {
    const {t, level} = this.#after;
    const submit = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.#look();
    };
    return html`<section class="panel mine no-print" aria-labelledby="mine-title">
      <h3 class="h3" id="mine-title" aria-level=${level}>${t.mine}</h3>
      <div class="look" @keydown=${submit}>
        ${this.#renderField('mine-number', t.number, this.#number, (text) => (this.#number = text))}
        ${this.#renderField('mine-code', t.code, this.#code, (text) => (this.#code = text))}
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
        .value=${live(value)}
        @input=${({target}: Event) => {
          set((target as HTMLInputElement).value);
          this.#after.host.requestUpdate();
        }}
      />
    </div>`;
  }

  #renderAnswer({comments}: MyComments): TemplateResult {
    const {t} = this.#after;
    const canWithdraw = comments.some(({moves}) => moves.includes('withdraw'));
    return html`<div class="mine-answer" tabindex="-1" role="group" aria-label=${t.mine}>
      <ol class="entries wide">
        ${comments.map((comment) => html`<li>${this.#renderComment(comment)}</li>`)}
      </ol>
      ${this.#asking ? this.#renderAsking() : nothing}
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

  #ask(on: boolean): void {
    this.#asking = on;
    this.#after.focus(on ? '.asking' : '.mine-answer');
  }

  #renderAsking(): TemplateResult {
    const {t} = this.#after;
    return html`<div class="callout asking" tabindex="-1">
      <p>${t.withdrawSure}</p>
      <p class="actions">
        <button class="btn secondary" type="button" @click=${() => this.#withdraw()}>${t.withdrawYes}</button>
        <button class="btn quiet" type="button" @click=${() => this.#ask(false)}>${t.withdrawNo}</button>
      </p>
    </div>`;
  }

  #renderComment(comment: MyComment): TemplateResult {
    const {t, page} = this.#after;
    const {text, anchors = [], state, rejection, outcome} = comment;
    const place = anchors.map(({section}) => page.nameOf(section)).find(Boolean) ?? '';
    return html`<div>
      ${place ? html`<p class="place" lang="zh-Hans">${place}</p>` : nothing} ${text ? html`<p class="prose">${text}</p>` : nothing}
      <p class="fate">${outcome ? this.#renderFate(comment) : t.states[state]}</p>
      ${rejection ? html`<p>${t.rejections[rejection.reason]}${rejection.note ? html`<span lang="zh-Hans">${t.colon}${rejection.note}</span>` : nothing}</p>` : nothing}
    </div>`;
  }

  /** What became of it, and the way to why. */
  #renderFate({outcome}: MyComment): unknown {
    const {t} = this.#after;
    const {cluster, repeats} = outcome!;
    if (!cluster) return t.unrelated;
    return html`<span>${repeats ? t.repeats : ''}${t.inKind(cluster.number)}</span> ${renderOutcome(this.#after, cluster.outcome)}
      <button class="btn quiet" type="button" @click=${() => this.#after.focus(`#cluster-${cluster.number}`)}>${t.seeReason}</button>`;
  }
}
