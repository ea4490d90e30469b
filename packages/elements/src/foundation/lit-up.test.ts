import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {define} from './define.ts';
import {LitUpBoxes} from './lit-up.boxes.ts';
import {LitUp} from './lit-up.ts';
import {TextIndex} from './passages.ts';

class Page extends LitElement {
  readonly litUp = new LitUp(this);
  protected override render() {
    return html`<p>行政机关应当公开政府信息。</p>`;
  }
  find(words: string): Range {
    const index = new TextIndex(this.renderRoot);
    const start = index.text.indexOf(words);
    return index.range(start, start + words.length)!;
  }
}
define('zwgk-test-page', Page);
const page = () => fixture<Page>(html`<zwgk-test-page></zwgk-test-page>`);
const lit = (name: string): string[] =>
  [...((CSS.highlights.get(name)?.values() as Iterable<Range> | undefined) ?? [])].map((range) => range.toString());

describe('a passage that is lit up', () => {
  it('is a highlight of the page, next to those of other widgets, and goes with its widget', async function () {
    if (!('highlights' in CSS)) return this.skip();
    const [one, other] = [await page(), await page()];
    one.litUp.show('passage', [one.find('应当')]);
    other.litUp.show('passage', [other.find('公开')]);
    expect(lit('zwgk-passage')).to.deep.equal(['应当', '公开']);
    one.litUp.show('passage', [one.find('行政机关')]);
    expect(lit('zwgk-passage')).to.have.members(['行政机关', '公开']);
    other.remove();
    expect(lit('zwgk-passage')).to.deep.equal(['行政机关']);
    one.litUp.clear();
    expect(lit('zwgk-passage')).to.deep.equal([]);
  });
  it('changes nothing in the text', async () => {
    const element = await page();
    const before = element.shadowRoot!.innerHTML;
    element.litUp.show('passage', [element.find('应当')]);
    expect(element.shadowRoot!.innerHTML).to.equal(before);
  });
  it('is covered by a box where the browser has no highlights', async () => {
    const element = await page();
    const boxes = new LitUpBoxes(element);
    const range = element.find('应当');
    boxes.draw(new Map([['passage', [range]]]));
    const [box] = element.shadowRoot!.querySelectorAll('.lit-up-layer > .passage');
    const [at, wanted] = [box!.getBoundingClientRect(), range.getBoundingClientRect()];
    for (const side of ['left', 'top', 'width', 'height'] as const) expect(at[side]).to.be.closeTo(wanted[side], 1);
    boxes.draw(new Map());
    expect(element.shadowRoot!.querySelectorAll('.lit-up-layer > *').length).to.equal(0);
  });
});
