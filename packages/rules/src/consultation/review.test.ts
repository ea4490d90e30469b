import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Level} from '@zwgk/contract';
import {LOCAL_MATTERS, PROVINCE_MATTERS, reviewAgenda, reviewConsultation, type ConsultationInput, type HearingInput} from './index.ts';
import {china, POLICY} from './testing/policy.ts';

const NOW = china('2026-11-10 09:00');
const good: ConsultationInput = {
  title: '示例市公共停车场管理办法（草案）',
  sponsor: '示例市司法局',
  level: 'city',
  matterType: 'urban_governance',
  methods: ['opinions'],
  draft: {document: 'demo-parking', version: 1},
  explanation: '为了缓解停车难。',
  basis: [{title: '《示例省停车条例》'}],
  opensAt: '2026-11-10T00:00:00+08:00',
  closesAt: '2026-12-10T00:00:00+08:00',
  channels: ['web', 'letter'],
};
/** `code path` of everything that is wrong; warnings with a question mark. */
const problems = (change: object, now = NOW): string[] =>
  reviewConsultation({...good, ...change}, now, POLICY).map(({code, path, warning}) => `${code} ${path}${warning ? '?' : ''}`);

describe('a consultation that is put up', () => {
  it('passes with draft, explanation, basis, 30 days and a way to answer', () => {
    assert.deepEqual(problems({}), []);
  });

  it('needs draft and basis, both (R3.9), and what 第十五条 adds', () => {
    assert.deepEqual(problems({draft: undefined}), ['draft-missing /draft']);
    assert.deepEqual(problems({basis: []}), ['basis-missing /basis']);
    assert.deepEqual(problems({basis: [{title: ' 　'}]}), ['basis-missing /basis']);
    assert.deepEqual(problems({explanation: ' '}), ['explanation-missing /explanation']);
    assert.deepEqual(problems({channels: []}), ['channel-missing /channels']);
  });

  it('lasts 30 days, or says why not (国务院令第713号 第十五条)', () => {
    const short = {closesAt: '2026-12-09T00:00:00+08:00'};
    assert.deepEqual(problems(short), ['period-too-short /shortReason']);
    assert.deepEqual(problems({...short, shortReason: '  '}), ['period-too-short /shortReason']);
    assert.deepEqual(problems({...short, shortReason: '汛期将至，情况紧急'}), []);
    assert.deepEqual(
      problems({opensAt: '2026-11-10T09:00:00+08:00'}),
      ['period-too-short /shortReason'],
      'the day of opening is not whole',
    );
    const [violation] = reviewConsultation({...good, ...short}, NOW, POLICY);
    assert.equal(violation?.message, '公开征求意见的期限一般不少于 30 日，现在只有 29 个整日。缩短期限的，要说明原因。');
    assert.equal(violation.rule, '国务院令第713号 第十五条');
    assert.deepEqual(problems({closesAt: undefined}), ['period-invalid /closesAt']);
    assert.deepEqual(problems({opensAt: 'tomorrow'}), ['period-invalid /closesAt']);
    assert.deepEqual(problems({closesAt: good.opensAt}), ['period-invalid /closesAt']);
  });

  it('takes the number from the profile', () => {
    assert.deepEqual(
      reviewConsultation(good, NOW, {...POLICY, minimumDays: 31}).map(({code}) => code),
      ['period-too-short'],
    );
  });

  it('of another level’s matter is warned, not stopped (R10.1)', () => {
    const lists: [Level[], object, object][] = [
      [['province'], PROVINCE_MATTERS, LOCAL_MATTERS],
      [['city', 'county', 'township'], LOCAL_MATTERS, PROVINCE_MATTERS],
    ];
    for (const [levels, own, foreign] of lists) {
      for (const level of levels) {
        for (const matterType of Object.keys(own)) assert.deepEqual(problems({level, matterType}), []);
        for (const matterType of Object.keys(foreign)) {
          assert.deepEqual(problems({level, matterType}), ['matter-of-another-level /matterType?']);
        }
      }
    }
    assert.deepEqual(problems({matterType: 'parking'}), ['unknown-matter /matterType']);
    assert.deepEqual(problems({matterType: 'toString'}), ['unknown-matter /matterType']);
  });

  it('names how to take part (R11.1); only public calls for opinions have the law’s period', () => {
    assert.deepEqual(problems({methods: []}), ['method-missing /methods']);
    assert.deepEqual(problems({methods: ['opinions', 'vote']}), ['method-missing /methods']);
    assert.deepEqual(problems({methods: ['discussion'], opensAt: undefined, closesAt: undefined, channels: undefined}), []);
    assert.deepEqual(problems({methods: ['hearing', 'opinions']}), ['hearing-missing /hearing']);
  });

  it('that is kept secret puts up nothing and names the law (R3.11)', () => {
    assert.deepEqual(reviewConsultation({secrecyExempt: {basis: '《示例法》第三条'}}, NOW, POLICY), []);
    assert.deepEqual(problems({secrecyExempt: {basis: ' '}}), ['secrecy-basis-required /secrecyExempt/basis', 'secret-draft /draft']);
  });
});

describe('a hearing (R11.2; 国务院令第713号 第十六条)', () => {
  const hearing: HearingInput = {
    noticeAt: '2026-11-10T09:00:00+08:00',
    at: '2026-12-01T09:00:00+08:00',
    place: '示例市市民中心',
    quota: 20,
    selection: '报名后按类别抽签。',
  };
  const wrong = (change: object, now = '2026-11-10 09:00') =>
    problems({methods: ['opinions', 'hearing'], hearing: {...hearing, ...change}}, china(now));

  it('passes as it is announced', () => {
    assert.deepEqual(wrong({}), []);
  });
  it('is announced before it is held', () => {
    for (const noticeAt of [undefined, hearing.at, '2026-12-02T09:00:00+08:00', 'never']) {
      assert.deepEqual(wrong({noticeAt}), ['notice-after-hearing /hearing/noticeAt']);
    }
  });
  it('has time, place, and room for somebody', () => {
    assert.deepEqual(wrong({at: undefined, place: ' ', quota: 0}), [
      'hearing-incomplete /hearing/at',
      'hearing-incomplete /hearing/place',
      'hearing-incomplete /hearing/quota',
    ]);
    assert.deepEqual(wrong({selection: undefined}), ['selection-missing /hearing/selection']);
    assert.deepEqual(wrong({selection: undefined, quota: undefined}), [], 'whoever comes is heard');
  });
  it('sends the materials 7 days before', () => {
    assert.deepEqual(wrong({materialsOn: '2026-11-24'}, '2026-11-30 09:00'), []);
    assert.deepEqual(wrong({materialsOn: '2026-11-25'}, '2026-11-25 09:00'), ['materials-late /hearing/materialsOn']);
    assert.deepEqual(wrong({}, '2026-11-24 23:59'), [], 'not yet due');
    assert.deepEqual(wrong({}, '2026-11-25 00:00'), ['materials-late /hearing/materialsOn']);
  });
  it('names its participants before, and publishes the record after', () => {
    const held = {materialsOn: '2026-11-20', participantsAt: '2026-11-20T09:00:00+08:00'};
    const late = '2026-12-05 09:00';
    assert.deepEqual(wrong(held, late), []);
    assert.deepEqual(wrong({...held, participantsAt: undefined}, late), ['participants-late /hearing/participantsAt']);
    assert.deepEqual(wrong({...held, participantsAt: hearing.at}, late), ['participants-late /hearing/participantsAt']);
    assert.deepEqual(wrong({...held, record: {publishedAt: '2026-12-04T09:00:00+08:00'}}, late), []);
    assert.deepEqual(wrong({...held, record: {publishedAt: hearing.at}}, late), ['record-before-hearing /hearing/record']);
  });
});

describe('an agenda (R3.13)', () => {
  const item = {title: '学前教育收费调整方案', livelihood: true, invites: true};
  const codes = (...items: Parameters<typeof reviewAgenda>[0]) => reviewAgenda(items).map(({code, path}) => `${code} ${path}`);
  it('says of each matter of livelihood whether the public was asked, and whether somebody is invited', () => {
    assert.deepEqual(codes({...item, consultationRef: 'c-1'}, {...item, notConsultedReason: '已经听证', invites: false}), []);
    assert.deepEqual(codes({...item, consultationRef: 'c-1'}, item), ['consultation-unstated /items/1/consultationRef']);
    assert.deepEqual(codes({title: '其他', livelihood: false}, {title: '供水', livelihood: true, notConsultedReason: ' '}), [
      'consultation-unstated /items/1/consultationRef',
      'invitation-unstated /items/1/invites',
    ]);
  });
});
