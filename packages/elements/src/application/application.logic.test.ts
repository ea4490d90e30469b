import {expect} from '@open-wc/testing';
import {guide} from '../testing/applications.ts';
import {chinaDate, fieldsOf, fromDraft, problemsFrom, problemsIn, stepOfField, toDraft, toInput, type Filled} from './application.logic.ts';
import {stepBy, stepOf, STEPS} from './application.steps.ts';

const TODAY = '2026-11-25';
const FILLED: Filled = {
  kind: 'information',
  values: {
    'applicant.type': 'natural_person',
    'applicant.name': ' 示例申请人甲 ',
    'applicant.idType': 'resident_id',
    'applicant.idNumber': '32010019900101000X',
    'request.title': '青禾路批复',
    'request.delivery': 'online',
    'contact.mobile': '13800000001',
  },
  files: {'applicant.idProofs': {ids: ['aaaaaaaaaaaaaaaaaaaaaa'], waiting: 0}},
  shown: ['doc-1'],
};
const changed = (values: Record<string, string>, more: Partial<Filled> = {}): Filled => ({
  ...FILLED,
  ...more,
  values: {...FILLED.values, ...values},
});
const problems = (filled: Filled, its = guide): string[] =>
  problemsIn(STEPS, filled, its, TODAY).map(({field, code}) => `${field} ${code}`);

describe('the steps', () => {
  it('are found by their names, and anything else is the first', () => {
    expect(['who', 'check', 'nowhere', null].map(stepOf)).to.deep.equal(['who', 'check', 'guide', 'guide']);
    expect([stepBy('who', 1), stepBy('check', 1), stepBy('guide', -1)]).to.deep.equal(['what', 'check', 'guide']);
  });
  it('ask a person and an organisation for what is theirs', () => {
    expect(fieldsOf('who', FILLED, guide))
      .to.contain('applicant.idNumber')
      .and.not.contain('org.uscc');
    expect(fieldsOf('who', changed({'applicant.type': 'organization'}), guide))
      .to.contain('org.uscc')
      .and.not.contain('applicant.idNumber');
  });
  it('ask for an address only where it is needed', () => {
    expect(fieldsOf('how', FILLED, guide)).to.not.contain('contact.address');
    expect(fieldsOf('how', changed({'request.delivery': 'post'}), guide))
      .to.contain('contact.address')
      .and.contain('request.medium');
  });
  it('take no files where the form is printed', () => {
    expect(fieldsOf('who', FILLED, {...guide, open: false})).to.not.contain('applicant.idProofs');
  });
  it('hold each field once', () => {
    for (const delivery of guide.deliveries) {
      const fields = STEPS.flatMap((step) => fieldsOf(step, changed({'request.delivery': delivery, agent: 'yes'}), guide));
      expect(new Set(fields).size).to.equal(fields.length);
    }
  });
});

describe('the request', () => {
  it('says what is in view, trimmed, with the only medium that fits', () => {
    expect(toInput(changed({'contact.fax': '025-83120000'}), guide)).to.deep.equal({
      agency: 'sls-zjt',
      kind: 'information',
      guideVersion: 3,
      applicant: {
        ...{type: 'natural_person', name: '示例申请人甲', idType: 'resident_id', idNumber: '32010019900101000X'},
        idProofs: ['aaaaaaaaaaaaaaaaaaaaaa'],
      },
      contact: {mobile: '13800000001'},
      request: {title: '青禾路批复', delivery: 'online', medium: 'electronic'},
      shownDocuments: ['doc-1'],
    });
  });
  it('has no purpose, whatever the page', () => {
    expect(JSON.stringify(toInput(FILLED, guide))).to.not.contain('purpose');
  });
  it('of a record about oneself has statement and evidence, and no delivery', () => {
    const input = toInput(changed({'correction.statement': '出生年份不对'}, {kind: 'correction'}), guide);
    expect([input.correction, input.request]).to.deep.equal([{statement: '出生年份不对'}, {title: '青禾路批复'}]);
  });
});

describe('what is wrong', () => {
  it('is nothing in a whole request', () => {
    expect(problems(FILLED)).to.deep.equal([]);
  });
  it('stands in the order of the page', () => {
    const filled = changed({'applicant.name': '', 'applicant.idNumber': '320100199001010001', 'request.title': '', 'contact.mobile': ''});
    expect(problems({...filled, files: {}})).to.deep.equal([
      'applicant.name required',
      'applicant.idNumber wrong-check-digit',
      'applicant.idProofs no-file',
      'request.title one-of-three',
      'contact.mobile no-channel',
    ]);
  });
  it('is a file that is still under way', () => {
    const files = {...FILLED.files, attachments: {ids: [], waiting: 1}};
    expect(problems({...FILLED, files})).to.deep.equal(['attachments uploading']);
  });
  it('is what the agency itself asks for', () => {
    const own = {...guide, extraFields: [{key: 'year', label: '年份', type: 'text' as const, required: true, maxLength: 4}]};
    expect(problems(FILLED, own)).to.deep.equal(['extra.year required']);
    expect(problems(changed({'extra.year': '二〇二六年'}), own)).to.deep.equal(['extra.year too-long']);
  });
  it('lands on its field when the server says so', () => {
    const errors = ['/applicant/idProofs/0', '/extra/year', '/request/title', '/nowhere'].map((path) => ({path, message: '<b>x</b>'}));
    expect(problemsFrom(errors, FILLED, guide).map(({field}) => field)).to.deep.equal(['applicant.idProofs', 'request.title']);
    expect(stepOfField('request.title', FILLED, guide)).to.equal('what');
  });
});

describe('a draft', () => {
  const now = Date.parse('2026-11-25T04:00:00Z');
  it('holds nothing by which a person can be told or reached', () => {
    const all = Object.fromEntries(
      STEPS.flatMap((step) => fieldsOf(step, changed({agent: 'yes', 'request.delivery': 'post'}), guide)).map((name) => [
        name,
        `値-${name}`,
      ]),
    );
    const text = toDraft({...all, 'extra.year': 'x', 'correction.statement': 'y'}, now);
    for (const secret of ['applicant.name', 'idNumber', 'contact.', 'org.name', 'org.uscc', 'agent', 'extra', 'statement', 'accessibility'])
      expect(text).to.not.contain(secret);
    expect(fromDraft(text, now)?.['request.title']).to.equal('値-request.title');
  });
  it('is gone after seven days, and in another version', () => {
    const text = toDraft({'request.title': '甲'}, now);
    expect(fromDraft(text, now + 6 * 86_400_000)).to.deep.equal({'request.title': '甲'});
    expect(fromDraft(text, now + 8 * 86_400_000)).to.equal(undefined);
    for (const other of [text.replace('"v":1', '"v":0'), 'null', '{}', '[', '{"v":1,"at":"x","values":null}'])
      expect(fromDraft(other, now)).to.equal(undefined);
  });
  it('brings back only fields that it may hold', () => {
    const text = JSON.stringify({v: 1, at: now, values: {'applicant.idNumber': '1', 'request.title': {x: 1}, 'request.docNumber': '2'}});
    expect(fromDraft(text, now)).to.deep.equal({'request.docNumber': '2'});
  });
});

describe('today', () => {
  it('is China’s', () => {
    expect(chinaDate(Date.parse('2026-11-25T17:00:00Z'))).to.equal('2026-11-26');
  });
});
