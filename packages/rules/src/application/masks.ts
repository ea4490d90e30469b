/**
 * Personal data as it may be shown to somebody who knows it already (个人信息保护法第二十五、五十一条). Made where the data
 * are kept, so that the rest never travels. Masks hide; they do not check.
 */
const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/** The first `head` and last `tail` characters, the others as stars; nothing but stars where too few would be hidden. */
function keepEnds(text: string, head: number, tail: number): string {
  const chars = [...text];
  const hidden = chars.length - head - tail;
  if (hidden < 2) return stars(chars.length);
  return chars.slice(0, head).join('') + stars(hidden) + chars.slice(chars.length - tail).join('');
}

/** 320***********000X; of short numbers one character at each end. */
export const maskIdNumber = (text: string): string => ([...text].length >= 12 ? keepEnds(text, 3, 4) : keepEnds(text, 1, 1));

/** 138****0001; of other numbers three digits in front and two behind. */
export const maskPhone = (text: string): string => (/^1\d{10}$/.test(text) ? keepEnds(text, 3, 4) : keepEnds(text, 3, 2));

/** 张**: the first character, however long the name is. */
export const maskName = (text: string): string => {
  const [first] = text.trim();
  return first ? `${first}**` : '';
};

/** a***@example.com; the length of the name stays hidden. */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  const [first] = text;
  return at > 0 && first ? `${first}***${text.slice(at)}` : '***';
}

/** Down to the street: 示例市示范区青禾路***; without one, down to the district. */
export function maskAddress(text: string): string {
  const [unnumbered = ''] = /^[^\d０-９]*/.exec(text) ?? [];
  const [kept = ''] = /^.*(?:路|街|道|巷|弄|镇|乡)/u.exec(unnumbered) ?? /^.*(?:[^小]区|县|市)/u.exec(unnumbered) ?? [];
  return `${kept}***`;
}
