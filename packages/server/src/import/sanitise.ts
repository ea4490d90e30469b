/** The one place of the server where untrusted HTML becomes HTML that may be stored and shown. */
import type {Block, InterpretationInput, ProseBlock, Section} from '@zwgk/contract';
import createPurifier from 'dompurify';
import {JSDOM} from 'jsdom';
import {Parser, type DefaultTreeAdapterMap} from 'parse5';

const {window} = new JSDOM('');
const purifier = createPurifier(window);
const OPTIONS = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'div', 'hr'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup'],
  ],
  ALLOWED_ATTR: ['href', 'colspan', 'rowspan', 'scope', 'start', 'lang'],
  // Only href is an address; the address pattern below is not for the others.
  ADD_URI_SAFE_ATTR: ['colspan', 'rowspan', 'scope', 'start', 'lang'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // The contract's SafeUrl: absolute web, mail and phone addresses, and paths of the own origin.
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i,
};

/** What no reader of the page saw. The style goes, so that the text would come to light. */
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
let hidden = 0;

purifier.addHook('uponSanitizeElement', (node) => {
  if (!(node instanceof window.Element)) return;
  const style = node.getAttribute('style')?.replace(/\/\*[^]*?\*\//g, '') ?? '';
  if (!node.hasAttribute('hidden') && !HIDING.test(style)) return;
  if (node.textContent.trim()) hidden++;
  node.remove();
});

/** Nesting past which HTML is no text that anyone wrote; parsers need quadratic time on it. */
const MAX_DEPTH = 300;

class TooDeep extends Error {}

/** A parser of its own, because only the rules of HTML say what an end tag closes; it gives up at the bound. */
class DepthParser extends Parser<DefaultTreeAdapterMap> {
  override onItemPush(...[node, tag, isTop]: Parameters<Parser<DefaultTreeAdapterMap>['onItemPush']>): void {
    if (this.openElements.stackTop > MAX_DEPTH) throw new TooDeep();
    super.onItemPush(node, tag, isTop);
  }
}

function isTooDeep(html: string): boolean {
  try {
    DepthParser.parse(html);
    return false;
  } catch (error) {
    if (error instanceof TooDeep) return true;
    throw error;
  }
}

/** HTML with only structure, emphasis, tables and safe links left: no script, style, class, id, image, form or hidden text. Empty for endless nesting. */
export const sanitiseHtml = (html: string): string => purifier.sanitize(isTooDeep(html) ? '' : html, OPTIONS);

/** The same, as a detached element to walk through, and how many hidden pieces of text were left out. */
export function sanitiseToElement(html: string): {element: HTMLElement; hidden: number} {
  hidden = 0;
  const element = purifier.sanitize(isTooDeep(html) ? '' : html, {...OPTIONS, RETURN_DOM: true}) as HTMLElement;
  return {element, hidden};
}

/** Blocks whose HTML is sanitised; one that keeps no content goes. */
function sanitiseBlocks<T extends Block | ProseBlock>(blocks: readonly T[]): T[] {
  return blocks.flatMap((block) => {
    if (!('html' in block)) return [block];
    const html = sanitiseHtml(block.html);
    return html.trim() ? [{...block, html}] : [];
  });
}

/** Sections whose HTML blocks are sanitised; a block that keeps no content goes. */
export const sanitiseSections = (sections: readonly Section[]): Section[] =>
  sections.map((section) => ({...section, blocks: sanitiseBlocks(section.blocks)}));

/** An interpretation whose HTML is sanitised; a question whose answer keeps no content goes. */
export const sanitiseInterpretation = ({questions = [], ...input}: InterpretationInput): InterpretationInput => ({
  ...input,
  facets: input.facets.map((facet) => ({
    ...facet,
    explanations: facet.explanations.map((one) => ({...one, blocks: sanitiseBlocks(one.blocks)})),
  })),
  questions: questions.map((one) => ({...one, answer: sanitiseBlocks(one.answer)})).filter(({answer}) => answer.length > 0),
});
