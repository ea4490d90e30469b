/** Every story is a state: each one passes axe at three widths and in two densities, and nothing scrolls sideways. */
import 'axe-core';
import type axeCore from 'axe-core';
import {expect} from '@open-wc/testing';
import {html, render, type TemplateResult} from 'lit';
import '@zwgk/elements/config';
import {deepAll} from '../../packages/elements/src/testing/wait.ts';

const {axe} = globalThis as unknown as {axe: typeof axeCore};
type Stories = Record<string, {title?: string; render?: () => TemplateResult}>;
/** axe judges markup and colours, which engines share: every size in Chromium; in the others one, and the outer widths. */
const inChromium = navigator.userAgent.includes('Chrome/');
const WIDTHS = inChromium ? [320, 640, 1080] : [320, 1080];
const DENSITIES = ['normal', 'elder'];
const judges = (width: number, density: string): boolean => inChromium || (width === 1080 && density === 'normal');

/** Every file in `stories/`, by the test runner's own listing: a new slice is looked at without being named here. */
const files = (await (await fetch('/story-files.json')).json()) as string[];
const all = await Promise.all(files.map((file) => import(file) as Promise<Stories>));

/** Settled when nothing has been rendered for a while. */
async function settled(root: Element): Promise<void> {
  for (let last = '', same = 0; same < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const now = deepAll(root, '*')
      .map(({localName, shadowRoot}) => (localName.startsWith('zwgk-') ? shadowRoot?.innerHTML.length : ''))
      .join();
    same = now === last ? same + 1 : 0;
    last = now;
  }
}

async function show(story: {render?: () => TemplateResult}, width: number, density: string): Promise<HTMLElement> {
  const box = document.body.appendChild(document.createElement('main'));
  box.style.inlineSize = `${width}px`;
  render(
    html`<h1>页面</h1>
      <zwgk-config density=${density}>${story.render!()}</zwgk-config>`,
    box,
  );
  await settled(box);
  return box;
}

for (const {default: meta, ...stories} of all) {
  describe(`stories of ${meta!.title}`, () => {
    before(() => (document.title = '演示'));
    for (const [name, story] of Object.entries(stories)) {
      if (!story.render) continue;
      it(`${name}: axe finds nothing, nothing scrolls sideways`, async function () {
        this.timeout(60_000);
        for (const width of WIDTHS) {
          for (const density of DENSITIES) {
            const box = await show(story, width, density);
            const violations = judges(width, density) ? (await axe.run(box, {resultTypes: ['violations']})).violations : [];
            const wide = deepAll(box, '.root').filter((root) => root.scrollWidth > root.clientWidth + 1);
            box.remove();
            expect(violations.map(({id, nodes}) => `${id} at ${width} ${density}: ${nodes[0]!.html}`)).to.deep.equal([]);
            expect(wide.length, `scrolls sideways at ${width} ${density}`).to.equal(0);
          }
        }
      });
    }
  });
}
