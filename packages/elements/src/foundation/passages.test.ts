import {expect, fixture, html} from '@open-wc/testing';
import {sectionText} from '@zwgk/rules/passage';
import fc from 'fast-check';
import {render} from 'lit';
import {TextIndex} from './passages.ts';
import {sanitise} from './sanitise.ts';

const under = (dirty: string): HTMLElement => {
  const box = document.createElement('div');
  box.append(sanitise(dirty, 'https://api.example.com/api/v1'));
  return box;
};
const textOf = (dirty: string): string => new TextIndex(under(dirty)).text;

describe('the text of a section', () => {
  it('has a line for each paragraph, item and row, a tab between cells, and white space collapsed', () => {
    expect(textOf('<p>一、 总\n  则 </p>\n<p>  </p><ul><li>甲</li><li>乙</li></ul>')).to.equal('一、 总 则\n甲\n乙');
    expect(textOf('<table><tr><th>事项</th><th> 时 限 </th></tr><tr><td>补贴</td><td>20&nbsp;日</td></tr></table>')).to.equal(
      '事项\t时 限\n补贴\t20 日',
    );
    expect(textOf('<p>第一行<br>第二行</p>')).to.equal('第一行\n第二行');
  });
  it('leaves out what is no text of the document', async () => {
    const box = await fixture<HTMLElement>(
      html`<section>
        <h3 data-zwgk-skip>第一章</h3>
        <p><a data-zwgk-skip>第一条</a>本办法<span>适用</span></p>
        <svg aria-hidden="true"><text>图</text></svg>
      </section>`,
    );
    expect(new TextIndex(box).text).to.equal('本办法适用');
  });
  it('does not care how a template cut it up', () => {
    const box = document.createElement('div');
    render(html`<p>${'行政'}${'机关'}</p>`, box);
    expect(new TextIndex(box).text).to.equal('行政机关');
  });
});

describe('a range in the text', () => {
  it('is counted as it was made, whatever passage it covers', async () => {
    const box = await fixture<HTMLElement>(
      html`<section>
        <p><a data-zwgk-skip>第一条</a>　本办法 <b>适用</b> 于</p>
        <table>
          <tr>
            <td>甲</td>
            <td>乙</td>
          </tr>
        </table>
      </section>`,
    );
    const index = new TextIndex(box);
    for (let start = 0; start < index.text.length; start++)
      for (let end = start + 1; end <= index.text.length; end++) {
        if (/\s/.test(index.text[start]! + index.text[end - 1]!)) continue;
        expect(index.within(index.range(start, end)!)).to.deep.equal({start, end});
      }
  });
  it('is nothing where it covers none of the text', async () => {
    const box = await fixture<HTMLElement>(
      html`<section>
        <p><a data-zwgk-skip>第一条</a>本办法</p>
      </section>`,
    );
    const range = document.createRange();
    range.selectNodeContents(box.querySelector('a')!);
    expect(new TextIndex(box).within(range)).to.equal(undefined);
  });
});

describe('the server and the page', () => {
  const word = fc.constantFrom(
    '行政机关',
    ' ',
    '\n  ',
    '应当',
    '\u3000',
    '&nbsp;',
    '&lt;5%',
    '20',
    '<b>公开</b>',
    '<br>',
    '<span> 期限 </span>',
    '𠮷',
    '',
  );
  const line = fc.array(word, {maxLength: 6}).map((words) => words.join(''));
  const row = fc
    .array(
      fc.oneof(
        line,
        line.map((one) => `<p>${one}</p>`),
      ),
      {maxLength: 4},
    )
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const block = fc.oneof(
    line,
    line.map((one) => `<p>${one}</p>`),
    line.map((one) => `<h3>${one}</h3>`),
    fc.array(line, {maxLength: 3}).map((items) => `<ol>${items.map((item) => `<li>${item}</li>`).join(' ')}</ol>`),
    fc.array(row, {maxLength: 3}).map((rows) => `<table><caption>表</caption><tbody>${rows.join('\n')}</tbody></table>`),
    line.map((one) => `<blockquote>${one}<p>${one}</p></blockquote>`),
  );
  it('count the same text, whatever the HTML', () => {
    const property = fc.property(fc.array(block, {maxLength: 5}), (blocks) => {
      const box = under(blocks.join('\n'));
      expect(new TextIndex(box).text).to.equal(sectionText({blocks: [{html: box.innerHTML}]}));
    });
    fc.assert(property, {seed: 20261125, numRuns: 1500});
  });
});

describe('a place in the text', () => {
  const SAMPLE = '<p>行政机关 <b>应当</b>\n公开</p><p>期限为 <i> 20 </i>日</p><table><tr><td>甲</td><td>乙丙</td></tr></table>';

  it('is found for every pair of counts, and its words are the text’s', () => {
    const index = new TextIndex(under(SAMPLE));
    const plain = (text: string): string => text.replace(/\s/g, '');
    for (let start = 0; start < index.text.length; start++) {
      for (let end = start + 1; end <= index.text.length; end++) {
        const wanted = plain(index.text.slice(start, end));
        const range = index.range(start, end);
        if (wanted) expect(plain(range!.toString()), `${start}–${end}`).to.equal(wanted);
      }
    }
  });
  it('is none for counts that cannot be', () => {
    const index = new TextIndex(under(SAMPLE));
    for (const [start, end] of [
      [-1, 2],
      [3, 3],
      [5, 2],
      [0, index.text.length + 1],
      [Number.NaN, 2],
    ])
      expect(index.range(start!, end!)).to.equal(undefined);
    expect(new TextIndex(under('<p>甲</p><p>乙</p>')).range(1, 2)).to.equal(undefined);
  });
});
