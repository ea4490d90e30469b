import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, render} from 'lit';
import {Announcer} from './announcer.ts';
import {define} from './define.ts';
import {formatBytes} from './format-bytes.ts';
import {formatDate} from './format.ts';
import {closestAttribute, toLocale} from './host-context.ts';
import {renderMarked} from './marked.ts';
import {sanitise, sanitiseAll} from './sanitise.ts';
import {until} from '../testing/wait.ts';

const ORIGIN = 'https://api.example.com/api/v1';
function clean(dirty: string): string {
  const box = document.createElement('div');
  box.append(sanitise(dirty, ORIGIN));
  return box.innerHTML;
}

describe('a second copy of an element', () => {
  it('changes nothing and throws nothing', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define('zwgk-test-twice', First);
    define('zwgk-test-twice', Second);
    expect(customElements.get('zwgk-test-twice')).to.equal(First);
  });
});

describe('language', () => {
  it('is one of three, Simplified unless the page says otherwise', () => {
    const said = [null, '', 'zh', 'zh-CN', 'zh-Hans-SG', 'de', 'zh-TW', 'zh-hant', 'zh-Hant-HK', 'en', 'en-GB'].map(toLocale);
    expect(said).to.deep.equal([...new Array<string>(6).fill('zh-Hans'), ...new Array<string>(3).fill('zh-Hant'), 'en', 'en']);
  });
  it('is found across shadow roots', async () => {
    const outer = await fixture(html`<div lang="en"><div></div></div>`);
    const shadow = outer.firstElementChild!.attachShadow({mode: 'open'});
    const inner = shadow.appendChild(document.createElement('p'));
    expect(closestAttribute(inner, 'lang')).to.equal('en');
  });
});

describe('dates and sizes', () => {
  it('read as people say them', () => {
    expect(formatDate('2026-11-24', 'zh-Hans')).to.equal('2026年11月24日（周二）');
    expect(formatDate('2026-11-24', 'zh-Hant')).to.equal('2026年11月24日（週二）');
    expect(formatDate('2026-11-22T16:30:00Z', 'zh-Hans')).to.equal('2026年11月23日（周一）');
    expect(formatDate('2026-11-24', 'en')).to.equal('Tue, 24 Nov 2026');
    expect(formatDate('很久以前', 'zh-Hans')).to.equal('很久以前');
    expect([512, 319_488, 5_242_880].map(formatBytes)).to.deep.equal(['512 B', '312 KB', '5.0 MB']);
  });
});

describe('highlights', () => {
  const marked = (text: string, ranges?: number[][]): HTMLElement => {
    const box = document.createElement('p');
    render(renderMarked(text, ranges), box);
    return box;
  };
  it('mark ranges and keep the text whole', () => {
    const box = marked('房屋征收与补偿', [
      [2, 4],
      [5, 7],
    ]);
    expect([...box.querySelectorAll('mark')].map(({textContent}) => textContent)).to.deep.equal(['征收', '补偿']);
    expect(box.textContent).to.equal('房屋征收与补偿');
  });
  it('survive ranges that make no sense, and never become markup', () => {
    for (const ranges of ['[[5,2]]', '[[-3,99]]', '[[0,3],[1,2]]', '[]', '[[1]]'])
      expect(marked('a<b', JSON.parse(ranges) as number[][]).textContent).to.equal('a<b');
    expect(marked('<img src=x>', [[0, 4]]).querySelector('img')).to.equal(null);
  });
});

describe('the live region', () => {
  it('says the same thing twice when it happened twice', async () => {
    class Speaker extends LitElement {
      readonly announcer = new Announcer(this);
      protected override render() {
        return this.announcer.render();
      }
    }
    define('zwgk-test-speaker', Speaker);
    const speaker = await fixture<Speaker>(html`<zwgk-test-speaker></zwgk-test-speaker>`);
    const said = (): string[] => [...speaker.shadowRoot!.querySelectorAll('[role=status]')].map((region) => region.textContent);
    speaker.announcer.say('找到 12 项');
    const first = await until('the first', () => said().includes('找到 12 项') && said());
    speaker.announcer.say('找到 12 项');
    await until('the other buffer', () => said().indexOf('找到 12 项') !== first.indexOf('找到 12 项'));
    expect(said().filter(Boolean).length).to.equal(1);
  });
});

describe('the sanitiser', () => {
  it('keeps what official documents need', () => {
    for (const good of [
      '<p>第一条 <strong>总则</strong></p>',
      '<table><caption>表</caption><thead><tr><th scope="col" colspan="2">项目</th></tr></thead><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>',
      '<ol start="3"><li>一</li></ol>',
      '<p>H<sub>2</sub>O，m<sup>2</sup></p>',
    ]) {
      expect(clean(good)).to.equal(good);
    }
  });
  it('hardens links and belongs to the API’s origin, not the page’s', () => {
    expect(clean('<a href="/files/a.pdf">附件</a>')).to.equal(
      '<a href="https://api.example.com/files/a.pdf" rel="noopener noreferrer" target="_blank">附件</a>',
    );
    expect(clean('<img src="https://tracker.example.net/x.gif" alt="图">')).to.not.contain('<img');
    expect(clean('<img src="/map.png" alt="图">')).to.contain('src="https://api.example.com/map.png"');
  });
  it('drops what runs, overlays, submits or clobbers', () => {
    const bad =
      '<script>1</script><style>*{}</style><form action="/x"><input name="cookie"></form><p style="position:fixed" onclick="1" id="x" class="y">文</p><a href="javascript:1">a</a><iframe src="/"></iframe><svg onload="1"></svg>';
    expect(clean(bad)).to.equal('<p>文</p><a>a</a>');
  });
  it('cleans many pieces at once as it does each alone, also those that do not end what they begin', () => {
    const whole = ['<p>甲<script>1</script></p>', '乙', '', '<table><tbody><tr><td>丙</td></tr></tbody></table>'];
    const alone = (pieces: string[]): string[] => pieces.map(clean);
    const together = (pieces: string[]): string[] =>
      sanitiseAll(pieces, ORIGIN).map((part) => {
        const box = document.createElement('div');
        box.append(part);
        return box.innerHTML;
      });
    expect(together(whole)).to.deep.equal(alone(whole));
    for (const open of ['<b>粗', '<table><tr><td>格', '<!-- ', '<textarea>', '<ul><li>项', '<p title="', '</section>末']) {
      const pieces = [open, '<p>正文</p>', ...whole];
      expect(together(pieces), open).to.deep.equal(alone(pieces));
    }
  });
});
