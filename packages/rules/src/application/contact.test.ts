import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  maskAddress,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
  validateEmail,
  validateMobile,
  validatePhone,
  validatePostcode,
  type Checked,
} from './index.ts';

const said = (checked: Checked): string => (checked.ok ? checked.value : checked.code);
const table = (check: (text: string) => Checked, cases: readonly (readonly [string, string])[]): void => {
  for (const [text, expected] of cases) assert.equal(said(check(text)), expected, text);
};

describe('ways to reach a person', () => {
  it('手机', () =>
    table(validateMobile, [
      ['13800000001', '13800000001'],
      ['１３８ ００００ ０００１', '13800000001'],
      ['138-0000-0001', '13800000001'],
      ['+86 138 0000 0001', '13800000001'],
      ['008613800000001', '13800000001'],
      ['8613800000001', '13800000001'],
      ['1380000000', 'too-short'],
      ['138000000011', 'too-long'],
      ['1', 'too-short'],
      ['12800000001', 'unknown-kind'],
      ['02583120000', 'unknown-kind'],
      ['1380000000a', 'wrong-characters'],
      ['', 'too-short'],
    ]));
  it('电话: with area code, extension, country code', () =>
    table(validatePhone, [
      ['025-83120000', '025-83120000'],
      ['(025) 8312 0000', '025-83120000'],
      ['（025）83120000', '025-83120000'],
      ['025—83120000', '025-83120000'],
      ['02583120000', '025-83120000'],
      ['025-83120000-801', '025-83120000-801'],
      ['025-83120000 转 801', '025-83120000-801'],
      ['025 83120000 分机801', '025-83120000-801'],
      ['025-83120000 ext. 801', '025-83120000-801'],
      ['0512-83120000', '0512-83120000'],
      ['0911-2120000', '0911-2120000'],
      ['+86 25 8312 0000', '025-83120000'],
      ['+86-025-83120000', '025-83120000'],
      ['+86 10 8312 0000', '010-83120000'],
      ['13800000001', '13800000001'],
      ['+86 13800000001', '13800000001'],
      ['400-000-0000', '4000000000'],
      ['+852 2123 0000', '+85221230000'],
      ['00852 21230000', '+85221230000'],
      ['+852', 'too-short'],
      ['83120000', 'no-area-code'],
      ['83120000-801', 'no-area-code'],
      ['8312', 'too-short'],
      ['025-8312000', 'too-short'],
      ['025-831200000', 'too-long'],
      ['12345678901', 'unknown-kind'],
      ['请发邮件', 'wrong-characters'],
      ['', 'too-short'],
    ]));
  it('邮编', () =>
    table(validatePostcode, [
      ['210024', '210024'],
      ['２１００２４', '210024'],
      ['21002', 'too-short'],
      ['2100244', 'too-long'],
      ['21002a', 'wrong-characters'],
    ]));
  it('邮箱', () =>
    table(validateEmail, [
      ['Zhang.San@Example.COM', 'Zhang.San@example.com'],
      ['ａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'a@example.com'],
      ['a@example。com', 'a@example.com'],
      [' a @example.com ', 'a@example.com'],
      ['a+b@mail.example.com', 'a+b@mail.example.com'],
      ['示例@例子.example', '示例@例子.example'],
      ['a.example.com', 'no-at-sign'],
      ['a@example', 'no-domain'],
      ['a@', 'no-domain'],
      ['a@-example.com', 'no-domain'],
      ['@example.com', 'too-short'],
      ['a..b@example.com', 'wrong-characters'],
      ['a,b@example.com', 'wrong-characters'],
      [`${'a'.repeat(250)}@example.com`, 'too-long'],
    ]));
  it('are decided at once, however long the text is', () => {
    const start = performance.now();
    for (const text of ['a.'.repeat(50_000), `a@${'a-'.repeat(50_000)}`, '0'.repeat(100_000), '转'.repeat(100_000)]) {
      for (const check of [validateEmail, validatePhone, validateMobile, validatePostcode]) assert.equal(check(text).ok, false);
    }
    assert.ok(performance.now() - start < 2000);
  });
});

describe('masks', () => {
  it('show the ends that the person knows anyway', () => {
    assert.equal(maskIdNumber('32010019900101000X'), '320***********000X');
    assert.equal(maskIdNumber('E00000001'), 'E*******1');
    assert.equal(maskPhone('13800000001'), '138****0001');
    assert.equal(maskPhone('025-83120000'), '025*******00');
    assert.equal(maskName('张某某'), '张**');
    assert.equal(maskName('𠮷某'), '𠮷**');
    assert.equal(maskEmail('anybody@example.com'), 'a***@example.com');
    assert.equal(maskAddress('示例市示范区青禾路68号3幢201室'), '示例市示范区青禾路***');
    assert.equal(maskAddress('示例市示范区第三小区'), '示例市示范区***');
    assert.equal(maskAddress('68号'), '***');
  });
  it('hide short ones wholly', () => {
    assert.deepEqual(
      [maskIdNumber('12'), maskIdNumber('123'), maskPhone('12345'), maskEmail('none'), maskName('')],
      ['**', '***', '*****', '***', ''],
    );
  });
  it('never show more than seven characters of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,20}$/), (text) => {
        assert.ok(maskIdNumber(text).replaceAll('*', '').length <= 7);
        assert.equal(maskIdNumber(text).length, text.length);
        assert.ok(text.length === 0 || maskIdNumber(text).includes('*'));
      }),
    );
  });
});
