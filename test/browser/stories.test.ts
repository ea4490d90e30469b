/** Every story is a state: each one passes axe at three widths and in two densities, and nothing scrolls sideways. */
import 'axe-core';
import type axeCore from 'axe-core';
import {expect} from '@open-wc/testing';
import {html, render, type TemplateResult} from 'lit';
import '@zwgk/elements/config';
import {deepAll, until} from '../../packages/elements/src/testing/wait.ts';

const {axe} = globalThis as unknown as {axe: typeof axeCore};
interface Story {
  readonly title?: string;
  readonly render?: () => TemplateResult;
  /** Words that are there once the state is. */
  readonly parameters?: {readonly shows?: string};
}
type Stories = Record<string, Story>;
/**
 * axe judges markup and colours, which engines share: in Chromium at every size but the middle one of elder, whose layout
 * `normal` has there and whose letters the outer widths have; in the other engines once. Whether anything scrolls sideways
 * is the engine's own affair: everywhere, at the outer widths at least, with the large letters of elder where it is narrow.
 */
const inChromium = navigator.userAgent.includes('Chrome/');
const WIDTHS = inChromium ? [1080, 320, 640] : [1080, 320];
const DENSITIES = ['normal', 'elder'];
const densitiesAt = (width: number): readonly string[] => (inChromium || width === 320 ? DENSITIES : ['normal']);
const judges = (width: number, density: string): boolean =>
  inChromium ? width !== 640 || density === 'normal' : width === 1080 && density === 'normal';

/** Every file in `stories/`, by the test runner's own listing: a new slice is looked at without being named here. */
const files = (await (await fetch('/story-files.json')).json()) as string[];
const all = await Promise.all(files.map((file) => import(file) as Promise<Stories>));

/** What widgets put off for a moment (suggestions, announcements) comes at once: it is judged too, and nobody waits for it. */
const later = window.setTimeout;
window.setTimeout = ((run: () => void, ms = 0, ...args: never[]) => later(run, ms > 500 ? ms : 0, ...args)) as typeof later;

/** No colour is judged on its way to another. */
const still = new CSSStyleSheet();
still.replaceSync('::part(root) { --zwgk-duration: 0ms; }');
document.adoptedStyleSheets.push(still);

/** Settled when nothing has been rendered, and no style has come, for so many frames. */
async function settled(root: Element, frames: number): Promise<void> {
  for (let last = '', same = 0; same < frames;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = deepAll(root, '*')
      .map(({localName, shadowRoot}) =>
        localName.startsWith('zwgk-') && shadowRoot ? [shadowRoot.innerHTML.length, shadowRoot.adoptedStyleSheets.length] : '',
      )
      .join();
    same = now === last ? same + 1 : 0;
    last = now;
  }
}

const textOf = (root: ParentNode): string =>
  deepAll(root, '*')
    .map(({shadowRoot}) => shadowRoot?.textContent ?? '')
    .join(' ');

async function show(story: Story, width: number, density: string, frames: number): Promise<HTMLElement> {
  const box = document.body.appendChild(document.createElement('main'));
  box.style.inlineSize = `${width}px`;
  render(
    html`<h1>页面</h1>
      <zwgk-config density=${density}>${story.render!()}</zwgk-config>`,
    box,
  );
  const words = story.parameters?.shows;
  if (words) await until(words, () => textOf(box).includes(words), 20_000);
  await settled(box, frames);
  return box;
}

async function place(box: HTMLElement, width: number, density: string): Promise<void> {
  box.style.inlineSize = `${width}px`;
  box.querySelector('zwgk-config')!.setAttribute('density', density);
  await settled(box, 2);
}

for (const {default: meta, ...stories} of all) {
  describe(`stories of ${meta!.title}`, () => {
    before(() => (document.title = '演示'));
    for (const [name, story] of Object.entries(stories)) {
      if (!story.render) continue;
      it(`${name}: axe finds nothing, nothing scrolls sideways`, async function () {
        this.timeout(60_000);
        // The first look is the widest, which loads the most: it waits for what a story brings along, the others find it there.
        let frames = 8;
        let box: HTMLElement | undefined;
        for (const width of WIDTHS) {
          for (const density of densitiesAt(width)) {
            // A state that somebody's steps have led to stays; only its place changes.
            if (box && story.parameters?.shows) await place(box, width, density);
            else box = await show(story, width, density, frames);
            frames = 2;
            const violations = judges(width, density) ? (await axe.run(box, {resultTypes: ['violations']})).violations : [];
            const wide = deepAll(box, '.root').filter((root) => root.scrollWidth > root.clientWidth + 1);
            if (!story.parameters?.shows) box.remove();
            expect(violations.map(({id, nodes}) => `${id} at ${width} ${density}: ${nodes[0]!.html}`)).to.deep.equal([]);
            expect(wide.length, `scrolls sideways at ${width} ${density}`).to.equal(0);
          }
        }
        box?.remove();
      });
    }
  });
}
