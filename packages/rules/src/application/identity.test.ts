import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  checkCharacter,
  ID_TYPES,
  validateForeignResidence,
  validateHkMacaoPermit,
  validateIdNumber,
  validatePassport,
  validateResidencePermit,
  validateResidentId,
  validateTaiwanPermit,
  validateUscc,
  type Checked,
  type IdType,
} from './index.ts';

/** The normal form, or the code of what is wrong. */
const said = (checked: Checked): string => (checked.ok ? checked.value : checked.code);
/** Never issued: their serial is 000, or their date makes them the standard's own examples. */
const CARDS = ['32010019900101000X', '11010519491231002X', '440524188001010014'];
const numbered = (seventeen: string): string => seventeen + checkCharacter(seventeen);

describe('居民身份证 (GB 11643-1999)', () => {
  it('holds with its check character', () => {
    assert.equal(said(validateResidentId(CARDS[0]!)), CARDS[0]);
    assert.equal(said(validateResidentId(CARDS[1]!)), CARDS[1]);
    for (const card of CARDS) assert.equal(checkCharacter(card.slice(0, 17)), card[17]);
  });
  it('is taken as people type it: full width, blanks, dashes, a small x, a times sign', () => {
    for (const text of [
      '３２０１００１９９００１０１０００Ｘ',
      ' 320100 19900101 000x ',
      '320100-19900101-000X',
      '32010019900101000×',
      '\u200b32010019900101000x',
    ]) {
      assert.equal(said(validateResidentId(text)), CARDS[0], text);
    }
  });
  it('fails with any one digit changed, or any two neighbours swapped', () => {
    const digits = fc.stringMatching(/^3201001990(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])000$/);
    const passes = (text: string) => validateResidentId(text).ok;
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({min: 1, max: 9}), (seventeen, at, by) => {
        const card = numbered(seventeen);
        assert.equal(passes(card), true);
        const other = String((Number(card[at]) + by) % 10);
        assert.equal(passes(card.slice(0, at) + other + card.slice(at + 1)), false);
        const swapped = card.slice(0, at) + card[at + 1]! + card[at]! + card.slice(at + 2);
        assert.equal(passes(swapped), swapped === card);
      }),
    );
  });
  it('tells the person what to do', () => {
    const cases: [string, string][] = [
      ['', 'too-short'],
      ['3201001990010100', 'too-short'],
      ['32010019900101000X0', 'wrong-characters'],
      ['3201001990010100000', 'too-long'],
      ['32010019900101000A', 'wrong-characters'],
      ['320100X99001010000', 'wrong-characters'],
      ['320100190001010', 'obsolete'],
      ['320100199001010001', 'wrong-check-digit'],
      [numbered('32010019900230000'), 'impossible-date'],
      [numbered('32010019901301000'), 'impossible-date'],
      [numbered('32010018991231000'), 'impossible-date'],
      [numbered('99010019900101000'), 'unknown-kind'],
      [numbered('00010019900101000'), 'unknown-region'],
      [numbered('81000019900101000'), 'unknown-kind'],
    ];
    for (const [text, code] of cases) assert.equal(said(validateResidentId(text)), code, text);
  });
  it('cannot be of somebody who is not born yet', () => {
    const card = numbered('32010020261126000');
    assert.equal(said(validateResidentId(card, '2026-11-25')), 'impossible-date');
    assert.equal(said(validateResidentId(card, '2026-11-26')), card);
    assert.equal(said(validateResidentId(card)), card);
  });
  it('holds for a county that is abolished since (320107, 320611)', () => {
    for (const region of ['320107', '320611']) assert.equal(validateResidentId(numbered(`${region}19900101000`)).ok, true, region);
  });
  it('knows leap days', () => {
    assert.equal(validateResidentId(numbered('32010020000229000')).ok, true);
    assert.equal(said(validateResidentId(numbered('32010019000229000'))), 'impossible-date');
  });
});

describe('other documents', () => {
  it('港澳台居民居住证: 810000, 820000, 830000', () => {
    for (const text of ['810000199408230021', '830000199201300022', numbered('82000019900101000')]) {
      assert.equal(said(validateResidencePermit(text)), text);
    }
    assert.equal(said(validateResidencePermit(CARDS[0]!)), 'unknown-kind');
    assert.equal(said(validateResidencePermit('810000199408230022')), 'wrong-check-digit');
    assert.equal(said(validateResidencePermit(numbered('84000019900101000'))), 'unknown-kind');
  });
  it('外国人永久居留身份证: 18 characters from 9, or three letters and 12 digits', () => {
    const card = numbered('93200019900101000');
    assert.equal(said(validateForeignResidence(card)), card);
    assert.equal(said(validateForeignResidence(`${card.slice(0, 17)}${card[17] === '1' ? 2 : 1}`)), 'wrong-check-digit');
    assert.equal(said(validateForeignResidence('abc 3200 00000000')), 'ABC320000000000');
    assert.equal(said(validateForeignResidence('ABC3200000000')), 'too-short');
    assert.equal(said(validateForeignResidence(CARDS[0]!)), 'unknown-kind');
  });
  it('回乡证: H or M and 8 or 10 digits', () => {
    assert.equal(said(validateHkMacaoPermit('ｈ００ ００ ００ ００')), 'H00000000');
    for (const text of ['H00000000', 'M0000000000']) assert.equal(said(validateHkMacaoPermit(text)), text);
    assert.deepEqual(
      ['A00000000', '00000000', 'H0000000', 'H00000000000', 'H0000000A'].map((text) => said(validateHkMacaoPermit(text))),
      ['unknown-kind', 'unknown-kind', 'too-short', 'too-long', 'wrong-characters'],
    );
  });
  it('台胞证: 8 or 10 digits', () => {
    for (const text of ['00000000', '0000000000']) assert.equal(said(validateTaiwanPermit(text)), text);
    assert.deepEqual(
      ['T0000000', '0000000', '00000000000'].map((text) => said(validateTaiwanPermit(text))),
      ['wrong-characters', 'too-short', 'too-long'],
    );
  });
  it('护照: 5 to 17 letters and digits', () => {
    assert.equal(said(validatePassport('e 0000 0000')), 'E00000000');
    assert.deepEqual(
      ['E000', 'E00000000000000000', '护照E0000'].map((text) => said(validatePassport(text))),
      ['too-short', 'too-long', 'wrong-characters'],
    );
  });
  it('统一社会信用代码 (GB 32100-2015)', () => {
    assert.equal(said(validateUscc(' 11320000999999031w ')), '11320000999999031W');
    assert.deepEqual(
      ['11320000999999031X', '1132000099999903', '11320000999999031W0', '1132000099999903IO'].map((text) => said(validateUscc(text))),
      ['wrong-check-digit', 'too-short', 'too-long', 'wrong-characters'],
    );
  });
  it('of every kind are checked by their own rule; of no kind, not at all', () => {
    const samples: Record<IdType, string> = {
      resident_id: CARDS[0]!,
      residence_permit: '810000199408230021',
      hk_macao_permit: 'H00000000',
      taiwan_permit: '00000000',
      passport: 'E00000000',
      foreign_residence: numbered('93200019900101000'),
      officer: '示字第000000号',
      other: '示例证件000',
    };
    for (const type of Object.keys(ID_TYPES) as IdType[]) assert.equal(said(validateIdNumber(type, samples[type])), samples[type], type);
    assert.equal(said(validateIdNumber('constructor' as IdType, 'E00000000')), 'unknown-kind');
    assert.equal(said(validateIdNumber('officer', ' ')), 'too-short');
    assert.equal(said(validateIdNumber('other', '0'.repeat(31))), 'too-long');
  });
});
