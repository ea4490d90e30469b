/** What a person types or brings along, made into what the server asks for. Nothing here says whether it is right. */
import type {Credential} from '@zwgk/contract';

/** Why something typed cannot be a receipt number or a query code: nothing there, another length, a letter that codes lack. */
export type Slip = {readonly kind: 'missing'} | {readonly kind: 'length'; readonly count: number} | {readonly kind: 'letter'};

/** What was typed, as the server takes it, or what is to be put right first. */
export type Reading =
  {readonly credential: Credential} | {readonly credential?: undefined; readonly number: Slip | undefined; readonly code: Slip | undefined};

const TOKEN = /#t=([\w-]{22,43})(?![\w-])/;
/** Crockford's base 32: a letter O is a zero, I and L are ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {O: '0', I: '1', L: '1'};

const plain = (typed: string): string => typed.normalize('NFKC').toUpperCase();

const unmistaken = (text: string): string => text.replace(/[OIL]/g, (letter) => LOOKALIKES[letter]!);

function readNumber(typed: string): string | Slip {
  // A word before the number may have letters of its own.
  const [bare, mended] = [plain(typed), unmistaken(plain(typed))].map((text) => text.replace(/\D/g, ''));
  const digits = mended!.length === 14 ? mended! : bare!;
  if (digits === '') return {kind: 'missing'};
  return digits.length === 14 ? `${digits.slice(0, 8)}-${digits.slice(8)}` : {kind: 'length', count: digits.length};
}

function readCode(typed: string): string | Slip {
  const code = unmistaken(plain(typed).replace(/[^\dA-Z]/g, ''));
  if (code === '') return {kind: 'missing'};
  if (code.length !== 12) return {kind: 'length', count: code.length};
  return code.includes('U') ? {kind: 'letter'} : code.match(/.{4}/g)!.join('-');
}

/**
 * Reads a receipt number and a query code as people type them: full width, lower case, spaces, hyphens left out, O for 0.
 * A link from a receipt, pasted in place of the number, is read as one.
 */
export function readCredential(number: string, code: string): Reading {
  const token = TOKEN.exec(number)?.[1];
  if (token) return {credential: {token}};
  const [readNo, readCo] = [readNumber(number), readCode(code)];
  if (typeof readNo === 'string' && typeof readCo === 'string') return {credential: {number: readNo, code: readCo}};
  return {number: typeof readNo === 'string' ? undefined : readNo, code: typeof readCo === 'string' ? undefined : readCo};
}

/** The token of a receipt's link (`#t=…`); `undefined` for every other fragment. */
export const tokenOf = (hash: string): string | undefined => /^#t=(.{1,100})/.exec(hash)?.[1];
