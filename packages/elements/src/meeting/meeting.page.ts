/** One meeting: what it is, when and where, how it stands, how to take part, what was said. */
import {html, nothing, type TemplateResult} from 'lit';
import {ApiError, getMeeting, type ZwgkClient} from '@zwgk/client';
import type {Meeting} from '@zwgk/contract';
import {calendarEntry} from '@zwgk/rules/meeting';
import {adopt} from '../foundation/adopt.ts';
import {icon} from '../foundation/icons.ts';
import {saveFile} from '../foundation/save-file.ts';
import {Strings} from '../foundation/strings.ts';
import type {MeetingView} from './meeting.controller.ts';
import {renderHead, renderParts} from './meeting.head.ts';
import type {MeetingHost} from './meeting.host.ts';
import {end, isToCome, moment} from './meeting.logic.ts';
import {pageStyles} from './meeting.page.styles.ts';
import type {SignUp} from './meeting.sign-up.ts';
import {meetingStrings, type MeetingStrings} from './meeting.strings.ts';

/** A meeting with what shows it; asked for again, what is being filled in stays. */
export async function load(
  host: MeetingHost,
  client: ZwgkClient,
  id: string,
  before: MeetingView | undefined,
  signal: AbortSignal,
): Promise<MeetingView> {
  const meeting = await getMeeting(client, id, signal);
  const part = before?.id === id && before.part instanceof MeetingPage ? before.part : new MeetingPage(host);
  await part.take(meeting);
  return {id, meeting, part};
}

export class MeetingPage {
  readonly host: MeetingHost;
  readonly #strings: Strings<MeetingStrings>;
  #meeting!: Meeting;
  #signUp: SignUp | undefined;
  #focusOn = '';

  constructor(host: MeetingHost) {
    this.host = host;
    this.#strings = new Strings(host, meetingStrings, () => host.localeWanted);
    adopt(host.shadowRoot!, pageStyles);
  }

  get t(): MeetingStrings {
    return this.#strings.t;
  }
  get meeting(): Meeting {
    return this.#meeting;
  }
  get level(): number {
    return Math.min(this.host.headingLevel + 1, 6);
  }

  /** What the server says now, with the form where there is something to sign up for. */
  async take(meeting: Meeting): Promise<void> {
    this.#meeting = meeting;
    if (!meeting.signUp || this.#signUp) return;
    const form = await import('./meeting.sign-up.ts').catch((): never => {
      throw new ApiError('script-missing', '');
    });
    this.#signUp = new form.SignUp(this);
  }

  /** Gives the focus to what a selector finds, once it is drawn. */
  focus(selector: string): void {
    this.#focusOn = selector;
    this.host.requestUpdate();
  }

  updated(): void {
    const target = this.#focusOn && this.host.shadowRoot!.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = '';
    target.focus();
  }

  /** For the reader's own calendar. */
  #saveCalendar(): void {
    saveFile(`${this.#meeting.id}.ics`, 'text/calendar;charset=utf-8', calendarEntry(this.#meeting));
  }

  render(): TemplateResult {
    const {host, meeting, t} = this;
    const receipt = this.#signUp?.renderReceipt();
    return html`<article class="stack">
      ${
        host.meetingId
          ? nothing
          : html`<p class="no-print">
              <button class="btn quiet" type="button" @click=${() => host.open('')}>${icon('left')}${t.back}</button>
            </p>`
      }
      ${renderHead(this)} ${receipt ?? nothing}
      ${
        isToCome(meeting)
          ? html`<p class="no-print">
              <button class="btn secondary" type="button" @click=${() => this.#saveCalendar()}>${t.calendar}</button>
            </p>`
          : nothing
      }
      ${renderParts(this)} ${receipt ? nothing : this.#renderSignUp()} ${this.#signUp?.renderMine()}
    </article>`;
  }

  #renderSignUp(): unknown {
    const {meeting, t, host} = this;
    const {signUp, standing} = meeting;
    if (!signUp || !standing.signUp || standing.state === 'cancelled') return nothing;
    const {opensAt, closesAt} = standing.signUp;
    const times = [moment(opensAt, host.locale), end(closesAt, host.locale)] as const;
    return html`<section class="stack part" aria-labelledby="sign-up">
      <h3 class="h2" id="sign-up" tabindex="-1" aria-level=${this.level}>${t.signUpTitle}</h3>
      <p class="badge">${icon('clock')}<span>${t.signUp(standing.signUp, ...times)}</span></p>
      <ul class="plain">
        ${standing.signUp.seats.map(
          (seats) =>
            html`<li>${t.seats(seats, signUp.method)}${seats.who ? html`<span lang="zh-Hans">${t.who(seats.who)}</span>` : nothing}</li>`,
        )}
      </ul>
      ${signUp.selection ? html`<div class="prose" lang="zh-Hans"><strong>${t.selection}</strong>${'\n'}${signUp.selection}</div>` : html`<p>${t.methods[signUp.method]}</p>`}
      ${meeting.open ? this.#signUp?.renderForm() : this.#signUp?.renderFailed()}
    </section>`;
  }
}
