import {marked} from 'marked';
import {sanitiseToElement} from './sanitise.ts';
import {cleanText} from './source.ts';

/** A piece of a document in reading order, before its structure is known. */
export type Paragraph =
  | {readonly kind: 'heading'; readonly level: number; readonly text: string}
  | {readonly kind: 'text'; readonly text: string}
  /** `text` is the visible text of `html`. */
  | {readonly kind: 'html'; readonly html: string; readonly text: string}
  /** Reason for a passage left out. */
  | {readonly kind: 'withheld'; readonly text: string};

const tidy = (text: string): string => text.replace(/[ \t\u00a0\u3000]+/g, ' ').trim();
const text = (line: string): Paragraph[] => (tidy(line) ? [{kind: 'text', text: tidy(line)}] : []);

/** Plain text: every line is a paragraph, as official texts are typed. */
export const fromText = (source: string): Paragraph[] => cleanText(source).split('\n').flatMap(text);

/** `> 不予公开：理由` stands for a passage left out of a partly disclosed document (art. 37). */
const WITHHELD = /^>\s*不予公开[：:]\s*(.+)$/;
/** Markdown that means more than its text. Numbered lines stay text: their printed numbers are cited. */
const isTable = (line: string): boolean => /^\|.*\|$/.test(line.trim());
const isList = (line: string): boolean => /^\s*[-*+]\s+\S/.test(line);
/** Bounded, so that a line of nothing but brackets is read through once and not once a bracket. */
const INLINE = /\[[^[\]]{1,300}\]\([^)\s]{1,2000}\)|\*\*[^*]+\*\*|<(?:sub|sup|a|table|b|strong|em)\b/i;

/** A loop, because a pattern would look for the end of every comment that has none. */
function withoutComments(source: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const start = source.indexOf('<!--', at);
    const end = start < 0 ? -1 : source.indexOf('-->', start + 4);
    if (end < 0) return out + source.slice(at);
    out += source.slice(at, start);
    at = end + 3;
  }
}

/** Without the `##` that may close a heading. */
function withoutHashes(heading: string): string {
  let end = heading.length;
  while (heading[end - 1] === '#') end--;
  return heading.slice(0, end);
}

/**
 * Markdown as official texts use it: `#` headings, one paragraph a line; tables, lists, links and emphasis
 * go through the Markdown parser and the sanitiser, plain lines stay untouched.
 */
export function fromMarkdown(source: string, onHidden?: (pieces: number) => void): Paragraph[] {
  const lines = withoutComments(cleanText(source)).split('\n');
  const out: Paragraph[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const withheld = WITHHELD.exec(line);
    const block = isTable(line) ? isTable : isList(line) ? isList : undefined;
    if (heading) out.push({kind: 'heading', level: heading[1]!.length, text: tidy(withoutHashes(heading[2]!.trimEnd()))});
    else if (withheld) out.push({kind: 'withheld', text: tidy(withheld[1]!)});
    else if (block) {
      let end = i + 1;
      while (end < lines.length && block(lines[end]!)) end++;
      out.push(...fromHtml(marked.parse(lines.slice(i, end).join('\n'), {async: false, gfm: true}), onHidden));
      i = end - 1;
    } else if (INLINE.test(line)) out.push(...fromHtml(marked.parse(line, {async: false, gfm: true}), onHidden));
    else out.push(...text(line));
  }
  return out;
}

const WHOLE = new Set(['table', 'ul', 'ol', 'dl', 'pre', 'blockquote']);
const CONTAINER = 'p, div, h1, h2, h3, h4, h5, h6, table, ul, ol, dl, pre, blockquote';
const MEANINGFUL = 'a[href], sub, sup';

/**
 * HTML of any quality (a web page, Word's clipboard): sanitised first, then cut into paragraphs.
 * @param onHidden Told how many pieces of hidden text were left out.
 */
export function fromHtml(html: string, onHidden?: (pieces: number) => void): Paragraph[] {
  const {element, hidden} = sanitiseToElement(cleanText(html));
  if (hidden) onHidden?.(hidden);
  return walk(element);
}

function walk(parent: Element): Paragraph[] {
  const out: Paragraph[] = [];
  let inline: Node[] = [];
  const flush = (): void => {
    const box = parent.ownerDocument.createElement('p');
    for (const node of inline) box.append(node.cloneNode(true));
    inline = [];
    out.push(...paragraph(box));
  };
  for (const node of parent.childNodes) {
    const element = node.nodeType === 1 ? (node as Element) : undefined;
    const name = element?.localName ?? '';
    if (!element || (!element.matches(CONTAINER) && name !== 'hr' && !element.querySelector(CONTAINER))) {
      inline.push(node);
      continue;
    }
    flush();
    if (/^h[1-6]$/.test(name)) {
      const title = tidy(element.textContent.replace(/\n/g, ' '));
      if (title) out.push({kind: 'heading', level: Number(name[1]), text: title});
    } else if (WHOLE.has(name)) out.push(...whole(element));
    else if (name === 'p' && !element.querySelector(CONTAINER)) out.push(...paragraph(element));
    else out.push(...walk(element));
  }
  flush();
  return out;
}

/** A table, list or quotation that stays one block of HTML. */
function whole(element: Element): Paragraph[] {
  const visible = tidy(element.textContent.replace(/\n/g, ' '));
  return visible ? [{kind: 'html', html: element.outerHTML.replace(/>\s+</g, '><'), text: visible}] : [];
}

/** A paragraph without inner blocks; `<br>` starts a new one, as people type them. */
function paragraph(element: Element): Paragraph[] {
  if (element.querySelector(MEANINGFUL)) {
    const visible = tidy(element.textContent.replace(/\n/g, ' '));
    return visible ? [{kind: 'html', html: `<p>${element.innerHTML.replace(/\s+/g, ' ').trim()}</p>`, text: visible}] : [];
  }
  let source = '';
  const collect = (node: Node): void => {
    if (node.nodeType === 3) source += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    else if ((node as Element).localName === 'br') source += '\n';
    else for (const child of node.childNodes) collect(child);
  };
  collect(element);
  return source.split('\n').flatMap(text);
}
