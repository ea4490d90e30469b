import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {ZwgkClient} from '@zwgk/client';
import {UrlState} from '../controllers/url-state.ts';
import {ZwgkElement} from '../foundation/base-element.ts';
import type {Locale} from '../foundation/host-context.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {MeetingController, type MeetingView} from './meeting.controller.ts';
import type {MeetingErrorDetail, MeetingReadyDetail} from './meeting.events.ts';
import type {MeetingHost} from './meeting.host.ts';
import {meetingStyles} from './meeting.styles.ts';

/**
 * Hearings, meetings that people may attend, open days and broadcasts (R3.12–R3.14, R11.2, R12.3): when and where, how to
 * sign up, who was selected, what was said. Without an id, the meetings there are.
 *
 * @slot - Fallback content, real links: shown until the widget is ready and whenever it cannot start.
 * @fires zwgk-meeting-ready - The meeting is there.
 * @fires zwgk-meeting-signed-up - Somebody signed up; the detail has the receipt's number.
 * @fires zwgk-meeting-error - Nothing can be shown, or nothing could be sent; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart list - The meetings there are.
 * @csspart receipt - The receipt of a sign-up.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkMeeting extends ZwgkElement implements MeetingHost {
  static override styles = [...ZwgkElement.styles, meetingStyles];
  static override properties: PropertyDeclarations = {
    meetingId: {attribute: 'meeting-id'},
    agency: {},
    region: {},
    kind: {},
    state: {},
    consultation: {},
    meetingHref: {attribute: 'meeting-href'},
    consultationHref: {attribute: 'consultation-href'},
    documentHref: {attribute: 'document-href'},
    urlKey: {attribute: 'url-key'},
    kiosk: {type: Boolean},
    quiet: {type: Boolean},
    opened: {state: true},
  };

  /** Id of the meeting to show; without it they are listed. */
  meetingId = '';
  /** Lists only what this agency holds; its id. */
  agency = '';
  /** Lists only what is held in this region; its code. */
  region = '';
  /** Lists only these kinds: `hearing`, `forum`, `attendance`, `open_day`, `briefing`, `interview`, separated by commas. */
  kind = '';
  /** Lists only those that stand so: `announced`, `sign_up`, `sign_up_closed`, `in_progress`, `ended`, `recorded`, `cancelled`, separated by commas. */
  state = '';
  /** Lists only those that belong to this consultation; its id. */
  consultation = '';
  /** Page that shows a meeting, such as `meetings.html?meeting.id={id}`; without it they open in this place. */
  meetingHref = '';
  /** Page that shows a consultation, such as `consultation.html?consultation.id={id}`. */
  consultationHref = '';
  /** Page that shows a document, such as `document.html?id={id}`. */
  documentHref = '';
  /** Prefix of the widget's parameters in the page's address; empty leaves the address alone. */
  urlKey = 'meeting';
  /** Others use this device too: nothing is kept on it. */
  kiosk = false;
  /** Shows nothing where there is no meeting, and while it asks; for a place inside something else. */
  quiet = false;

  private opened = '';
  #told = '';
  readonly #url = new UrlState(
    this,
    () => this.urlKey,
    () => this.#readUrl(),
  );
  readonly #meeting = new MeetingController(this, (settled) => this.#handleSettled(settled));

  override get client(): ZwgkClient | undefined {
    return super.client;
  }
  get locale(): Locale {
    return this.common.locale;
  }
  get localeWanted(): Locale {
    return this.context.locale;
  }
  get demoMark(): string {
    return this.common.t.demo;
  }
  get retryWords(): string {
    return this.common.t.retry;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readUrl();
  }

  open(id: string): void {
    this.opened = id;
    this.#url.write(new URLSearchParams(id ? {id} : {}));
  }

  hrefOf(id: string): string | undefined {
    return this.#url.href(new URLSearchParams({id}));
  }

  reload(): void {
    this.#meeting.retry();
  }

  say(text: string): void {
    this.announcer.say(text);
  }

  emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const {agency, region, kind, state, consultation} = this;
    this.#meeting.want(this.client, this.meetingId || this.opened, {agency, region, kind, state, consultation});
  }

  protected override updated(): void {
    valueOf(this.#meeting.state)?.part.updated?.();
  }

  #readUrl(): void {
    this.opened = this.#url.read().get('id') ?? '';
  }

  #handleSettled(settled: ViewState<MeetingView>): void {
    if (settled.kind === 'failed') {
      if (!this.quiet) this.sayFailed(settled.error);
      this.emit('zwgk-meeting-error', {error: settled.error} satisfies MeetingErrorDetail);
    } else {
      const meeting = valueOf(settled)?.meeting;
      const now = meeting ? `${meeting.id} ${meeting.standing.state}` : '';
      if (meeting && now !== this.#told) this.emit('zwgk-meeting-ready', {meeting} satisfies MeetingReadyDetail);
      this.#told = now;
    }
  }

  protected override renderContent(): unknown {
    const view = this.#meeting.state;
    const value = valueOf(view);
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        return value ? value.part.render() : this.quiet ? nothing : this.renderFailed(view.error, () => this.reload());
      case 'idle':
      case 'loading':
        return value && this.#meeting.isSame ? value.part.render() : this.quiet ? nothing : this.#renderSkeleton();
      case 'empty':
      case 'ready':
        return view.value.part.render();
    }
  }

  #renderSkeleton(): TemplateResult {
    return html`${this.renderFallback()}
      <div aria-hidden="true">${[60, 30, 90, 60, 90, 60].map((width) => html`<span class="sk w${width}"></span>`)}</div>`;
  }
}
