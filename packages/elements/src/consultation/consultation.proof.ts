/**
 * Sending while a flood is on (T18): the server wants a proof of work first. It is computed by itself while the page says how
 * far it is; whoever has an old device waits instead, at most as long as the server says. Nothing is to be solved by a person.
 */
import {html, nothing, type TemplateResult} from 'lit';
import {ApiError} from '@zwgk/client';
import type {ProofRequest} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {proofStrings, type ProofStrings} from './consultation.proof.strings.ts';
import type {ConsultationWriting} from './consultation.writing.ts';
import {compute} from './proof/compute.ts';

/** Proofs that are made for one submission: one may have come too late, or with a load that rose meanwhile. */
const ROUNDS = 3;
const SECOND = 1000;

export class Proving {
  readonly #session: ConsultationWriting;
  readonly #strings: Strings<ProofStrings>;
  /** Stops the computing alone. */
  #computing: AbortController | undefined;
  #cancel: (() => void) | undefined;
  /** Chance that it would be found by now. */
  #share = 0;
  #left = 0;

  constructor(session: ConsultationWriting) {
    this.#session = session;
    this.#strings = new Strings(session.host, proofStrings, () => session.host.localeWanted);
  }

  /**
   * Sends with a proof, and again with another one where the server asks for it.
   * @param error What the server said. @throws ApiError also `aborted`, when the person does not want to go on.
   */
  async send<R>(error: ApiError, send: (proof: string) => Promise<R>, signal: AbortSignal): Promise<R> {
    let last = error;
    for (let round = 0; round < ROUNDS && last.problem?.proof; round++) {
      const proof = await this.#answer(last.problem.proof, signal);
      if (proof === undefined) throw new ApiError('aborted', last.url);
      try {
        return await send(proof);
      } catch (caught) {
        if (!(caught instanceof ApiError)) throw caught;
        last = caught;
      }
    }
    throw last;
  }

  /** The header's text: what was computed, or `waited`; `undefined` when it was given up. */
  async #answer(request: ProofRequest, signal: AbortSignal): Promise<string | undefined> {
    const {challenge, signature, bits, waitSeconds} = request;
    const {host} = this.#session;
    const computing = (this.#computing = new AbortController());
    const start = performance.now();
    const told = (tried: number): void => this.#show(-Math.expm1(-tried / 2 ** bits), this.#left);
    this.#show(0, waitSeconds);
    this.#session.focus('.proving');
    host.say(this.#strings.t.why);
    let timer = 0;
    const word = await new Promise<string | undefined>((resolve) => {
      const giveUp = (): void => resolve(undefined);
      this.#cancel = () => {
        this.#session.focus('.review-title');
        giveUp();
      };
      signal.addEventListener('abort', giveUp, {once: true});
      timer = window.setInterval(() => {
        this.#show(this.#share, Math.max(0, Math.ceil(waitSeconds - (performance.now() - start) / SECOND)));
        if (this.#left === 0) resolve('waited');
      }, SECOND);
      // Where it cannot be computed there is still the wait.
      void compute(request, computing.signal, told).then(
        (nonce) => nonce !== undefined && resolve(String(nonce)),
        () => this.wait(),
      );
    });
    clearInterval(timer);
    computing.abort();
    this.#computing = this.#cancel = undefined;
    host.requestUpdate();
    return word === undefined ? undefined : `${challenge}.${signature}.${word}`;
  }

  #show(share: number, left: number): void {
    [this.#share, this.#left] = [share, left];
    this.#session.host.requestUpdate();
  }

  /** No more computing on this device. */
  wait(): void {
    this.#computing?.abort();
    this.#computing = undefined;
    this.#session.focus('.proving');
  }

  render(): unknown {
    return this.#cancel ? this.#render(this.#cancel) : nothing;
  }

  #render(cancel: () => void): TemplateResult {
    const {t} = this.#strings;
    const isComputing = this.#computing !== undefined;
    return html`<div class="panel proving" role="group" tabindex="-1" aria-label=${t.title}>
      <p class="h3 badge">${icon('clock')}<span>${t.title}</span></p>
      ${
        isComputing
          ? html`<p>${t.why}</p>
              <progress class="proof-progress" max="1" .value=${this.#share} aria-label=${t.progress}></progress>`
          : nothing
      }
      <p>${isComputing ? t.atMost(this.#left) : t.waiting(this.#left)}</p>
      <p class="actions">
        ${isComputing ? html`<button class="btn secondary" type="button" @click=${() => this.wait()}>${t.justWait}</button>` : nothing}
        <button class="btn quiet" type="button" @click=${cancel}>${t.notNow}</button>
      </p>
    </div>`;
  }
}
