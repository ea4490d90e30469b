import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DocumentInput} from '@zwgk/contract';
import {bodyIsPublic, publicMark, reasonMissing, reviewSubmission} from './index.ts';

const reason = {text: '属于内部工作流程信息', legalBasis: '《中华人民共和国政府信息公开条例》第十六条'};
const good: DocumentInput = {
  indexNo: '113200009999990157/2026-00001',
  title: '关于示例事项的通知',
  issuer: 'agency',
  issuerName: '示例机关',
  writtenOn: '2026-11-20',
  publishedOn: '2026-11-23',
  validity: 'in_force',
  subject: [],
  genre: '通知',
  disclosure: 'proactive',
  disclosureProposal: {attribute: 'proactive'},
  disclosureReview: {by: '政务公开办公室', at: '2026-11-19T01:00:00Z'},
  signedAt: '2026-11-20T01:00:00Z',
  publicMark: '此件公开发布',
  body: [],
};
const codes = (change: Partial<DocumentInput>): string[] => reviewSubmission({...good, ...change}).map(({code}) => code);

describe('rules of §3 for a submitted document', () => {
  it('let a regular one pass', () => {
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({disclosure: 'partial', disclosureReason: reason, publicMark: null}), []);
  });

  it('R3.3, R3.4: what is kept back, wholly or in part, has a reason', () => {
    for (const disclosure of ['partial', 'on_request', 'withheld'] as const) {
      assert.deepEqual(codes({disclosure, publicMark: null}), ['reason-required'], disclosure);
      assert.equal(reasonMissing({disclosure}), true);
      assert.equal(reasonMissing({disclosure, disclosureReason: reason}), false);
    }
    assert.equal(reasonMissing({disclosure: 'proactive'}), false);
  });

  it('R3.4: only proactive and partial documents have a public body', () => {
    assert.deepEqual((['proactive', 'partial', 'on_request', 'withheld'] as const).map(bodyIsPublic), [true, true, false, false]);
  });

  it('R3.5: review comes before signing, the same instant still counts', () => {
    assert.deepEqual(codes({disclosureReview: null}), ['review-before-signing']);
    assert.deepEqual(codes({signedAt: '2026-11-19T00:59:59Z'}), ['review-before-signing']);
    assert.deepEqual(codes({signedAt: '2026-11-19T01:00:00Z'}), []);
    assert.deepEqual(codes({signedAt: '2026-11-19T09:00:00+08:00'}), []);
    // A leap second is a date-time that no computer can place.
    assert.deepEqual(codes({signedAt: '2016-12-31T23:59:60Z'}), ['review-before-signing']);
  });

  it('R3.6: without the drafter’s proposal the document goes back, and that comes first', () => {
    assert.deepEqual(codes({disclosureProposal: null, disclosure: 'withheld', publicMark: null}), [
      'no-disclosure-proposal',
      'reason-required',
    ]);
  });

  it('R3.7: the mark stands exactly on proactive documents', () => {
    assert.equal(publicMark('proactive'), '此件公开发布');
    for (const disclosure of ['partial', 'on_request', 'withheld'] as const) {
      assert.equal(publicMark(disclosure), null);
      assert.deepEqual(codes({disclosure, disclosureReason: reason}), ['public-mark-mismatch'], disclosure);
    }
    assert.deepEqual(codes({publicMark: null}), ['public-mark-mismatch']);
    const {publicMark: _, ...unmarked} = good;
    assert.deepEqual(reviewSubmission(unmarked), []);
  });

  it('R4.3: a major policy without plan and material goes back, and what is missing is named', () => {
    const missing = (change: Partial<DocumentInput>): string[] =>
      reviewSubmission({...good, ...change}).map(({code, path}) => `${code} ${path}`);
    const [plan, material] = ['interpretation-missing /interpretationPlan', 'interpretation-missing /interpretationMaterial'];
    assert.deepEqual(missing({major: true}), [plan, material]);
    assert.deepEqual(missing({major: true, interpretationPlan: '方案'}), [material]);
    assert.deepEqual(missing({major: true, interpretationPlan: '方案', interpretationMaterial: '材料'}), []);
    assert.deepEqual(missing({major: false}), []);
  });

  it('each violation names its rule, its field and what to do', () => {
    for (const violation of reviewSubmission({...good, disclosureProposal: null, disclosureReview: null, disclosure: 'withheld'})) {
      assert.match(violation.rule, /^R3\.[4-7]$/);
      assert.match(violation.path, /^\//);
      assert.ok(violation.message.length > 5);
    }
  });
});
