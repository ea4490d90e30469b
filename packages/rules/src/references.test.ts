import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Section} from '@zwgk/contract';
import {findReferences, findTerms} from './references.ts';
import {sectionText} from './section-text.ts';

const article = (id: string, ...lines: string[]): Section => ({id, kind: 'article', depth: 0, blocks: lines.map((text) => ({text}))});
const chapter = (id: string): Section => ({id, kind: 'chapter', depth: 0, heading: '总则', blocks: []});
const numbered = [1, 2, 3, 4, 5, 12, 13].map((n) => article(`art-${n}`, '空。'));
const frame = [
  chapter('ch-1'),
  chapter('ch-6'),
  {...chapter('ch-6-sec-2'), kind: 'section' as const},
  ...numbered,
  article('art-12-1', '空。'),
];

/** What is named in a text that stands in article 14, as `words → target`. */
function named(text: string, id = 'art-14'): string[] {
  const body = [...frame, article(id, text)];
  const own = sectionText(body.at(-1)!);
  return findReferences(body)
    .filter(({section}) => section === id)
    .map((one) => {
      const to = 'toSection' in one ? one.toSection : 'title' in one ? `《${one.title}》` : one.docNumber;
      return `${own.slice(one.start, one.end)} → ${to}`;
    });
}

describe('references to articles', () => {
  it('have their range and their target, in Chinese and Arabic numerals', () => {
    assert.deepEqual(named('依照本办法第十二条第二款的规定'), ['本办法第十二条第二款 → art-12']);
    assert.deepEqual(named('依照第12条、第十二条之一的规定'), ['第12条 → art-12', '第十二条之一 → art-12-1']);
    assert.deepEqual(named('第三条至第五条、第六章和第六章第二节'), [
      '第三条 → art-3',
      '第五条 → art-5',
      '第六章 → ch-6',
      '第六章第二节 → ch-6-sec-2',
    ]);
    assert.deepEqual(named('有第三条第（二）项所列情形'), ['第三条第（二）项 → art-3']);
  });

  it('follow 前条 to the article before, not 前条例', () => {
    assert.deepEqual(named('依照前条规定'), ['前条 → art-12-1']);
    assert.deepEqual(named('以前条例的规定'), []);
  });

  it('leave out articles of other laws, also further on in the list, and what is not there', () => {
    assert.deepEqual(named('依照行政处罚法第三条、第四条第一款和第五条'), []);
    assert.deepEqual(named('《城市供水条例》第三条以及第四条'), ['《城市供水条例》 → 《城市供水条例》']);
    assert.deepEqual(named('本规定附录第三条、第四条'), []);
    assert.deepEqual(named('依照本办法第九十九条'), []);
    assert.deepEqual(named('劳动合同法第三条规定的，适用本办法第三条'), ['本办法第三条 → art-3']);
  });

  it('stay within an annex that has such an article', () => {
    const body = [...numbered, article('annex-1-art-3', '空。'), article('annex-1-art-4', '依照第三条、第五条。')];
    const targets = findReferences(body).map((one) => 'toSection' in one && one.toSection);
    assert.deepEqual(targets, ['annex-1-art-3', 'art-5']);
  });
});

describe('references to documents', () => {
  it('name title and number, and a short name by its title', () => {
    assert.deepEqual(named('根据《示例省供水条例》（以下简称《条例》）和示政发［2024］ 7 号文件，依照《条例》第三条'), [
      '《示例省供水条例》 → 《示例省供水条例》',
      '示政发［2024］ 7 号 → 示政发〔2024〕7号',
      '《条例》 → 《示例省供水条例》',
    ]);
  });
});

describe('terms', () => {
  const terms = (...lines: string[]): Record<string, string> =>
    Object.fromEntries(findTerms([article('art-2', ...lines)]).map(({term, definition}) => [term, definition]));

  it('are what a text defines', () => {
    assert.deepEqual(terms('本办法所称家政服务，是指进入家庭提供的有偿服务。'), {家政服务: '进入家庭提供的有偿服务'});
    assert.deepEqual(terms('本办法所称企业投资项目(以下简称项目)，是指企业投资建设的项目。'), {
      企业投资项目: '企业投资建设的项目',
      项目: '企业投资项目',
    });
    assert.deepEqual(terms('本办法下列用语的含义：', '（一）夜间市场，是指夜间经营的集市；', '（二）摊位，是指固定的位置。'), {
      夜间市场: '夜间经营的集市',
      摊位: '固定的位置',
    });
  });

  it('are short names too', () => {
    assert.deepEqual(terms('根据《示例省供水条例》（以下简称“《条例》”），县、市水务部门（以下统称主管部门）负责。'), {
      条例: '《示例省供水条例》',
      主管部门: '县、市水务部门',
    });
  });
});
