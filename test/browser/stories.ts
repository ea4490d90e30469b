/** Looks at the stories of one file, each a state: it passes axe, and nothing scrolls sideways at any width or density. */
import 'axe-core';
import type axeCore from 'axe-core';
import {expect} from '@open-wc/testing';
import {html, render, type TemplateResult} from 'lit';
import '@zwgk/elements/config';
import {deepAll, until} from '../../packages/elements/src/testing/wait.ts';

const {axe} = globalThis as unknown as {axe: typeof axeCore};
interface Story {
  readonly render?: () => TemplateResult;
  /** Words that are there once the state is. */
  readonly parameters?: {readonly shows?: string};
}
interface Look {
  readonly width: number;
  readonly density: string;
}
type Stories = Record<string, Story> & {readonly default: {readonly title: string}};

/** Width in pixels and density: a page, a column, a phone; each with large letters. */
const LOOKS = [1080, 640, 320].flatMap((width) => ['normal', 'elder'].map((density): Look => ({width, density})));
const [PAGE, , COLUMN, , PHONE, LARGE] = LOOKS as [Look, Look, Look, Look, Look, Look];
/**
 * ZWGK_LOOKS=all looks six times at each story and has axe judge each look; without it, what hardly differs is left out.
 * axe judges markup and colours, which engines share: in Chromium. Whether anything scrolls sideways is the engine's own affair.
 */
const isThorough = document.documentElement.dataset['looks'] === 'all';
const looks = isThorough ? LOOKS : [PAGE, COLUMN, PHONE, LARGE];
const judged = isThorough ? LOOKS : navigator.userAgent.includes('Chrome/') ? [PAGE, LARGE] : [];

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

async function show(story: Story): Promise<HTMLElement> {
  const box = document.body.appendChild(document.createElement('main'));
  render(
    html`<h1>页面</h1>
      <zwgk-config>${story.render!()}</zwgk-config>`,
    box,
  );
  const words = story.parameters?.shows;
  if (words) await until(words, () => textOf(box).includes(words), 20_000);
  // What a story brings along is loaded while nothing is rendered.
  await settled(box, words ? 2 : 8);
  return box;
}

async function place(box: HTMLElement, {width, density}: Look): Promise<void> {
  box.style.inlineSize = `${width}px`;
  box.querySelector('zwgk-config')!.setAttribute('density', density);
  await settled(box, 1);
}

/** Declares a test for each story. @param stories the module of a `*.stories.ts` file */
export function lookAtStories({default: meta, ...stories}: Stories): void {
  describe(`stories of ${meta.title}`, () => {
    before(() => (document.title = '演示'));
    afterEach(() => document.querySelector('main')?.remove());
    for (const [name, story] of Object.entries(stories)) {
      if (!story.render) continue;
      it(`${name}: axe finds nothing, nothing scrolls sideways`, async function () {
        this.timeout(60_000);
        const box = await show(story);
        for (const look of looks) {
          await place(box, look);
          const violations = judged.includes(look) ? (await axe.run(box, {resultTypes: ['violations']})).violations : [];
          const wide = deepAll(box, '.root').filter((root) => root.scrollWidth > root.clientWidth + 1);
          const at = `at ${look.width} ${look.density}`;
          expect(violations.map(({id, nodes}) => `${id} ${at}: ${nodes[0]!.html}`)).to.deep.equal([]);
          expect(wide.length, `scrolls sideways ${at}`).to.equal(0);
        }
      });
    }
  });
}
