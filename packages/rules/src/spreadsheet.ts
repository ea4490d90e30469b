/** First characters that make a spreadsheet run a cell as a formula (OWASP, CSV injection), full width included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A cell that a spreadsheet shows as text, whatever it starts with. */
export const guardCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
