import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ComparisonRow, Section} from '@zwgk/contract';
import fc from 'fast-check';
import {compareDocuments} from './compare.ts';
import {sectionText} from './section-text.ts';
import {EDITS, seeded} from './testing/amend.ts';
import {REGULATION, STRANGERS} from './testing/regulation.ts';
import {bodyOf, draftOf} from './testing/tracked.ts';
import {compareWords} from './words.ts';

const articles = (...texts: string[]): Section[] =>
  texts.map((text, i) => ({id: `art-${i + 1}`, kind: 'article', depth: 0, label: `第${i + 1}条`, blocks: [{text}]}));
const told = ({change, before, after}: ComparisonRow): string => `${change} ${before?.id ?? '–'} ${after?.id ?? '–'}`;
const side = (words: ComparisonRow['words'], not: string): string => words.map(({op, text}) => (op === not ? '' : text)).join('');
/** `[-old-]` and `[+new+]`. */
const marked = (before: string, after: string): string =>
  compareWords(before, after)
    .map(({op, text}) => (op === 'keep' ? text : op === 'insert' ? `[+${text}+]` : `[-${text}-]`))
    .join('');

const A = '申请人应当年满十六周岁，有劳动能力。';
const B = '补贴由经办机构审核后拨付到个人账户。';
const C = '培训机构弄虚作假的，追回资金并取消资格。';
const NEW = '经办机构每季度公开补贴人数和金额。';

describe('two versions of a regulation', () => {
  it('pair their articles by words when one was put in and the others got new numbers', () => {
    const rows = compareDocuments(articles(A, B, C), articles(A, NEW, B, C));
    assert.deepEqual(rows.map(told), ['same art-1 art-1', 'added – art-2', 'moved art-2 art-3', 'moved art-3 art-4']);
  });

  it('show what was removed behind what it followed', () => {
    const rows = compareDocuments(articles(A, B, C), articles(A, C));
    assert.deepEqual(rows.map(told), ['same art-1 art-1', 'removed art-2 –', 'moved art-3 art-2']);
    assert.deepEqual(rows[1]!.words, [{op: 'delete', text: B}]);
  });

  it('pair a reworded article that has another number, too', () => {
    const rows = compareDocuments(articles(A, B, C), articles(NEW, A.replace('十六', '十八'), B, C));
    assert.deepEqual(rows.map(told).slice(0, 2), ['added – art-1', 'changed art-1 art-2']);
  });

  it('pair nothing that only bears the same number', () => {
    assert.deepEqual(compareDocuments(articles(A), articles(NEW)).map(told), ['removed art-1 –', 'added – art-1']);
  });

  it('notice a heading', () => {
    const chapter = (heading: string): Section[] => [{id: 'ch-1', kind: 'chapter', depth: 0, heading, blocks: []}];
    const [row] = compareDocuments(chapter('总 则'), chapter('一般规定'));
    assert.equal(row!.change, 'removed');
    const [kept] = compareDocuments(chapter('监督管理'), chapter('监督和管理'));
    assert.deepEqual([kept!.change, kept!.before?.heading, kept!.after?.heading, kept!.words], ['changed', '监督管理', '监督和管理', []]);
  });

  it('hold every section once and give both texts back, whatever was amended', () => {
    const names = Object.keys(EDITS);
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.constantFrom(...names), {minLength: 1, maxLength: 4}), (seed, edits) => {
        const random = seeded(seed);
        const drafts = draftOf(REGULATION);
        for (const name of edits) {
          const section = drafts.findIndex(({lines}, i) => lines.length > 0 && i >= random(drafts.length));
          if (section >= 0)
            EDITS[name]!(
              drafts,
              {section, line: 0, start: 0, end: drafts[section]!.lines[0]!.text.indexOf('。') + 1},
              {random, strangers: STRANGERS},
            );
        }
        const after = bodyOf(drafts);
        const rows = compareDocuments(REGULATION, after);
        for (const [body, key, not] of [
          [REGULATION, 'before', 'insert'],
          [after, 'after', 'delete'],
        ] as const) {
          const mine = rows.filter((row) => row[key]);
          assert.deepEqual(mine.map((row) => row[key]!.id).sort(), body.map(({id}) => id).sort());
          for (const row of mine) assert.equal(side(row.words, not), sectionText(body.find(({id}) => id === row[key]!.id)!));
        }
      }),
    );
  });
});

describe('the words of a change', () => {
  it('are phrases, not scattered characters', () => {
    assert.equal(marked('由培训机构统一申请', '由本人在网上自行申请'), '由[-培训机构统一-][+本人在网上自行+]申请');
    assert.equal(marked('购货数量、购货日期', '购进数量、购进日期'), '购[-货-][+进+]数量、购[-货-][+进+]日期');
    assert.equal(marked('非直接参与作战的岗位', '专业性较强的稳定岗位'), '[-非直接参与作战的-][+专业性较强的稳定+]岗位');
    assert.equal(marked('应当在十日内答复。', '可以在十日内答复。'), '[-应当-][+可以+]在十日内答复。');
  });

  it('keep numbers, dates and articles whole', () => {
    assert.equal(marked('自2023年7月1日起20日内', '自2023年7月11日起25日内'), '自[-2023年7月1日-][+2023年7月11日+]起[-20-][+25+]日内');
    assert.equal(marked('依照第十二条，罚款2000元', '依照第十三条，罚款20000元'), '依照[-第十二条-][+第十三条+]，罚款[-2000-][+20000+]元');
    assert.equal(marked('上浮百分之二十五', '上浮百分之二十'), '上浮[-百分之二十五-][+百分之二十+]');
    assert.equal(marked('十五日内', '二十五日内'), '[-十五-][+二十五+]日内');
  });

  it('begin and end at punctuation where they can', () => {
    assert.equal(marked('公开名单，公开金额。', '公开名单，公开标准，公开金额。'), '公开名单，[+公开标准，+]公开金额。');
    assert.equal(marked('甲。丙。', '甲。乙。丙。'), '甲。[+乙。+]丙。');
  });

  it('give both texts back', () => {
    const text = fc.string({unit: fc.constantFrom(...'应当可以十二20，。\n第条a'), maxLength: 30});
    fc.assert(
      fc.property(text, text, (before, after) => {
        const words = compareWords(before, after);
        assert.equal(side(words, 'insert'), before);
        assert.equal(side(words, 'delete'), after);
        assert.ok(words.every(({text}, i) => text && words[i + 1]?.op !== words[i]!.op));
      }),
    );
  });
});
