import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Section} from '@zwgk/contract';
import fc from 'fast-check';
import {locate, locator, makeAnchor, sectionText, THRESHOLDS, touchedLines, type LocateOptions} from './passage.ts';
import {EDITS, seeded} from './testing/amend.ts';
import {REGULATION, STRANGERS, WITH_TWINS} from './testing/regulation.ts';
import {trial, verdict, type Verdict} from './testing/trial.ts';

const article = (n: number, ...lines: string[]): Section => ({
  id: `art-${n}`,
  kind: 'article',
  depth: 0,
  blocks: lines.map((text) => ({text})),
});
const text = (n: number): string => sectionText(REGULATION[n - 1]!);
/** The regulation with some articles in other words; an empty text takes the article out, and the later ones move up. */
const amended = (changes: Record<number, string>): Section[] =>
  REGULATION.map((_, i) => changes[i + 1] ?? text(i + 1))
    .filter(Boolean)
    .map((words, i) => article(i + 1, ...words.split('\n')));

function anchorOf(n: number, words: string): ReturnType<typeof makeAnchor> {
  const start = text(n).indexOf(words);
  assert.ok(start >= 0);
  return makeAnchor(REGULATION[n - 1]!, start, start + words.length, 1);
}

/** `state art-n: the words that stand there`. */
function found(n: number, words: string, body: Section[], options?: LocateOptions): string {
  const place = locate(anchorOf(n, words), body, options);
  if (place.state === 'lost') return 'lost';
  return `${place.state} ${place.section}: ${sectionText(body.find(({id}) => id === place.section)!).slice(place.start, place.end)}`;
}
const both = (n: number, words: string, body: Section[]): string[] => [found(n, words, body), found(n, words, body, {before: REGULATION})];
const twice = (one: string): string[] => [one, one];

const LEDGER = '服务站不得以任何名义向老年人推销保健食品';
const REPLY = '民政部门应当自收到举报之日起二十日内答复。';

describe('an anchor', () => {
  it('holds section, quote, surroundings, position and version', () => {
    assert.deepEqual(anchorOf(12, REPLY), {
      section: 'art-12',
      quote: {exact: REPLY, prefix: '任何单位和个人可以向民政部门举报违反本办法的行为。', suffix: ''},
      position: {start: 25, end: 46},
      documentVersion: 1,
    });
  });

  it('is hashed by the lines that it touches', () => {
    const lines = '第一行\n第二行\n第三行';
    assert.equal(touchedLines(lines, 5, 6), '第二行');
    assert.equal(touchedLines(lines, 2, 5), '第一行\n第二行');
    assert.equal(touchedLines(lines, 4, 7), '第二行');
    assert.equal(touchedLines(lines, 0, 3), '第一行');
    assert.equal(touchedLines(lines, 8, 11), '第三行');
  });
});

describe('a passage', () => {
  it('is exact where nothing changed, or only something else', () => {
    assert.deepEqual(both(11, LEDGER, amended({})), twice(`exact art-11: ${LEDGER}`));
    assert.deepEqual(both(12, REPLY, amended({3: '民政部门负责。'})), twice(`exact art-12: ${REPLY}`));
  });

  it('has moved when articles before it came or went', () => {
    assert.deepEqual(both(11, LEDGER, amended({3: ''})), twice(`moved art-10: ${LEDGER}`));
  });

  it('is reworded when a number, a date or a negation changed', () => {
    const body = amended({12: text(12).replace('二十日', '十个工作日'), 11: text(11).replace('不得以', '可以以')});
    assert.deepEqual(both(12, REPLY, body), twice('reworded art-12: 民政部门应当自收到举报之日起十个工作日内答复。'));
    assert.deepEqual(both(11, LEDGER, body), twice('reworded art-11: 服务站可以以任何名义向老年人推销保健食品'));
    assert.deepEqual(both(12, '二十日', body), twice('lost'), 'too short to be known by what is left of it');
  });

  it('takes a clause in that was put into it', () => {
    const long = '服务站应当与接受服务的老年人签订服务协议，明确服务项目、收费标准和双方的权利义务。';
    const grown = long.replace('签订', '依法及时签订书面');
    const body = amended({10: text(10).replace(long, grown), 12: text(12).replace('之日起', '之日起，除法律另有规定外，')});
    assert.deepEqual(both(10, long, body), twice(`reworded art-10: ${grown}`));
    assert.deepEqual(both(12, REPLY, body), twice(`reworded art-12: ${REPLY.replace('之日起', '之日起，除法律另有规定外，')}`));
  });

  it('is lost when its sentence went, though the next article says nearly the same', () => {
    const station = '服务站应当自设立之日起10个工作日内，向所在地的县级人民政府民政部门备案。';
    assert.deepEqual(both(6, station, amended({6: text(6).replace(station, '')})), twice('lost'));
    assert.deepEqual(both(6, station, amended({6: ''})), twice('lost'), 'and has its number now');
    assert.deepEqual(both(4, '（二）有与服务相适应的工作人员；', amended({4: ''})), twice('lost'), 'and has the very item');
  });

  it('is not mistaken for its twin in another article, where the older text is at hand', () => {
    const item = '（二）工作人员的健康证明和培训记录；';
    const [, twin] = WITH_TWINS.slice(-2) as [Section, Section];
    const start = sectionText(twin).indexOf(item);
    const anchor = makeAnchor(twin, start, start + item.length);
    const without = (n: number): Section[] => WITH_TWINS.filter((_, i) => i !== n).map((one, i) => ({...one, id: `art-${i + 1}`}));
    const there = {section: 'art-17', start, end: start + item.length};
    assert.deepEqual(locate(anchor, WITH_TWINS), {state: 'lost'}, 'the anchor alone cannot tell');
    assert.deepEqual(locate(anchor, WITH_TWINS, {before: WITH_TWINS}), {state: 'exact', ...there, section: 'art-18'});
    assert.deepEqual(locate(anchor, without(17), {before: WITH_TWINS}), {state: 'lost'});
    assert.deepEqual(locate(anchor, without(0), {before: WITH_TWINS}), {state: 'lost'});
  });

  it('is not what its twin became, whose one side stayed and whose other side is now its own', () => {
    const must = '的，必须附具申请人所在地的县级人民政府农业农村主管部门签署的意见，向';
    const twin = `采集特定样本${must}省人民政府农业农村主管部门申请采集许可证。`;
    const own = `跨市采集样本${must}采集地的县级人民政府农业农村主管部门申请采集许可证。`;
    const [last, other] = ['公园采集特定样本的，在申请采集许可证前，须经园林主管部门审核同意。', '样本应当妥善保管。'];
    const before = [article(1, twin, own, last), article(2, other)];
    const start = sectionText(before[0]!).indexOf(own) + own.indexOf('主管部门申请采集许');
    const anchor = makeAnchor(before[0]!, start, start + 9);
    assert.deepEqual(locate(anchor, [article(1, twin, last), article(2, other, own)], {before}), {state: 'lost'});
  });

  it('is not doubted for a twin that stands where it stood', () => {
    const same =
      '需要采集样本的，必须附具申请人所在地的县级人民政府农业农村主管部门和自然资源主管部门签署的意见，以及采集方案、保管条件的证明，向主管部门';
    const own = `${same}申请采集许可证。许可证的有效期为三年，期满需要延续的，应当在期满三十日前提出。`;
    const before = [article(1, own), article(2, `${same}申请采集许可证。采集完成后应当报告采集的数量、种类和用途，接受现场检查。`)];
    const anchor = makeAnchor(before[0]!, same.length, same.length + 7);
    const place = {state: 'exact', section: 'art-1', start: same.length, end: same.length + 7};
    assert.deepEqual(locate(anchor, [article(1, own.replace('三年', '五年')), before[1]!], {before}), place);
  });

  /** Both ways of looking, for a quote of a first text of one article. */
  const within = (before: string, words: string, after: string): string[] => {
    const [old, body] = [[article(1, ...before.split('\n'))], [article(1, ...after.split('\n'))]];
    const anchor = makeAnchor(old[0]!, before.indexOf(words), before.indexOf(words) + words.length);
    return [locate(anchor, body), locate(anchor, body, {before: old})].map((place) =>
      place.state === 'lost' ? 'lost' : `${place.state}: ${sectionText(body[0]!).slice(place.start, place.end)}`,
    );
  };

  it('is not its neighbour that begins with the same words', () => {
    const rest = '推广新型节能电梯，应当遵循安全、有效、环保的原则，保证电梯的质量和使用安全。';
    assert.deepEqual(within(`国家鼓励推广新型节能电梯。\n${rest}`, '推广新型节能电梯', rest), twice('lost'));
  });

  it('is not a rewording while the very words stand beside it', () => {
    const before = '伪造、变造、买卖登记证书的，依照有关法律的规定处罚；构成犯罪的，依法追究刑事责任。';
    const copied = before.replace('构成', '构成犯罪的，除法律另有规定外，依法追究刑事责任。构成');
    assert.ok(within(before, '罪的，依法追究刑事', copied).every((place) => !place.startsWith('reworded')));
  });

  it('is not claimed in part, where its beginning and what stood before it changed', () => {
    const before =
      '可以酌情给予警告或者处以二百元以下罚款；情节严重构成犯罪的，依法追究刑事责任。登记机关参与违法活动的，依法给予处分，并予公布。';
    const words = '犯罪的，依法追究刑事';
    const known = before.replace('情节严重构成犯罪的', '情节特别严重构成犯罪的，在职责范围内');
    assert.deepEqual(within(before, words, known), twice('reworded: 犯罪的，在职责范围内，依法追究刑事'));
    const half = '依法追究刑事责任。登记机关参与违法活动的，依法给予处分';
    assert.deepEqual(within(before, half, before.replace('犯罪的，依法追究', '罪责，由司法机关来追究')), twice('lost'));
  });

  it('is lost where its words stand twice and nothing tells them apart', () => {
    const crime = '构成犯罪的，依法追究刑事责任。';
    const body = [article(1, `甲。${crime}乙。${crime}`)];
    assert.deepEqual(locate({section: 'art-1', quote: {exact: crime}}, body), {state: 'lost'});
    assert.deepEqual(locate({section: 'art-1', quote: {exact: '乙。'}}, body), {state: 'exact', section: 'art-1', start: 17, end: 19});
  });

  it('without a quote is the section, followed by its words where the older text is at hand', () => {
    assert.deepEqual(locate({section: 'art-8'}, amended({})), {state: 'exact', section: 'art-8', start: 0, end: text(8).length});
    assert.deepEqual(locate({section: 'art-99'}, amended({})), {state: 'lost'});
    const place = {state: 'moved', section: 'art-7', start: 0, end: text(8).length};
    assert.deepEqual(locate({section: 'art-8'}, amended({3: ''}), {before: REGULATION}), place);
    assert.deepEqual(locate({section: 'art-8'}, amended({8: ''}), {before: REGULATION}), {state: 'lost'});
  });

  it('stands in table cells and lists as it does in lines', () => {
    const table: Section = {
      id: 'art-1',
      kind: 'article',
      depth: 0,
      blocks: [{html: '<table><tr><td>初级</td><td>1200元</td></tr></table>'}],
    };
    const anchor = makeAnchor(table, 3, 8);
    assert.equal(anchor.quote?.exact, '1200元');
    assert.deepEqual(locate(anchor, [table]), {state: 'exact', section: 'art-1', start: 3, end: 8});
  });
});

/** What is claimed over amendments of a regulation. */
function claims(regulation: readonly Section[], options: LocateOptions, kinds = Object.keys(EDITS)): Record<Verdict, number> {
  const setting = {random: seeded(41), strangers: STRANGERS};
  const counts: Record<Verdict, number> = {right: 0, wrong: 0, 'lost, gone': 0, 'lost, there': 0};
  for (let run = 0; run < 12; run++) {
    for (const name of kinds) {
      const {body, cases} = trial(regulation, [name], setting)!;
      const find = locator(body, options);
      for (const {anchor, truth} of cases) counts[verdict(find(anchor), truth)]++;
    }
  }
  return counts;
}

describe('through amendments of all kinds', () => {
  it('no passage is found in a wrong place, and most are found', () => {
    const alone = claims(REGULATION, {});
    const withBefore = claims(REGULATION, {before: REGULATION});
    console.log(`by the anchor alone ${JSON.stringify(alone)}, with the older text ${JSON.stringify(withBefore)}`);
    assert.equal(alone.wrong, 0);
    assert.equal(withBefore.wrong, 0);
    assert.ok(alone.right > 2 * alone['lost, there']);
    assert.ok(withBefore.right > 9 * withBefore['lost, there']);
  });

  it('wrong places would be found without a look at the runner-up', () => {
    const kinds = ['insert article', 'change number', 'merge paragraphs'];
    assert.equal(claims(WITH_TWINS, {}, kinds).wrong, 0);
    assert.ok(claims(WITH_TWINS, {thresholds: {...THRESHOLDS, margin: -1, home: 0}}, kinds).wrong > 0);
  });

  it('an unchanged text keeps every passage that it holds once', () => {
    fc.assert(
      fc.property(fc.nat(REGULATION.length - 1), fc.nat(200), fc.integer({min: 6, max: 60}), (i, from, length) => {
        const own = sectionText(REGULATION[i]!);
        const start = from % (own.length - 5);
        const end = Math.min(own.length, start + length);
        const place = {state: 'exact', section: `art-${i + 1}`, start, end};
        assert.deepEqual(locate(makeAnchor(REGULATION[i]!, start, end), REGULATION, {before: REGULATION}), place);
      }),
    );
  });
});
