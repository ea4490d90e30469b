import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {FORM_FIELDS, TEXT_LIMITS, validateApplication, type ApplicationInput, type FormField} from './index.ts';

const TODAY = '2026-11-25';
const person: ApplicationInput = {
  kind: 'information',
  applicant: {type: 'natural_person', name: '张某某', idType: 'resident_id', idNumber: '32010019900101000x', idProofs: ['f1']},
  contact: {mobile: '138 0000 0001'},
  request: {title: '关于示例事项的批复', delivery: 'online', medium: 'electronic'},
};
const organisation: ApplicationInput = {
  ...person,
  applicant: {type: 'organization', idProofs: ['f1']},
  org: {name: '示例公司', uscc: '11320000999999031W', category: 'commercial', legalRep: '李某', contactName: '王某'},
};
/** `field code` of every problem. */
const problems = (input: ApplicationInput, options = {}): string[] =>
  validateApplication(input, TODAY, options).map(({field, code}) => `${field} ${code}`);

describe('an application (条例第二十九条)', () => {
  it('passes with what the law asks for, and nothing more', () => {
    assert.deepEqual(problems(person), []);
    assert.deepEqual(problems(organisation), []);
  });
  it('that is empty is told everything at once, in the order of the form', () => {
    assert.deepEqual(problems({}), [
      'kind required',
      'applicant.type required',
      'contact no-channel',
      'request.title one-of-three',
      'request.delivery required',
      'request.medium required',
    ]);
    assert.deepEqual(problems({...person, applicant: {type: 'natural_person'}}), [
      'applicant.name required',
      'applicant.idType required',
      'applicant.idNumber required',
      'applicant.idProofs required',
    ]);
    assert.deepEqual(problems({...organisation, org: {}}), [
      'org.name required',
      'org.uscc required',
      'org.category required',
      'org.legalRep required',
      'org.contactName required',
    ]);
  });
  it('names the information, its number or its marks: one is enough, blanks are none', () => {
    for (const request of [{title: '批复'}, {docNumber: '苏示办发〔2026〕18号'}, {description: '青禾路改造'}]) {
      assert.deepEqual(problems({...person, request: {...request, delivery: 'inspect'}}), []);
    }
    assert.deepEqual(problems({...person, request: {...person.request, title: ' 　'}}), ['request.title one-of-three']);
  });
  it('says by what the identity document falls short', () => {
    const applicant = {...person.applicant, idNumber: '320100199001010001'};
    assert.deepEqual(problems({...person, applicant}), ['applicant.idNumber wrong-check-digit']);
    assert.deepEqual(problems({...person, applicant: {...applicant, idNumber: '320100190001010'}}), ['applicant.idNumber obsolete']);
    assert.deepEqual(problems({...organisation, org: {...organisation.org, uscc: '113200009999990310'}}), ['org.uscc wrong-check-digit']);
  });
  it('needs no copy where the agency knows the person otherwise', () => {
    const applicant = {...person.applicant, idProofs: []};
    assert.deepEqual(problems({...person, applicant}), ['applicant.idProofs required']);
    assert.deepEqual(problems({...person, applicant}, {idProofRequired: false}), []);
  });
});

describe('how the applicant is reached', () => {
  const by = (delivery: 'post' | 'email' | 'fax' | 'pickup' | 'online' | 'inspect', medium: 'paper' | 'electronic', contact = {}) =>
    problems({...person, contact, request: {...person.request, delivery, medium}});
  it('by post needs address and postcode, by e-mail and fax their own; else any one will do', () => {
    assert.deepEqual(by('post', 'paper'), ['contact.address required', 'contact.postcode required']);
    assert.deepEqual(by('post', 'paper', {address: '示例市示范区青禾路', postcode: '210024'}), []);
    assert.deepEqual(by('email', 'electronic', {mobile: '13800000001'}), ['contact.email required']);
    assert.deepEqual(by('fax', 'paper', {mobile: '13800000001'}), ['contact.fax required']);
    assert.deepEqual(by('pickup', 'paper'), ['contact no-channel']);
    for (const contact of [
      {phone: '025-83120000'},
      {mobile: '13800000001'},
      {email: 'a@example.com'},
      {fax: '025-83120000'},
      {address: '青禾路'},
    ])
      assert.deepEqual(by('pickup', 'paper', contact), []);
  });
  it('must be right where it is filled in', () => {
    const contact = {mobile: '1380000', phone: '83120000', email: 'a', fax: '8312', postcode: '2100'};
    assert.deepEqual(by('pickup', 'paper', contact), [
      'contact.mobile too-short',
      'contact.phone no-area-code',
      'contact.email no-at-sign',
      'contact.fax too-short',
      'contact.postcode too-short',
    ]);
  });
  it('cannot be e-mailed paper, or faxed a disc; who inspects needs no medium', () => {
    assert.deepEqual(by('email', 'paper', {email: 'a@example.com'}), ['request.medium medium-does-not-fit']);
    assert.deepEqual(by('fax', 'electronic', {fax: '025-83120000'}), ['request.medium medium-does-not-fit']);
    assert.deepEqual(problems({...person, request: {title: '批复', delivery: 'inspect'}}), []);
  });
  it('through an agent needs the agent’s name and power', () => {
    assert.deepEqual(problems({...person, agent: {}}), ['agent.name required', 'agent.proofs required']);
    assert.deepEqual(problems({...person, agent: {name: '赵某', proofs: ['f2']}}), []);
  });
});

describe('a record to be put right (条例第四十一条)', () => {
  const {request: _request, ...rest} = person;
  const correction: ApplicationInput = {...rest, kind: 'correction', request: {title: '本人的登记记录'}};
  it('needs what is wrong and evidence, and no form of delivery', () => {
    assert.deepEqual(problems(correction), ['correction.statement required', 'correction.evidence required']);
    assert.deepEqual(problems({...correction, correction: {statement: '出生年份写错', evidence: ['f3']}}), []);
  });
});

describe('the form', () => {
  it('takes texts up to its limits', () => {
    const long = (most: number) => '长'.repeat(most + 1);
    const texts = TEXT_LIMITS;
    const input: ApplicationInput = {
      ...person,
      applicant: {...person.applicant, name: long(texts['applicant.name']), employer: '长'.repeat(texts['applicant.employer'])},
      contact: {},
      accessibilityNeeds: long(texts.accessibilityNeeds),
      request: {...person.request, description: long(texts['request.description'])},
    };
    assert.deepEqual(problems(input), [
      'applicant.name too-long',
      'contact no-channel',
      'accessibilityNeeds too-long',
      'request.description too-long',
    ]);
  });
  it('is not fooled by a choice that is none', () => {
    const request = {...person.request, delivery: 'constructor', medium: 'toString'} as unknown as ApplicationInput['request'];
    assert.deepEqual(problems({...person, kind: 'valueOf' as 'information', request: request!}), [
      'kind required',
      'request.delivery required',
      'request.medium required',
    ]);
  });
  it('lists each field once', () => {
    assert.equal(new Set<FormField>(FORM_FIELDS).size, FORM_FIELDS.length);
  });
});
