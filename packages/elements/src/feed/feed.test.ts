import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-feed.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {reposts} from '../testing/feed.ts';
import {byName, until} from '../testing/wait.ts';
import type {ZwgkFeed} from './feed.ts';

async function visit(scenario: Scenario = {}, moreHref = ''): Promise<{element: ZwgkFeed; root: ShadowRoot}> {
  const {endpoint} = useBackend(scenario);
  const element = await fixture<ZwgkFeed>(
    html`<zwgk-feed endpoint=${endpoint} more-href=${moreHref}><a href="https://www.example.com/list">网页版</a></zwgk-feed>`,
  );
  return {element, root: element.shadowRoot!};
}
const shown = (root: ShadowRoot, text: string) => until(text, () => root.textContent.includes(text));
const rows = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll('li')];
const row = (root: ShadowRoot, title: string) => until(title, () => rows(root).find(({textContent}) => textContent.includes(title)));
const words = ({textContent}: Element): string => textContent.replace(/\s+/g, ' ').trim();

describe('a visitor', () => {
  it('has the page’s own links before anything is there', async () => {
    const {root} = await visit({delay: Infinity});
    expect(root.querySelector('slot') !== null).to.equal(true);
  });
  it('reads what was passed on, from whom, under which number, and how soon (R6.6)', async () => {
    const {root} = await visit();
    const first = await row(root, reposts[0]!.title);
    expect(rows(root).length).to.equal(5);
    for (const text of [reposts[0]!.sourceName, reposts[0]!.docNumber!, '2026年11月24日（周二）发布，当天 10:05 转载', '演示数据'])
      expect(words(first)).to.contain(text);
    expect(words(rows(root)[2]!)).to.contain('2026年11月21日（周六）发布，第二天 10:05 转载');
    expect(words(rows(root)[4]!)).to.contain('发布，过了 4 天，2026年11月20日（周五） 10:05 转载');
  });
  it('goes to the source, and knows that a tab will open', async () => {
    const {root} = await visit();
    const link = (await row(root, reposts[0]!.title)).querySelector('a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([reposts[0]!.sourceUrl, '_blank', 'noopener noreferrer']);
    expect(words(link)).to.contain('打开新标签页');
  });
  it('is never led to an address that could run', async () => {
    const {root} = await visit({reposts: [{...reposts[0]!, sourceUrl: 'javascript:alert(1)'}]});
    const only = await row(root, reposts[0]!.title);
    expect(only.querySelector('a') === null).to.equal(true);
  });
  it('is told when there is nothing', async () => {
    const {root} = await visit({reposts: []});
    await shown(root, '还没有转载上级政策');
    expect(root.querySelector('slot') !== null).to.equal(true);
  });
  it('can try again when the service is down, and still has the links', async () => {
    let down = true;
    const {root} = await visit({override: () => (down ? problem(500, 'internal') : undefined)});
    const again = await until('a way to try again', () => byName(root, 'button', '再试一次'));
    expect(root.querySelector('slot') !== null).to.equal(true);
    down = false;
    again.click();
    await row(root, reposts[0]!.title);
  });
  it('reads Traditional Chinese on a page of Taiwan', async () => {
    const {element, root} = await visit();
    element.lang = 'zh-TW';
    await shown(root, '上級政策轉載');
  });
  it('reads English on an English page', async () => {
    const {element, root} = await visit();
    element.lang = 'en';
    await shown(root, 'Policies of higher authorities');
    await shown(root, 'reposted the same day, 10:05');
  });
});

describe('a visitor who wants to be sure of the text', () => {
  it('sees that it is as the source has it, and takes the checksum along', async () => {
    const {root} = await visit();
    const first = await row(root, reposts[0]!.title);
    expect(words(first)).to.contain('与原文一致');
    let copied = '';
    const {writeText} = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void (copied = text);
    try {
      byName(first, 'button', /^ ?复制校验码 00000000：关于促进/)!.click();
      await shown(root, '已复制');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
    expect(copied).to.equal(reposts[0]!.sha256);
    expect(words(first)).to.contain('已复制');
    expect(words(rows(root)[1]!)).to.not.contain('已复制');
  });
  it('is warned where it differs, and led to the source', async () => {
    const {root} = await visit();
    const other = await row(root, reposts[3]!.title);
    expect(words(other)).to.contain('与原文不一致，请以原文为准');
    expect(words(other)).to.not.contain('与原文一致');
    expect((byName(other, 'a', /^看原文/) as HTMLAnchorElement).href).to.equal(reposts[3]!.sourceUrl);
  });
});

describe('a visitor who wants more', () => {
  it('lists more in place, goes on reading at the first new one, and has no button when all are there', async () => {
    const {root} = await visit();
    const more = await until('a way to more', () => byName(root, 'button', '再看几条'));
    more.click();
    await until('ten', () => rows(root).length === 10);
    await until('the focus on the sixth', () => root.activeElement?.textContent.includes(reposts[5]!.title));
    await shown(root, '又列出 5 条，共 12 条');
    byName(root, 'button', '再看几条')!.click();
    await until('all', () => rows(root).length === reposts.length);
    expect(byName(root, 'button', '再看几条') === undefined).to.equal(true);
  });
  it('keeps the list when more cannot be had, is told, and can try again from the same place', async () => {
    let down = false;
    const {root} = await visit({override: () => (down ? problem(500, 'internal') : undefined)});
    const more = await until('a way to more', () => byName(root, 'button', '再看几条'));
    more.focus();
    down = true;
    more.click();
    const again = await until('a way to try again', () => byName(root, 'button', '再试一次'));
    expect(rows(root).length).to.equal(5);
    expect(root.activeElement === again).to.equal(true);
    expect(root.textContent).to.contain('这里暂时打不开');
    down = false;
    again.click();
    await until('ten', () => rows(root).length === 10);
  });
  it('goes to the page that lists them all, where there is one', async () => {
    const {root} = await visit({}, '/zwgk/feed.html');
    const all = (await until('the way', () => byName(root, 'a', '全部转载'))) as HTMLAnchorElement;
    expect(all.href).to.equal(new URL('/zwgk/feed.html', location.href).href);
    expect(byName(root, 'button', '再看几条') === undefined).to.equal(true);
  });
});

describe('a webmaster', () => {
  it('sets how many are listed', async () => {
    const {element, root} = await visit();
    element.setAttribute('limit', '2');
    await until('two', () => rows(root).length === 2);
  });
  it('hears of a failure by its code', async () => {
    const codes: string[] = [];
    const {element, root} = await visit({delay: 20, override: () => problem(500, 'internal')});
    element.addEventListener('zwgk-feed-error', ({detail}) => codes.push(detail.error.code));
    await until('the failure', () => byName(root, 'button', '再试一次'));
    expect(codes).to.deep.equal(['server-error']);
  });
});
