/** The consultations there are: open ones first, by state, page by page. */
import {html, nothing, type TemplateResult} from 'lit';
import {listConsultations, type ZwgkClient} from '@zwgk/client';
import type {ConsultationList, ConsultationQuery, ConsultationState, ConsultationSummary} from '@zwgk/contract';
import {adopt} from '../foundation/adopt.ts';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {Strings} from '../foundation/strings.ts';
import type {ConsultationView, Listed} from './consultation.controller.ts';
import {STATE_ICONS} from './consultation.head.ts';
import type {ConsultationHost} from './consultation.host.ts';
import {pageStyles} from './consultation.page.styles.ts';
import {consultationStrings, type ConsultationStrings} from './consultation.strings.ts';

const STATES: readonly ConsultationState[] = ['open', 'not_started', 'closed', 'reported'];
const PAGE = 10;

export async function load(
  host: ConsultationHost,
  client: ZwgkClient,
  listed: Listed,
  _before: ConsultationView | undefined,
  signal: AbortSignal,
): Promise<ConsultationView> {
  const part = new Consultations(host, client, listed);
  await part.fetch({}, signal);
  return {id: '', part};
}

export class Consultations {
  readonly #host: ConsultationHost;
  readonly #client: ZwgkClient;
  readonly #listed: Listed;
  readonly #strings: Strings<ConsultationStrings>;
  #list: ConsultationList | undefined;
  #state = '';
  #failed = false;
  #focus = false;

  constructor(host: ConsultationHost, client: ZwgkClient, listed: Listed) {
    this.#host = host;
    this.#client = client;
    this.#listed = listed;
    this.#strings = new Strings(host, consultationStrings, () => host.localeWanted);
    adopt(host.shadowRoot!, pageStyles);
  }

  async fetch({state = this.#state, cursor}: {state?: string; cursor?: string}, signal?: AbortSignal): Promise<void> {
    this.#state = state;
    const states = (state || this.#listed.state).split(',').filter(Boolean) as ConsultationState[];
    const {agency} = this.#listed;
    const query: ConsultationQuery = {state: states, limit: PAGE, ...(agency && {agency: [agency]}), ...(cursor !== undefined && {cursor})};
    this.#list = await listConsultations(this.#client, query, signal);
  }

  /** Another state or page, in place of this one. */
  async #go(change: {state?: string; cursor?: string}): Promise<void> {
    this.#failed = false;
    await this.fetch(change).catch(() => (this.#failed = true));
    this.#focus = change.cursor !== undefined;
    if (this.#list && !this.#failed) this.#host.say(this.#strings.t.found(this.#list.total));
    this.#host.requestUpdate();
  }

  updated(): void {
    if (!this.#focus) return;
    this.#focus = false;
    this.#host.shadowRoot!.querySelector<HTMLElement>('.title')?.focus();
  }

  render(): TemplateResult {
    const {t} = this.#strings;
    const {items = [], nextCursor, prevCursor} = this.#list ?? {};
    const go = (cursor: string, words: string): TemplateResult =>
      html`<button class="btn secondary" type="button" @click=${() => void this.#go({cursor})}>${words}</button>`;
    return html`<section class="stack">
      <h2 class="title" tabindex="-1" aria-level=${this.#host.headingLevel}>${t.title}</h2>
      ${this.#listed.state ? nothing : this.#renderStates()}
      ${this.#failed ? html`<p class="badge attention">${icon('alert')}<button class="btn quiet" type="button" @click=${() => void this.#go({})}>${this.#host.common.t.retry}</button></p>` : nothing}
      ${
        items.length > 0
          ? html`<ul class="list">
              ${items.map((item) => this.#renderItem(item))}
            </ul>`
          : html`<p>${t.none}</p>`
      }
      <p class="actions no-print">${prevCursor ? go(prevCursor, t.previous) : nothing} ${nextCursor ? go(nextCursor, t.next) : nothing}</p>
    </section>`;
  }

  #renderStates(): TemplateResult {
    const {t} = this.#strings;
    return html`<div class="actions no-print" role="group" aria-label=${t.filter}>
      ${['', ...STATES].map(
        (state) =>
          html`<button
            class="btn chip secondary"
            type="button"
            aria-pressed=${this.#state === state}
            @click=${() => void this.#go({state})}
          >
            ${this.#state === state ? icon('done') : nothing}${state ? t.states[state] : t.all}
          </button>`,
      )}
    </div>`;
  }

  #renderItem(item: ConsultationSummary): TemplateResult {
    const {t} = this.#strings;
    const {title, sponsorName, standing, opensAt, demo} = item;
    const say = (date: string): string => formatDate(date, this.#host.locale);
    const report = t.report(standing, say);
    return html`<li>
      <h3 class="name" aria-level=${Math.min(this.#host.headingLevel + 1, 6)}>${this.#renderLink(item, title)}</h3>
      <p class="soft">${t.sponsor(sponsorName)} ${demo ? html`<span class="demo">${this.#host.common.t.demo}</span>` : nothing}</p>
      <p class="badge">${icon(STATE_ICONS[standing.state]!)}<span>${t.standing(standing, opensAt, say)}</span></p>
      ${standing.report?.status === 'overdue' ? html`<p class="badge attention">${icon('alert')}<span>${report}</span></p>` : nothing}
    </li>`;
  }

  /** The page that shows it, else this place. */
  #renderLink({id}: ConsultationSummary, title: string): TemplateResult {
    const {consultationHref} = this.#host;
    const page = consultationHref && safeHref(consultationHref.replaceAll('{id}', encodeURIComponent(id)));
    if (page) return html`<a href=${page} lang="zh-Hans">${title}</a>`;
    const href = this.#host.hrefOf(id);
    const open = (event: MouseEvent): void => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#host.open(id);
    };
    return href
      ? html`<a href=${href} lang="zh-Hans" @click=${open}>${title}</a>`
      : html`<button class="btn quiet" type="button" lang="zh-Hans" @click=${() => this.#host.open(id)}>${title}</button>`;
  }
}
