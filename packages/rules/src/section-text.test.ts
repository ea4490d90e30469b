import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Block} from '@zwgk/contract';
import fc from 'fast-check';
import {sectionText} from './section-text.ts';

const textOf = (...blocks: Block[]): string => sectionText({blocks});
const html = (source: string): string => textOf({html: source});

describe('the text of a section', () => {
  it('is its blocks line by line, without what is withheld', () => {
    assert.equal(textOf({text: '第一款。'}, {withheld: '涉及个人隐私'}, {text: ' 第二款。 \n\n第三款。'}), '第一款。\n第二款。\n第三款。');
    assert.equal(textOf({withheld: '涉及国家秘密'}), '');
  });

  it('folds white space within a line', () => {
    assert.equal(textOf({text: '总\u3000\u3000则\t\u00a0一 '}), '总 则 一');
  });

  it('gives a line to paragraphs, items and rows, and a tab to cells', () => {
    assert.equal(html('<p>甲</p><p>乙<br>丙</p>'), '甲\n乙\n丙');
    assert.equal(html('<ul><li>一<ul><li>二</li></ul></li><li>三</li></ul>'), '一\n二\n三');
    assert.equal(
      html('<table><tr><th>等级</th><th>标准</th></tr><tr><td>初级</td> <td></td><td> 1200 </td></tr></table>'),
      '等级\t标准\n初级\t\t1200',
    );
  });

  it('keeps inline elements in their line', () => {
    assert.equal(
      html('<p>每立方\n<b>米</b>CO<sub>2</sub>，见<a href="/a?x=1&amp;y=2" title="a > b">附件</a>。</p>'),
      '每立方 米CO2，见附件。',
    );
  });

  it('reads characters that are written by name or number once', () => {
    assert.equal(html('<p>&lt;b&gt; &amp;lt; &#60; &#x3C; &quot;&nbsp;x</p>'), '<b> &lt; < < " x');
    assert.equal(html('<p>&#99999999; &#x110000; &unknown;</p>'), '&#99999999; &#x110000; &unknown;');
  });

  it('shows every text as it was before a serialiser wrote it', () => {
    const word = fc.string({unit: fc.constantFrom(...'甲乙<>&"\' ;#x3a')});
    const written = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(fc.property(word, (text) => html(`<p lang="zh">${written(text)}</p>`) === textOf({text})));
  });
});
