/** The meetings there are: what is to come first, by kind, page by page. */
import {html, nothing, type TemplateResult} from 'lit';
import {listMeetings, type ZwgkClient} from '@zwgk/client';
import type {MeetingKind, MeetingList, MeetingQuery, MeetingState, MeetingSummary} from '@zwgk/contract';
import {adopt} from '../foundation/adopt.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {Strings} from '../foundation/strings.ts';
import type {Listed, MeetingView} from './meeting.controller.ts';
import type {MeetingHost} from './meeting.host.ts';
import {end, moment, span, STATE_ICONS} from './meeting.logic.ts';
import {pageStyles} from './meeting.page.styles.ts';
import {meetingStrings, type MeetingStrings} from './meeting.strings.ts';

const PAGE = 10;
const parts = <T extends string>(text: string): T[] => text.split(',').filter(Boolean) as T[];

export async function load(host: MeetingHost, client: ZwgkClient, listed: Listed, signal: AbortSignal): Promise<MeetingView> {
  const part = new Meetings(host, client, listed);
  await part.fetch({}, signal);
  return {id: '', part};
}

export class Meetings {
  readonly #host: MeetingHost;
  readonly #client: ZwgkClient;
  readonly #listed: Listed;
  readonly #strings: Strings<MeetingStrings>;
  #list: MeetingList | undefined;
  #kind = '';
  #failed = false;
  #focus = false;

  constructor(host: MeetingHost, client: ZwgkClient, listed: Listed) {
    this.#host = host;
    this.#client = client;
    this.#listed = listed;
    this.#strings = new Strings(host, meetingStrings, () => host.localeWanted);
    adopt(host.shadowRoot!, pageStyles);
  }

  async fetch({kind = this.#kind, cursor}: {kind?: string; cursor?: string}, signal?: AbortSignal): Promise<void> {
    this.#kind = kind;
    const {agency, region, state, consultation} = this.#listed;
    const query: MeetingQuery = {
      kind: parts<MeetingKind>(kind || this.#listed.kind),
      state: parts<MeetingState>(state),
      limit: PAGE,
      ...(agency && {agency: [agency]}),
      ...(region && {region: [region]}),
      ...(consultation && {consultation}),
      ...(cursor !== undefined && {cursor}),
    };
    this.#list = await listMeetings(this.#client, query, signal);
  }

  /** Another kind or page, in place of this one. */
  async #go(change: {kind?: string; cursor?: string}): Promise<void> {
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

  render(): unknown {
    const {t} = this.#strings;
    const {items = [], nextCursor, prevCursor} = this.#list ?? {};
    if (this.#host.quiet && items.length === 0 && !this.#kind) return nothing;
    const go = (cursor: string, words: string): TemplateResult =>
      html`<button class="btn secondary" type="button" @click=${() => void this.#go({cursor})}>${words}</button>`;
    return html`<section class="stack">
      <h2 class=${this.#host.quiet ? 'h2' : 'title'} tabindex="-1" aria-level=${this.#host.headingLevel}>${t.title}</h2>
      ${this.#listed.kind || this.#host.quiet ? nothing : this.#renderKinds()}
      ${this.#failed ? html`<p class="badge attention">${icon('alert')}<button class="btn quiet" type="button" @click=${() => void this.#go({})}>${this.#host.retryWords}</button></p>` : nothing}
      ${
        items.length > 0
          ? html`<ul class="list" part="list">
              ${items.map((item) => this.#renderItem(item))}
            </ul>`
          : html`<p>${t.none}</p>`
      }
      <p class="actions no-print">${prevCursor ? go(prevCursor, t.previous) : nothing} ${nextCursor ? go(nextCursor, t.next) : nothing}</p>
    </section>`;
  }

  #renderKinds(): TemplateResult {
    const {t} = this.#strings;
    const kinds = this.#list?.facets.kind ?? [];
    return html`<div class="actions no-print" role="group" aria-label=${t.filter}>
      ${[{value: '', count: 0}, ...kinds].map(
        ({value, count}) =>
          html`<button
            class="btn chip secondary"
            type="button"
            aria-pressed=${this.#kind === value}
            @click=${() => void this.#go({kind: value})}
          >
            ${this.#kind === value ? icon('done') : nothing}${value ? t.counted(t.kinds[value] ?? value, count) : t.all}
          </button>`,
      )}
    </div>`;
  }

  #renderItem(item: MeetingSummary): TemplateResult {
    const {t} = this.#strings;
    const {locale} = this.#host;
    const {title, kind, agencyName, startsAt, endsAt, place, standing, moved, demo} = item;
    const {state, signUp} = standing;
    const offer = signUp && state === 'sign_up' && t.signUp(signUp, moment(signUp.opensAt, locale), end(signUp.closesAt, locale));
    return html`<li>
      <h3 class="name" aria-level=${Math.min(this.#host.headingLevel + 1, 6)}>${this.#renderLink(item, title)}</h3>
      <p class="soft">
        ${t.kinds[kind]}${t.comma}<span lang="zh-Hans">${agencyName}</span>
        ${demo ? html`<span class="demo">${this.#host.demoMark}</span>` : nothing}
      </p>
      <p>${span(startsAt, endsAt, locale)}${place ? html`${t.comma}<span lang="zh-Hans">${place}</span>` : nothing}</p>
      <p class="badge ${state === 'cancelled' ? 'attention' : ''}">${icon(STATE_ICONS[state])}<span>${offer || t.states[state]}</span></p>
      ${moved && state !== 'cancelled' ? html`<p class="badge attention">${icon('alert')}<span>${t.moved}</span></p>` : nothing}
      ${standing.record?.status === 'overdue' ? html`<p class="badge attention">${icon('alert')}<span>${t.recordLate}</span></p>` : nothing}
    </li>`;
  }

  /** The page that shows it, else this place. */
  #renderLink({id}: MeetingSummary, title: string): TemplateResult {
    const {meetingHref} = this.#host;
    const page = meetingHref && safeHref(meetingHref.replaceAll('{id}', encodeURIComponent(id)));
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
