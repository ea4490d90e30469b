import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {commentText, maskName, publishedName, validateComment, validateSubmission, type SubmissionInput} from './index.ts';

const good: SubmissionInput = {comments: [{text: '夜间优惠最好从 18 点开始。'}], consent: {processing: true}};
const problems = (change: object, options = {}): string[] =>
  validateSubmission({...good, ...change}, options).map(({field, code}) => `${field} ${code}`);

describe('an opinion', () => {
  it('is about the whole draft, or about passages of it', () => {
    const anchors = [{section: 'art-6', quote: {exact: '不少于 10 个小时'}}, {section: 'art-8'}];
    const sections = new Set(['art-6', 'art-8']);
    assert.deepEqual(validateComment({text: '好'}), []);
    assert.deepEqual(validateComment({text: '好', anchors}, {sections}), []);
    assert.deepEqual(validateComment({text: '好', anchors: [...anchors, {section: 'art-99'}]}, {sections}), [
      {field: 'anchors', code: 'unknown-section'},
    ]);
    assert.deepEqual(validateComment({text: '好', anchors: Array<(typeof anchors)[0]>(21).fill(anchors[0]!)}), [
      {field: 'anchors', code: 'too-many'},
    ]);
  });

  it('has 1 to 2000 characters after trimming, counted as people count', () => {
    const code = (text?: string) => validateComment(text === undefined ? {} : {text})[0]?.code;
    for (const empty of [undefined, '', ' \n\t　', '\u200b\u2060\ufeff', '\u3164']) assert.equal(code(empty), 'required');
    assert.equal(code('见'.repeat(2000)), undefined);
    assert.equal(code(`\n 　${'见'.repeat(2000)}　\r\n`), undefined);
    assert.equal(code('见'.repeat(2001)), 'too-long');
    assert.equal(code('𠮷'.repeat(2000)), undefined);
    assert.equal(code('😀'.repeat(2001)), 'too-long');
  });

  it('keeps its own words: only the ends and the line ends change', () => {
    assert.equal(commentText('　第一条\r\n第二条\r\n'), '第一条\n第二条');
    fc.assert(fc.property(fc.string({unit: 'grapheme'}), (text) => assert.equal(commentText(commentText(text)), commentText(text))));
  });
});

describe('意见单', () => {
  it('needs nothing but an opinion and leave to use it', () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(
      validateSubmission({}).map(({field, code}) => `${field} ${code}`),
      ['comments required', 'consent.processing consent-required'],
    );
  });

  it('that is wrong is told everything at once, in the order of the form', () => {
    const all = {
      comments: [{text: '好'}, {text: ' '}, {text: '见'.repeat(2001), anchors: [{section: 'art-1'}]}],
      authorType: 'robot',
      displayName: '朱'.repeat(51),
      contact: {mobile: '1380000', email: 'nobody'},
      identity: 'none',
      consent: {name: true},
    };
    assert.deepEqual(problems(all, {sections: new Set(['art-2']), identities: ['sso']}), [
      'comments.1.text required',
      'comments.2.anchors unknown-section',
      'comments.2.text too-long',
      'authorType required',
      'displayName too-long',
      'contact.mobile too-short',
      'contact.email no-at-sign',
      'identity identity-required',
      'consent.processing consent-required',
      'consent.name nothing-published',
    ]);
  });

  it('may be anonymous, or verified where the consultation asks for it', () => {
    assert.deepEqual(problems({identity: 'sso'}, {identities: ['sso', 'sms']}), []);
    assert.deepEqual(problems({}, {identities: ['sso', 'sms']}), ['identity identity-required']);
    assert.deepEqual(problems({identity: 'passport'}), ['identity identity-required']);
    assert.deepEqual(problems({identity: 'sms'}), ['contact.mobile required']);
    assert.deepEqual(problems({identity: 'sms', contact: {mobile: '138 0000 0001'}}), []);
  });

  it('holds at most fifty opinions', () => {
    assert.deepEqual(problems({comments: Array<object>(51).fill({text: '好'})}), ['comments too-many']);
  });
});

describe('a name that stands with a published opinion (个人信息保护法第二十五条)', () => {
  const consent = {processing: true, publish: true, name: true};
  const shown = (change: object) => publishedName({...good, displayName: '朱某某', consent, ...change});
  it('is masked: 朱**', () => {
    assert.equal(shown({}), '朱**');
    assert.equal(shown({authorType: 'natural_person', displayName: ' 欧阳某 '}), '欧**');
    assert.equal(maskName('朱某某'), '朱**');
  });
  it('is an organisation’s in full, unless it could be a person’s', () => {
    assert.equal(shown({authorType: 'organization', displayName: '示例市停车行业协会'}), '示例市停车行业协会');
    assert.equal(shown({authorType: 'organization'}), '朱**');
  });
  it('is not shown without consent to both, or without a name', () => {
    for (const missing of ['publish', 'name']) assert.equal(shown({consent: {...consent, [missing]: false}}), undefined);
    assert.equal(shown({displayName: ' '}), undefined);
  });
  it('has no signs that turn the writing round', () => {
    assert.equal(shown({displayName: '\u202e\u200b朱某某'}), '朱**');
    assert.equal(shown({authorType: 'organization', displayName: '示例市\u202e停车协会\u0007'}), '示例市停车协会');
  });
});
