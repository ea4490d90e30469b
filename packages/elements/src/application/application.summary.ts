/** What was filled in, in words: for the last look before sending, and for the letter on paper. */
import {maskIdNumber} from '@zwgk/rules/application';
import {FILE_FIELDS, fieldsOf, mediaFor, TICKS, type Values} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';
import type {Step} from './application.steps.ts';

export interface Line {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** A value as it is read; the number of a document with its middle hidden unless it is to be printed. */
export function textOf(session: ApplicationSession, name: string, whole: boolean, values: Values = session.values): string {
  const {t, files, host} = session;
  if (name in FILE_FIELDS)
    return files
      .of(name)
      .filter(({id}) => id)
      .map(({file}) => file.name)
      .join(t.comma);
  const value = values[name]?.trim() ?? '';
  if (TICKS.includes(name)) return value ? t.yes : '';
  const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'applicant.type': t.types,
    'applicant.idType': t.idTypes,
    'org.category': t.categories,
    'request.delivery': t.deliveries,
    'request.medium': t.media,
  };
  if (name === 'request.medium' && !value) return t.media[mediaFor(values['request.delivery'], host.guide)[0] ?? ''] ?? '';
  return name === 'applicant.idNumber' && !whole ? maskIdNumber(value) : (terms[name]?.[value] ?? value);
}

/** The lines of a step that say something. */
export const linesOf = (session: ApplicationSession, step: Step, whole = false): Line[] =>
  fieldsOf(step, session.filled, session.host.guide)
    .map((name) => ({name, label: session.labelOf(name), text: textOf(session, name, whole)}))
    .filter(({text}) => text);
