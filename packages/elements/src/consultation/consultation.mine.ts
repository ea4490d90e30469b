/** 我的意见怎么样了: by receipt number and code; nothing of it is kept on the device or in an address. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ApiError} from '@zwgk/client';
import {changeMyComments, getMyComments} from '@zwgk/client';
import type {MyComments, MyCommentsChange} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import type {ConsultationAfter} from './consultation.after.ts';
import {ANSWERS, clusterOf, typed} from './consultation.logic.ts';
import {renderAsking, renderMyComment, type Undo} from './consultation.my-comment.ts';

export class Mine {
  readonly #after: ConsultationAfter;
  #number = '';
  #code = '';
  #answer: MyComments | undefined;
  #fault = '';
  #busy = false;
  /** Who looks: what is answered after a wipe is nobody's. */
  #visit = 0;
  /** Asks once more before something is taken back: one, by its id, or all. */
  #asking = false;
  #about: string | undefined;
  /** What was changed last and can be changed back. */
  #undo: Undo | undefined;
  /** Kinds of the report in which my comments are. */
  numbers: ReadonlySet<number> = new Set();

  constructor(after: ConsultationAfter) {
    this.#after = after;
  }

  /** Runs one request and says how it ended. @param said In place of how many were found. */
  async #run(request: () => Promise<MyComments>, said = '', undo?: Undo): Promise<void> {
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
    this.#undo = this.#fault ? undefined : undo;
    this.numbers = new Set(this.#answer?.comments.flatMap((comment) => clusterOf(comment) ?? []));
    this.#after.focus(this.#fault ? '#mine-number' : undo ? '.mine-undo' : '.mine-answer');
    host.say(this.#fault || said || t.looked(this.#answer!.comments.length));
    // What is public has changed with it.
    if (said && !this.#fault) host.reload();
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

  change(change: Omit<MyCommentsChange, 'credential'>, said: string, undo?: Undo): void {
    const {client} = this.#after.host;
    const credential = {number: typed(this.#number), code: typed(this.#code)};
    if (client) void this.#run(() => changeMyComments(client, {credential, ...change}), said, undo);
  }

  /** Whether something was typed or looked up. */
  get holdsSome(): boolean {
    return Boolean(this.#number || this.#code || this.#answer);
  }
  /** Away with it: somebody else may use this device next. */
  wipe(): void {
    [this.#number, this.#code, this.#fault, this.#answer, this.numbers] = ['', '', '', undefined, new Set()];
    [this.#busy, this.#asking, this.#undo] = [false, false, undefined];
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

  #renderAnswer({comments, answers, files}: MyComments): TemplateResult {
    const {t, page} = this.#after;
    const withdrawable = [...comments, ...(answers ? [answers] : [])].filter(({moves}) => moves.some((move) => move === 'withdraw'));
    const about = this.#asking ? this.#about : '';
    return html`<div class="mine-answer" tabindex="-1" role="group" aria-label=${t.mine}>
      <ol class="entries wide">
        ${comments.map((comment) => html`<li>${renderMyComment(this.#after, comment, this.#undo)} ${about === comment.id ? renderAsking(this.#after, comment.id) : nothing}</li>`)}
      </ol>
      ${answers ? page.survey?.renderMine(answers, this, about === ANSWERS) : nothing}
      ${files ? html`<p class="soft">${t.files}<span dir="auto">${files.map(({name}) => name).join('、')}</span></p>` : nothing}
      ${this.#asking && about === undefined ? renderAsking(this.#after) : nothing}
      <p class="actions">
        ${
          withdrawable.length > 1 && !this.#asking
            ? html`<button class="btn quiet" type="button" @click=${() => this.ask(true)}>${t.withdraw}</button>`
            : nothing
        }
        <button class="btn quiet" type="button" @click=${() => this.#clear()}>${t.clear}</button>
      </p>
    </div>`;
  }

  /** Asks once more. @param about Id of the one comment that it is about, or `ANSWERS`; absent: all. */
  ask(on: boolean, about?: string): void {
    [this.#asking, this.#about] = [on, about];
    this.#after.focus(on ? '.asking' : '.mine-answer');
  }
}
