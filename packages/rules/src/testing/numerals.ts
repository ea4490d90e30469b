const DIGITS = '零一二三四五六七八九';

/** A number from 1 to 999 in Chinese numerals. */
export function numeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const ten = tens > 1 || (tens === 1 && hundreds) ? `${DIGITS[tens]}十` : tens ? '十' : hundreds && ones ? '零' : '';
  return `${hundreds ? `${DIGITS[hundreds]}百` : ''}${ten}${ones ? DIGITS[ones] : ''}`;
}
