import {expect, fixture, html} from '@open-wc/testing';
import {uncover} from './uncover.ts';

/** A long page with a head that stays at its top, as tall as this, and a place far down that was scrolled to the top of the window. */
async function visit(position: string, height: number): Promise<Element> {
  const page = await fixture<HTMLElement>(
    html`<div>
      <header><p>示例市人民政府</p></header>
      <div></div>
      <p>第十二条</p>
      <div></div>
    </div>`,
  );
  for (const gap of page.querySelectorAll('div')) gap.style.blockSize = '3000px';
  Object.assign(page.querySelector('header')!.style, {position, insetBlockStart: '0', insetInline: '0', blockSize: `${height}px`});
  const place = page.lastElementChild!.previousElementSibling!;
  place.scrollIntoView();
  return place;
}

describe('a reader who is brought to a place on a page whose head stays', () => {
  for (const position of ['fixed', 'sticky'])
    it(`sees the place below a ${position} head`, async () => {
      const place = await visit(position, 140);
      uncover(place);
      expect(Math.round(place.getBoundingClientRect().top)).to.equal(152);
    });
  it('is not moved where the head scrolls away', async () => {
    const place = await visit('static', 140);
    const {top} = place.getBoundingClientRect();
    uncover(place);
    expect(place.getBoundingClientRect().top).to.equal(top);
  });
  it('is not moved by what covers half of the window: that is no head', async () => {
    const place = await visit('fixed', innerHeight);
    const {top} = place.getBoundingClientRect();
    uncover(place);
    expect(place.getBoundingClientRect().top).to.equal(top);
  });
});
