const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether an 18-character unified social credit code is well-formed and its check character right (GB 32100-2015). */
export function isUscc(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RT-UW-Y]{18}$/.test(code)) return false;
  const sum = USCC_WEIGHTS.reduce((total, weight, i) => total + weight * USCC_ALPHABET.indexOf(code[i]!), 0);
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** Index number of government information: organisation or credit code, year (and month), five-digit serial. */
export function isIndexNo(text: string): boolean {
  return /^(?:[0-9A-Z]{8}[0-9X]|[0-9A-HJ-NP-RT-UW-Y]{18})\/(?:19|20)\d{2}(?:0[1-9]|1[0-2])?-\d{5}$/.test(text);
}
