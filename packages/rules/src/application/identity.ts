import {isUscc} from '../identifiers.ts';
import {bad, compact, compactNumber, good, lengthOf, type Checked, type IdentifierCode} from './checked.ts';
import type {IdType} from './vocabulary.ts';

/** First two digits of GB/T 2260. Deeper codes are not looked up: abolished counties live on in valid numbers. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71)/;
const FREE_TEXT_MAX = 30;

/** Check character of 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = (sum + Number(digit)) * 2;
  return '10X98765432'[sum % 11]!;
}

/** Whether `yyyymmdd` is a day of the calendar since 1900, and not after `today` where that is given. */
function isBirthDate(text: string, today: string | undefined): boolean {
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return false;
  return date >= '1900-01-01' && !(today && date > today);
}

/** A number of 18 characters with birth date and check character (GB 11643-1999); `head` judges its first digits. */
function checkEighteen(text: string, today: string | undefined, head: (value: string) => IdentifierCode | undefined): Checked {
  const value = compactNumber(text).replace('×', 'X');
  if (!/^\d*X?$/.test(value)) return bad('wrong-characters');
  const wrong = lengthOf(value, 18) ?? head(value);
  if (wrong) return bad(wrong);
  if (!isBirthDate(value.slice(6, 14), today)) return bad('impossible-date');
  return checkCharacter(value.slice(0, 17)) === value[17] ? good(value) : bad('wrong-check-digit');
}

/** 居民身份证 (GB 11643-1999). @param today Date in China; birth dates after it are impossible. */
export function validateResidentId(text: string, today?: string): Checked {
  if (/^\d{15}$/.test(compactNumber(text))) return bad('obsolete');
  return checkEighteen(text, today, (value) => {
    if (/^8[123]|^9/.test(value)) return 'unknown-kind';
    return PROVINCES.test(value) ? undefined : 'unknown-region';
  });
}

/** 港澳居民居住证 (810000, 820000), 台湾居民居住证 (830000); numbers as in GB 11643-1999. */
export const validateResidencePermit = (text: string, today?: string): Checked =>
  checkEighteen(text, today, (value) => (/^8[123]0000/.test(value) ? undefined : 'unknown-kind'));

/** 外国人永久居留身份证: since 2023 a 9 and 17 characters with birth date and check character, before three letters and 12 digits. */
export function validateForeignResidence(text: string, today?: string): Checked {
  const value = compactNumber(text);
  if (/^[A-Z]{3}\d*$/.test(value)) {
    const wrong = lengthOf(value, 15);
    return wrong ? bad(wrong) : good(value);
  }
  return checkEighteen(text, today, (each) => (each.startsWith('9') ? undefined : 'unknown-kind'));
}

/** 港澳居民来往内地通行证 (回乡证): H or M, eight digits, and two more on older cards. */
export function validateHkMacaoPermit(text: string): Checked {
  const value = compactNumber(text);
  if (!/^[A-Z]?\d*$/.test(value)) return bad('wrong-characters');
  if (!/^[HM]/.test(value)) return bad('unknown-kind');
  const wrong = lengthOf(value, 9, 11);
  return wrong ? bad(wrong) : good(value);
}

/** 台湾居民来往大陆通行证 (台胞证): eight digits, and two more on older ones. */
export function validateTaiwanPermit(text: string): Checked {
  const value = compactNumber(text);
  if (!/^\d*$/.test(value)) return bad('wrong-characters');
  const wrong = lengthOf(value, 8, 10);
  return wrong ? bad(wrong) : good(value);
}

/** 护照 of any country: 5 to 17 letters and digits; no check digit is printed on it. */
export function validatePassport(text: string): Checked {
  const value = compactNumber(text);
  if (!/^[A-Z0-9]*$/.test(value)) return bad('wrong-characters');
  if (value.length < 5) return bad('too-short');
  return value.length > 17 ? bad('too-long') : good(value);
}

/** 统一社会信用代码 (GB 32100-2015). */
export function validateUscc(text: string): Checked {
  const value = compactNumber(text);
  if (!/^[0-9A-HJ-NP-RT-UW-Y]*$/.test(value)) return bad('wrong-characters');
  const wrong = lengthOf(value, 18);
  if (wrong) return bad(wrong);
  return isUscc(value) ? good(value) : bad('wrong-check-digit');
}

/** 军官证 and whatever else identifies a person: taken as written, since no rule is published. */
function validateOther(text: string): Checked {
  const value = compact(text);
  if (!value) return bad('too-short');
  return value.length > FREE_TEXT_MAX ? bad('too-long') : good(value);
}

const BY_TYPE: Readonly<Record<IdType, (text: string, today?: string) => Checked>> = {
  resident_id: validateResidentId,
  residence_permit: validateResidencePermit,
  hk_macao_permit: validateHkMacaoPermit,
  taiwan_permit: validateTaiwanPermit,
  passport: validatePassport,
  foreign_residence: validateForeignResidence,
  officer: validateOther,
  other: validateOther,
};

/** 身份证明 (条例第二十九条第二款第一项): a number of the kind that was chosen. */
export const validateIdNumber = (type: IdType, text: string, today?: string): Checked =>
  Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type](text, today) : bad('unknown-kind');
