import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {docNumberKeys, docNumberQuery} from './index.ts';

describe('a document number in a search box', () => {
  const wanted = docNumberKeys('苏政办发〔2017〕151号')!;
  const whole = [
    ...['苏政办发〔2017〕151号', '苏政办发[2017]151号', '蘇政辦發（2017）第151號', '苏政办发2017151', '苏政办发 2017 151'],
    ...['苏政办发【２０１７】 0151 号', '苏政办发2017年第151号', '苏政办发﹝2017﹞151', '苏政\u200b办发〔2017〕151号', '苏政办发2017-151'],
  ];
  for (const written of whole) it(`${written} is the number itself`, () => assert.equal(docNumberQuery(written)?.key, wanted.key));

  for (const written of ['2017 151', '〔2017〕151号', '(2017)第151号', '2017年151号', '2017/151']) {
    it(`${written} leaves out the code`, () => assert.equal(docNumberQuery(written)?.key, wanted.loose));
  }

  it('may be an order, by its full, short or bare name', () => {
    const {key, loose} = docNumberKeys('中华人民共和国国务院令第711号')!;
    for (const written of ['国务院令第711号', '国令第711号', '国务院令711', '國務院第711號令', '第711号国务院令', '0711號國令'])
      assert.equal(docNumberQuery(written)?.key, key, written);
    for (const written of ['第711号令', '711号令']) assert.equal(docNumberQuery(written)?.key, loose, written);
  });

  it('is none where the words are none', () => {
    for (const text of [
      '',
      '2017',
      '2017年',
      '政务公开',
      '令',
      '151号',
      '2017年12月',
      '第12条',
      '“; drop table --',
      '预算 2017 年度 151 项',
    ])
      assert.equal(docNumberQuery(text), undefined, text);
  });

  it('answers at once on a hostile text', () => {
    const start = performance.now();
    for (const text of ['中'.repeat(20_000), '中 '.repeat(20_000), '20170'.repeat(10_000), '令第'.repeat(10_000)]) docNumberQuery(text);
    assert.ok(performance.now() - start < 2000);
  });
});
