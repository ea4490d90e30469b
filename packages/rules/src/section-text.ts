/** The plain text of a section: the string in which anchors count. */
import type {Block, Section} from '@zwgk/contract';

/** Elements that stand on lines of their own. */
const LINE = /^(?:p|div|h[1-6]|blockquote|pre|hr|br|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr)$/;
const CELL = /^t[dh]$/;
/** A tag as serialisers write it: an attribute's value may hold `>`, a text may not hold `<`. */
const TAG = /<(\/?)([a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>/gi;
const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

function decode(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()]!;
  const code = decimal ? Number(decimal) : parseInt(hex!, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/**
 * Text of HTML that the server sanitised. A serialiser wrote it, so tags are whole, `<` stands in no text, and only a
 * handful of characters are named: two patterns read it, the same in Node and in browsers, where a parser would not be.
 */
function htmlText(html: string): string {
  const lines = html.replace(/\s+/g, ' ').replace(TAG, (_, slash: string, name: string) => {
    const tag = name.toLowerCase();
    if (LINE.test(tag)) return '\n';
    return slash && CELL.test(tag) ? '\t' : '';
  });
  return lines.replace(ENTITY, decode);
}

const blockText = (block: Block): string => {
  if ('html' in block) return htmlText(block.html);
  return 'text' in block ? block.text.replace(/\t/g, ' ') : '';
};

const tidy = (line: string): string =>
  line
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .trim();

/**
 * The text of a section's blocks without label and heading: a line for every paragraph, list item and table row, a tab
 * between cells, white space collapsed, no empty lines. A withheld block gives nothing: its reason is not the
 * document's text.
 */
export function sectionText({blocks}: Pick<Section, 'blocks'>): string {
  return blocks
    .flatMap((block) => blockText(block).split('\n'))
    .map(tidy)
    .filter(Boolean)
    .join('\n');
}
