/** What is wrong with an identifier, as one thing that the person can do about it. */
export type IdentifierCode =
  /** Letters or signs that never stand in it. */
  | 'wrong-characters'
  | 'too-short'
  | 'too-long'
  /** One character is wrong, or two are swapped: compare with the document. */
  | 'wrong-check-digit'
  /** The birth date in it is no day of the calendar, or lies ahead. */
  | 'impossible-date'
  /** The first two digits are no province. */
  | 'unknown-region'
  /** A number of another kind: choose another kind of document, or another field. */
  | 'unknown-kind'
  /** First-generation card of 15 digits, void since 2013: use the new card's. */
  | 'obsolete'
  | 'no-area-code'
  | 'no-at-sign'
  /** Nothing that can be an address stands after the @. */
  | 'no-domain';

/** An identifier in its normal form, or what is wrong with it. */
export type Checked = {readonly ok: true; readonly value: string} | {readonly ok: false; readonly code: IdentifierCode};

export const good = (value: string): Checked => ({ok: true, value});
export const bad = (code: IdentifierCode): Checked => ({ok: false, code});

/** Half width, without blanks and invisible characters: what an input method or a copied table adds. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');

/** The same for numbers that people group with dashes; upper case. */
export const compactNumber = (text: string): string =>
  compact(text)
    .replace(/[-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();

/** Whether a value has one of the lengths, given in rising order; else whether it is too short or too long. */
export function lengthOf(value: string, ...lengths: number[]): 'too-short' | 'too-long' | undefined {
  if (lengths.includes(value.length)) return undefined;
  return value.length < lengths.at(-1)! ? 'too-short' : 'too-long';
}
