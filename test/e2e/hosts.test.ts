/** The same widget on a modern portal, an agency site of 2012, and a page with the strictest policy. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {findChromium, openStage, ready, visit, type Stage, type Visit} from './hosts-browser.ts';

/** Widths of the widget's column, CSS pixels: a page, and a sidebar or a phone. */
const WIDTHS = [900, 360];
const PAGES = ['/portal/', '/legacy/', '/strict/'];
type Box = [tag: string, left: number, top: number, width: number, height: number];
interface Look {
  readonly text: string;
  readonly boxes: Box[];
}

/** Everything inside the widget as a reader sees it: its words, and each box relative to the root. */
function look(width: number): Look {
  const widget = document.querySelector<HTMLElement>('zwgk-catalog')!;
  widget.style.setProperty('width', `${width}px`, 'important');
  widget.style.setProperty('display', 'block', 'important');
  const root = widget.shadowRoot!.querySelector<HTMLElement>('.root')!;
  const at = root.getBoundingClientRect();
  const boxes = [...root.querySelectorAll('*')].map((element): Box => {
    const {left, top, width, height} = element.getBoundingClientRect();
    const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
    // What is not shown has no place.
    return width + height === 0 ? [name, 0, 0, 0, 0] : [name, left - at.left, top - at.top, width, height];
  });
  return {text: root.innerText, boxes: [[`root`, 0, 0, at.width, at.height], ...boxes]};
}

const chromium = await findChromium();
let stage: Stage;
before(async () => {
  if (chromium.path) stage = await openStage(chromium.path);
});
after(() => stage?.close());

describe('one widget on three host pages', {skip: chromium.skip}, () => {
  const visits = new Map<string, Visit>();
  const looks = new Map<string, Look>();
  before(async () => {
    for (const path of PAGES) {
      const visited = await visit(stage.browser, stage.host.origin + path);
      await ready(visited.page);
      await visited.page.locator('zwgk-catalog [role=status]').filter({hasText: '找到'}).waitFor({state: 'attached'});
      visits.set(path, visited);
      for (const width of WIDTHS) looks.set(path + width, await visited.page.evaluate(look, width));
    }
  });
  after(async () => {
    for (const {page} of visits.values()) await page.close();
  });

  for (const path of PAGES) {
    it(`${path} raises no error, breaks no policy, and has nothing to tell`, async () => {
      const visited = visits.get(path)!;
      assert.deepEqual(visited.errors, []);
      assert.deepEqual(await visited.violations(), []);
      assert.deepEqual(visited.said, []);
    });
    it(`${path} asks no other site for anything`, () => {
      assert.deepEqual(
        [
          ...new Set(
            visits
              .get(path)!
              .requests.filter((url) => /^http/.test(url))
              .map((url) => new URL(url).origin),
          ),
        ],
        [stage.host.origin],
      );
    });
  }
  it('the legacy page is read as GBK, in quirks mode', async () => {
    const {page} = visits.get('/legacy/')!;
    assert.deepEqual(await page.evaluate(() => [document.characterSet, document.compatMode]), ['GBK', 'BackCompat']);
    assert.match(await page.title(), /青禾县住房和城乡建设局/);
  });
  it('the legacy page runs on old libraries, which have replaced what the platform offers', async () => {
    const {page} = visits.get('/legacy/')!;
    const habits = await page.evaluate(() => [
      (globalThis as unknown as {jQuery: {fn: {jquery: string}}}).jQuery.fn.jquery,
      Array.from(new Set(['lost'])).length,
      document.querySelector('#position')!.className.trim(),
    ]);
    assert.deepEqual(habits, ['1.12.4', 0, 'ready']);
  });
  for (const path of PAGES.slice(1)) {
    for (const width of WIDTHS) {
      it(`${path} shows the same words as the portal, at ${width} px`, () => {
        const [expected, actual] = [looks.get(`/portal/${width}`)!.text, looks.get(path + width)!.text];
        assert.match(actual, /房屋征收补偿方案/);
        // Line by line: a difference of one word should not print the whole catalogue.
        const lines = actual.split('\n');
        assert.deepEqual(
          expected
            .split('\n')
            .filter((line, index) => line !== lines[index])
            .slice(0, 5),
          [],
        );
        assert.equal(actual.length, expected.length);
      });
      it(`${path} shows them in the same boxes, to the pixel, at ${width} px`, () => {
        const [expected, actual] = [looks.get(`/portal/${width}`)!.boxes, looks.get(path + width)!.boxes];
        assert.equal(actual.length, expected.length);
        const off = actual.filter((box, index) =>
          box.some((value, i) => i > 0 && Math.abs((value as number) - (expected[index]![i] as number)) > 1),
        );
        assert.deepEqual(off.slice(0, 5), []);
      });
    }
  }
});
