/** The build shortens the templates of the elements. A browser has to make the same of them as of what people wrote. */
import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium as launcher, type Browser, type Page} from 'playwright-core';
import ts from 'typescript';
import {minifyLiterals} from '../../packages/embed/build/literals.ts';
import {findChromium} from './hosts-browser.ts';

const ELEMENTS = new URL('../../packages/elements/src', import.meta.url).pathname;
const TAGS = new Set(['html', 'svg', 'css']);

/** A template, with a mark where an expression stands. */
interface Literal {
  readonly tag: string;
  readonly text: string;
}

function literalsOf(file: string, source: string): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && TAGS.has(node.tag.getText(tree))) {
      const {template} = node;
      const texts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
      found.push({tag: node.tag.getText(tree), text: texts.join('zwgk-hole')});
    }
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  visit(tree);
  return found;
}

/** What a careless shortening breaks, whether or not a template has it today. */
const HARD = [
  'html`<select><option value="">全部</option></select><p lang="" title="">词</p>`',
  'svg`<path d="M1 1"/><circle r="2"/>`',
  'html`<h2>目录${1} <span>演示</span></h2>`',
  'html` <span>前后有空格</span> `',
  'html`<p>a &lt; b &amp;amp; c</p>`',
  'css`.a{inline-size:calc((var(--b) + 2px) - 1em)}@container z (width < 30em){.a:is(b, c)::before{content:"“ ,”"}}`',
];

/** What a browser makes of a template, as text: runs of white space count as one space, as they do on the screen. */
function meaningOf({tag, text}: Literal): string {
  if (tag === 'css') {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text.replaceAll('zwgk-hole', 'var(--hole)'));
    // Nothing is meant by the order of a rule's selectors, nor, in what a custom property leaves unparsed, by space at a comma.
    const order = (selector: string): string => selector.split(/,\s*/).sort().join();
    const tidy = (css: string): string =>
      css
        .replace(/\s*([,/:])\s*/g, '$1')
        .replace(/\b0\.(?=\d)/g, '.')
        .replace(/"/g, "'")
        .replace(/(background|outline):(0px 0px|0px|none);/g, '$1:none;');
    const written = (rule: CSSRule): string[] => {
      if (rule instanceof CSSStyleRule) return [`${order(rule.selectorText)} {${rule.style.cssText}}`];
      if (!(rule instanceof CSSGroupingRule)) return [rule.cssText];
      return [rule.cssText.split('{')[0]!, ...[...rule.cssRules].flatMap(written), '}'];
    };
    return [...sheet.cssRules].flatMap(written).map(tidy).join('\n');
  }
  const template = document.createElement('template');
  template.innerHTML = tag === 'svg' ? `<svg>${text}</svg>` : text;
  const walker = document.createTreeWalker(template.content, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) node.nodeValue = node.nodeValue!.replace(/\s+/g, ' ');
  // A boolean attribute means the same whatever its value.
  return template.innerHTML
    .replace(/ ?<!--.*?-->/g, '')
    .replace(/ ([a-z]+)="\1"/g, ' $1=""')
    .trim();
}

const chromium = await findChromium();

describe('what the build makes of the templates', {skip: chromium.skip}, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launcher.launch({executablePath: chromium.path, args: ['--no-sandbox']});
    page = await browser.newPage();
  });
  after(() => browser.close());

  type Transform = (this: object, code: string, id: string) => Promise<{code: string} | null>;
  const transform = minifyLiterals().transform as unknown as Transform;
  const fail = (error: string): never => assert.fail(error);

  const files = globSync(`${ELEMENTS}/**/*.ts`, {exclude: (name) => name.endsWith('.test.ts')}).sort();
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  sources.set(`${ELEMENTS}/hard cases`, HARD.map((code) => `export const x = ${code};`).join('\n'));
  for (const [file, source] of sources) {
    const before = literalsOf(file, source);
    if (before.length === 0) continue;
    it(`${relative(ELEMENTS, file)}: ${before.length} templates mean the same`, async () => {
      const result = await transform.call({error: fail, warn: fail}, source, file);
      const after = literalsOf(file, result?.code ?? source);
      assert.equal(after.length, before.length);
      for (const [index, literal] of before.entries()) {
        const [expected, actual] = [await page.evaluate(meaningOf, literal), await page.evaluate(meaningOf, after[index]!)];
        assert.ok(expected.length > 0 || literal.text.trim() === '', literal.text);
        const lines = expected.split('\n');
        assert.deepEqual(
          actual
            .split('\n')
            .filter((line, i) => line !== lines[i])
            .slice(0, 3),
          [],
        );
        assert.equal(actual.length, expected.length);
      }
    });
  }
});
