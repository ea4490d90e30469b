/** What the parts of a meeting show, without how it looks. */
import type {Meeting, MeetingState, SignUpInput, SignUpQuestion} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import type {Locale} from '../foundation/host-context.ts';
import type {IconName} from '../foundation/icons.ts';

export const STATE_ICONS: Readonly<Record<MeetingState, IconName>> = {
  announced: 'clock',
  sign_up: 'proactive',
  sign_up_closed: 'withheld',
  in_progress: 'clock',
  ended: 'withheld',
  recorded: 'done',
  cancelled: 'alert',
};

/** Time of day in China: 09:00. */
export const clock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

/** Day and time in China: 2026年12月8日（周二） 09:00. */
export const moment = (instant: string, locale: Locale): string => `${formatDate(instant, locale)} ${clock(instant)}`;

/** The same of an end: midnight is that of the day before, 24:00, so that nobody takes the day after for the last one. */
export const end = (instant: string, locale: Locale): string =>
  clock(instant) === '00:00' ? `${formatDate(new Date(Date.parse(instant) - 1).toISOString(), locale)} 24:00` : moment(instant, locale);

/** From when to when, the day once where it is one. */
export function span(startsAt: string, endsAt: string, locale: Locale): string {
  const day = formatDate(startsAt, locale);
  const last = formatDate(endsAt, locale);
  return day === last ? `${day} ${clock(startsAt)}–${clock(endsAt)}` : `${day} ${clock(startsAt)} – ${last} ${clock(endsAt)}`;
}

export const paragraphs = (text = ''): string[] => text.split('\n').filter((line) => line.trim());

/** What somebody has typed so far. */
export type Answers = {readonly [K in keyof SignUpInput]?: SignUpInput[K]};

/** What is sent: no more than is asked for, nothing that is empty. */
export function toInput(answers: Answers, questions: readonly SignUpQuestion[]): SignUpInput {
  const asked = questions.map(({field}) => field);
  const texts = ['name' as const, ...asked].flatMap((field) => {
    const text = answers[field]?.trim();
    return text ? [[field, text]] : [];
  });
  return {
    ...(answers.role ? {role: answers.role} : {}),
    ...(Object.fromEntries(texts) as Partial<SignUpInput>),
    consent: answers.consent ?? false,
  };
}

/** Whether it is still worth putting into a calendar. */
export const isToCome = ({standing: {state}}: Pick<Meeting, 'standing'>): boolean =>
  state === 'announced' || state === 'sign_up' || state === 'sign_up_closed' || state === 'in_progress';

/** A number or code as somebody types it: without spaces, in capitals, full width made half. */
export const typed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
