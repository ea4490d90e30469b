import {bad, compact, compactNumber, good, lengthOf, type Checked} from './checked.ts';

const MOBILE = /^1[3-9]\d{9}$/;

/** 手机 (联系方式, 条例第二十九条第二款第一项): eleven digits of the mainland, with or without the country's code. */
export function validateMobile(text: string): Checked {
  const value = compactNumber(text).replace(/^(?:\+|00)?86(?=1)/, '');
  if (!/^\d*$/.test(value)) return bad('wrong-characters');
  if (/^(?:[^1]|1[0-2])/.test(value)) return bad('unknown-kind');
  const wrong = lengthOf(value, 11);
  return wrong ? bad(wrong) : good(value);
}

/** A local number and its extension: 83120000-801, 83120000转801. */
const EXTENDED = /^(.*?\d{7,8})(?:转|分机|EXT\.?|[#X*-])(\d{1,6})$/;
const AREA = /^(010|02\d|0[3-9]\d{2})(\d*)$/;
const SERVICE = /^[48]00\d{7}$/;
/** Digits of a local number, and of a whole one abroad with its country's code (E.164). */
const LOCAL = [7, 8] as const;
const ABROAD = /^\+[1-9]\d{6,14}$/;

/** Without the mainland's country code; what is dialled with another one starts with +. */
function dialled(digits: string): string {
  const home = /^(?:\+|00)860?(\d*)$/.exec(digits)?.[1];
  if (home !== undefined) return MOBILE.test(home) ? home : `0${home}`;
  return digits.replace(/^00/, '+');
}

/** A number of the mainland's fixed net: digits only, the area's code first. */
function validateLocal(digits: string, extension: string | undefined): Checked {
  const [, area, local] = AREA.exec(digits) ?? [];
  if (!area || local === undefined)
    return bad(digits.length < LOCAL[0] ? 'too-short' : digits.length > LOCAL[1] ? 'unknown-kind' : 'no-area-code');
  const wrong = area.length === 3 ? lengthOf(local, LOCAL[1]) : lengthOf(local, ...LOCAL);
  return wrong ? bad(wrong) : good(`${area}-${local}${extension ? `-${extension}` : ''}`);
}

/**
 * 联系电话, 传真: numbers of the fixed net with area code, (025) 8312 0000 转 801 as well as 025-83120000-801; mobiles,
 * 400 numbers, and numbers abroad with + and the country's code. Normal forms: 025-83120000-801, +85221230000.
 */
export function validatePhone(text: string): Checked {
  const plain = compact(text)
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[()]/g, '');
  const [, number = plain, extension] = EXTENDED.exec(plain) ?? [];
  const main = number.replaceAll('-', '');
  if (!/^\+?\d*$/.test(main)) return bad('wrong-characters');
  const value = dialled(main);
  if (MOBILE.test(value) || SERVICE.test(value) || ABROAD.test(value)) return good(value);
  if (!value.startsWith('+')) return validateLocal(value, extension);
  return bad(value.length < 8 ? 'too-short' : 'too-long');
}

/** 邮政编码, where the information is to come by post: six digits. */
export function validatePostcode(text: string): Checked {
  const value = compactNumber(text);
  if (!/^\d*$/.test(value)) return bad('wrong-characters');
  const wrong = lengthOf(value, 6);
  return wrong ? bad(wrong) : good(value);
}

const EMAIL_MAX = 254;
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** 电子邮箱 as a letter can be sent to it; the domain in lower case. Whether it exists only a letter tells. */
export function validateEmail(text: string): Checked {
  const value = compact(text).replaceAll('。', '.');
  const at = value.lastIndexOf('@');
  if (at < 0) return bad('no-at-sign');
  const [local, domain] = [value.slice(0, at), value.slice(at + 1).toLowerCase()];
  if (!DOMAIN.test(domain)) return bad('no-domain');
  if (!local) return bad('too-short');
  if (!LOCAL_PART.test(local)) return bad('wrong-characters');
  return value.length > EMAIL_MAX ? bad('too-long') : good(`${local}@${domain}`);
}
