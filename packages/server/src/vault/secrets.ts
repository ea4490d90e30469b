/** Receipt numbers, query codes and link tokens: made, and read as people type them. */
import {randomBytes} from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that nothing is mistaken for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
const TOKEN_BYTES = 24;

/** 60 random bits, such as 7K3M-QX9A-02ZD. */
export const newCode = (): string =>
  [...randomBytes(CODE_LENGTH)]
    .map((byte) => ALPHABET[byte & 31]!)
    .join('')
    .replace(/.{4}(?=.)/g, '$&-');

/** 192 random bits, for the fragment of a link. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Half-width capitals without what people put between. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '');

/** The code that was meant, without hyphens: small letters, spaces, O for 0, I and L for 1. */
export const readCode = (text: string): string => bare(text).replace(/O/g, '0').replace(/[IL]/g, '1');

/** The number that was meant. */
export const readNumber = (text: string): string =>
  bare(text)
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/^([YH]?\d{8})(\d{6})$/, '$1-$2');

export const receiptNumber = (day: string, sequence: number): string => `${day.replaceAll('-', '')}-${String(sequence).padStart(6, '0')}`;
