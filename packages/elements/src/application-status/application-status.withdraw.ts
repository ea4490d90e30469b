/** Taking a request back: said once, ticked once, pressed once. Nothing is sent by Enter, by a double click, or by a form. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ApiError} from '@zwgk/client';
import {icon} from '../foundation/icons.ts';
import type {ActsStrings} from './application-status.acts.strings.ts';
import type {StatusHost} from './application-status.host.ts';
import {renderRefused} from './application-status.refused.ts';

const MOST = 500;

export class Withdrawal {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: StatusHost;
  readonly #t: () => ActsStrings;
  #isSure = false;
  #isUnsure = false;
  #isSending = false;
  #failure: ApiError | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, host: StatusHost, t: () => ActsStrings) {
    [this.#element, this.#host, this.#t] = [element, host, t];
  }

  reset(): void {
    this.#isSure = this.#isUnsure = this.#isSending = false;
    this.#failure = undefined;
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isUnsure = !this.#isSure;
    if (this.#isUnsure) return this.#host.focusNext('#sure');
    [this.#isSending, this.#failure] = [true, undefined];
    this.#element.requestUpdate();
    try {
      await this.#host.withdraw(this.#element.shadowRoot!.querySelector<HTMLTextAreaElement>('#note')!.value.trim());
      this.reset();
      this.#host.say(this.#t().withdrawn);
      this.#host.focusNext('.title');
    } catch (error) {
      this.#isSending = false;
      if ((error as ApiError).code === 'aborted') return;
      this.#failure = error as ApiError;
      this.#host.focusNext('.withdrawal .state', '.withdrawal .refusal');
    }
  }

  /** @param keep Puts the question away. */
  render(keep: () => void): TemplateResult {
    const t = this.#t();
    const send = (): void => void this.#send();
    const tick = (event: Event): void => {
      this.#isSure = (event.target as HTMLInputElement).checked;
      if (this.#isSure) this.#isUnsure = false;
      this.#element.requestUpdate();
    };
    return html`<div class="ask withdrawal callout attention no-print" role="group" aria-labelledby="withdrawal">
      <h3 class="h3" id="withdrawal" tabindex="-1" aria-level=${this.#host.headingLevel() + 1}>${t.withdraw}</h3>
      <p>${t.withdrawWhat}</p>
      <p class="actions"><button class="btn" type="button" @click=${keep}>${t.keep}</button></p>
      <div class="field">
        <label class="label" for="note">${t.note}</label>
        <textarea class="input" id="note" rows="2" maxlength=${MOST} autocomplete="off"></textarea>
      </div>
      <label class="check">
        <input type="checkbox" id="sure" aria-describedby="unsure" .checked=${this.#isSure} @change=${tick} />
        <span>${t.sure}</span>
      </label>
      <p class="error" id="unsure">${this.#isUnsure ? html`${icon('alert')}${t.needSure}` : nothing}</p>
      ${this.#failure ? renderRefused(this.#host, this.#failure, t, send) : nothing}
      <p class="actions">
        <button class="btn secondary" type="button" aria-disabled=${this.#isSending} @click=${send}>
          ${this.#isSending ? t.withdrawing : t.doWithdraw}
        </button>
      </p>
    </div>`;
  }
}
