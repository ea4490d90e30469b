import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {guardCell, isIndexNo, isUscc} from './index.ts';

describe('unified social credit codes (GB 32100-2015)', () => {
  const valid = [
    ...['91330100799655058B', '9144030071526726XG', '914403001922038216', '11341702486344515H'],
    ...['113200009999990157', '113200009999990232', '11320000999999031W', '1132000099999904XL', '11320000999999058L', '11320000999999066F'],
    ...['11320000999999074A', '113200009999990825', '913201009999999043', '52320000999999904Y', '123200009999999043'],
  ];
  for (const code of valid) it(`${code} holds`, () => assert.equal(isUscc(code), true));

  it('fail with one character changed or two swapped', () => {
    for (const code of valid) {
      for (let i = 0; i < 18; i++) {
        const other = code[i] === '1' ? '2' : '1';
        assert.equal(isUscc(code.slice(0, i) + other + code.slice(i + 1)), false, `${code} at ${i}`);
      }
    }
    assert.equal(isUscc('91330100799650558B'), false);
  });

  it('fail with letters that the alphabet leaves out, or another length', () => {
    for (const code of ['', '9133010079965505', '91330100799655058BB', '9133010079965505OB', '91330100799655058b'])
      assert.equal(isUscc(code), false, code);
  });
});

describe('index numbers (索引号)', () => {
  it('take an organisation or a credit code, a year or month, five digits', () => {
    for (const no of [
      '000014349/2017-00110',
      '11341702486344515H/202110-00013',
      '113708280043326001/2024-02411',
      '11441700007280420Y/2021-00050',
    ]) {
      assert.equal(isIndexNo(no), true, no);
    }
    for (const no of ['000014349/2017-0110', '000014349-2017/00110', '000014349/202113-00110', '1234/2017-00110', '']) {
      assert.equal(isIndexNo(no), false, no);
    }
  });
});

describe('spreadsheet cells', () => {
  it('cannot become formulas', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])
      assert.equal(guardCell(text), `'${text}`);
    for (const text of ['', '公开', '1-2', ' =1']) assert.equal(guardCell(text), text);
  });
});
