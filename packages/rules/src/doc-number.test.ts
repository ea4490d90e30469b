import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findDocNumbers, normaliseDocNumber} from './index.ts';

describe('document numbers (GB/T 9704-2012)', () => {
  const standard = '苏政办发〔2017〕151号';
  const ways = [
    ...['苏政办发〔2017〕151号', '苏政办发[2017]151号', '苏政办发【2017】 151 号', '苏政办发(2017)第151号', '苏政办发﹝2017﹞151号'],
    ...[
      '苏政办发（2017）0151号',
      '苏政办发［２０１７］１５１号',
      '苏政办发〖2017〗151号',
      '苏政办发⟦2017⟧151号',
      '苏政办发 〔2017〕 第 151 号',
    ],
    ...['苏政\u200b办发〔2017〕151号', '苏 政 办 发〔2017〕151号'],
  ];
  for (const written of ways) it(`${written} is ${standard}`, () => assert.equal(normaliseDocNumber(written), standard));

  it('drops leading zeros', () => {
    assert.equal(normaliseDocNumber('苏政办发（2025）0012号'), '苏政办发〔2025〕12号');
    assert.equal(normaliseDocNumber('常政办发［2025］ 12 号'), '常政办发〔2025〕12号');
  });

  it('keeps orders, whoever signed and however the republic is named', () => {
    assert.equal(normaliseDocNumber('江苏省人民政府令第167号'), '江苏省人民政府令第167号');
    assert.equal(normaliseDocNumber('国令第711号'), '国令第711号');
    assert.equal(normaliseDocNumber('中华人民共和国国务院令第0711号'), '国务院令第711号');
    assert.equal(normaliseDocNumber('海关总署第61号令'), '海关总署令第61号');
    assert.equal(normaliseDocNumber('中华人民共和国国务院、中华人民共和国中央军事委员会令第288号'), '国务院、中央军事委员会令第288号');
    assert.equal(normaliseDocNumber('住房和城乡建设部令第12号'), '住房和城乡建设部令第12号');
    assert.equal(normaliseDocNumber('司法部令第5号'), '司法部令第5号');
  });

  it('is none where the text is none, or names two', () => {
    for (const text of ['', '无', '2017年第3号', '2017', '关于印发办法的通知', '苏政发〔2017〕1号和苏政发〔2017〕2号']) {
      assert.equal(normaliseDocNumber(text), undefined, text);
    }
  });

  it('finds several in one cell, in order, each once, without the words around them', () => {
    const cell =
      '【行政法规】《政府信息公开条例》（国务院令第711号）\n【规范性文件】《意见》(国办发[2019]54号、苏示办发【2025】03号)；依据国务院令第711号和国办发〔2017〕42号';
    assert.deepEqual(findDocNumbers(cell), ['国务院令第711号', '国办发〔2019〕54号', '苏示办发〔2025〕3号', '国办发〔2017〕42号']);
  });

  it('keeps a 和 that belongs to the code', () => assert.deepEqual(findDocNumbers('和政发〔2025〕1号'), ['和政发〔2025〕1号']));

  it('answers at once on a hostile text', () => {
    const start = performance.now();
    for (const text of ['中'.repeat(50_000), '中、'.repeat(50_000), '令第'.repeat(50_000), `${'中'.repeat(50_000)}〔2017〕`])
      findDocNumbers(text);
    assert.ok(performance.now() - start < 3000);
  });
});
