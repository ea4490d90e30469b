import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseNumeral, parseTimeLimit} from './index.ts';

describe('publication limits (公开时限)', () => {
  const within: [string, number, string, string?][] = [
    ['信息形成或者变更之日起20个工作日内', 20, 'workday', '信息形成或者变更之日'],
    ['自信息形成之日起２０个工作日内', 20, 'workday', '信息形成之日'],
    ['征地批准文件签收之日起十五个工作日内', 15, 'workday', '征地批准文件签收之日'],
    ['3个工作日', 3, 'workday'],
    ['批复后20日内', 20, 'day', '批复之日'],
    ['自批复之日起，应在15日内', 15, 'day', '批复之日'],
    ['作出决定之日后3日内', 3, 'day', '作出决定之日'],
    ['生效次日起5日内', 5, 'day', '生效之日'],
    ['信息形成（变更）之日起20个工作日内', 20, 'workday', '信息形成(变更)之日'],
    ['信息形成或变更20个工作日内', 20, 'workday', '信息形成或变更之日'],
    ['20个工作日内（自信息形成之日起计算）', 20, 'workday', '信息形成之日'],
    ['公示期满后5个工作日内', 5, 'workday', '公示期满之日'],
    ['2 小时内', 2, 'hour'],
    ['一个月内', 1, 'month'],
    ['每季度结束后15日内', 15, 'day', '每季度结束之日'],
    ['长期公开（动态调整后20个工作日内更新）', 20, 'workday', '动态调整之日'],
    ['及时公开，最长不超过20个工作日', 20, 'workday'],
    ['每3个月更新一次', 3, 'month'],
  ];
  for (const [text, days, unit, anchor] of within) {
    it(text, () => assert.deepEqual(parseTimeLimit(text), {text, kind: 'within', days, unit, ...(anchor ? {anchor} : {})}));
  }

  it('tells a posting period from a deadline', () => {
    assert.deepEqual(parseTimeLimit('公示7日'), {text: '公示7日', kind: 'posted_for', days: 7, unit: 'day'});
    assert.equal(parseTimeLimit('公示期不少于5个工作日').kind, 'posted_for');
  });

  it('reads words', () => {
    const words = {及时: 'prompt', 第一时间: 'prompt', 实时: 'realtime', 随时更新: 'realtime', 永久: 'permanent', 长期公开: 'permanent'};
    for (const [text, kind] of Object.entries(words)) assert.deepEqual(parseTimeLimit(text), {text, kind});
  });

  it('takes no date for a period', () => {
    for (const text of ['活动前5个工作日', '每月10日前', '每年3月31日前', '2026年12月31日前', '按规定时限', '—', '']) {
      assert.deepEqual(parseTimeLimit(text), {text, kind: 'unspecified'}, text);
    }
  });

  it('reads a hostile cell without delay', () => {
    const start = performance.now();
    parseTimeLimit(`${'(自'.repeat(50_000)})20日内`);
    assert.ok(performance.now() - start < 1000);
  });

  it('keeps the text as printed and reads past invisible characters', () => {
    const text = '信息形成之日起\u200b2\u200b0个工作日内';
    assert.deepEqual(parseTimeLimit(text), {text, kind: 'within', days: 20, unit: 'workday', anchor: '信息形成之日'});
  });
});

describe('numerals', () => {
  const values: [string, number | undefined][] = [
    ...([
      ['二十', 20],
      ['十五', 15],
      ['一百零三', 103],
      ['二百一十', 210],
      ['两', 2],
      ['7', 7],
    ] as [string, number][]),
    ...([
      ['', undefined],
      ['甲', undefined],
      ['零', undefined],
    ] as [string, undefined][]),
  ];
  for (const [text, value] of values) it(`“${text}” is ${value}`, () => assert.equal(parseNumeral(text), value));
});
