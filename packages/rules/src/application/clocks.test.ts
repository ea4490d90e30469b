import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {addDays} from '../calendar.ts';
import {answerClock, applicationClocks, type ApplicationEvent, type Clock} from './index.ts';
import {event, handled, rules, told, wander} from './testing/log.ts';

const {calendar} = rules;
const answer = (today: string, ...events: ApplicationEvent[]): Clock => answerClock(told(...events), today, rules);
const dueOf = (today: string, ...events: ApplicationEvent[]): string | undefined => answer(today, ...events).due;
/** Date of a day of 2023 to 2025: far enough from the end of the calendar for every story here. */
const someDay = fc.nat(700).map((n) => addDays('2023-01-01', n));

describe('the answer is due 20 working days after receipt (条例第三十三条)', () => {
  const vectors: [string, string][] = [
    ['2026-09-24', '2026-10-29'],
    ['2026-02-12', '2026-03-18'],
    ['2025-01-24', '2025-02-27'],
    ['2025-09-26', '2025-10-30'],
    ['2025-12-31', '2026-01-29'],
  ];
  for (const [received, due] of vectors) {
    it(`${received} → ${due}`, () => assert.equal(dueOf(received, ...handled(received)), due));
  }
  it('does not count before both sides have confirmed an application by internet', () => {
    const submitted = event('submit', '2026-10-19', {kind: 'information', basis: 'internet'});
    assert.deepEqual(answer('2026-10-19', submitted), {status: 'not_started', pauses: [], segments: []});
    const confirmed = [submitted, event('request_confirmation', '2026-10-19'), event('confirm', '2026-10-20')];
    assert.equal(dueOf('2026-10-20', ...confirmed), '2026-11-17');
  });
  it('runs until the last day, and is overdue the day after, be it a Saturday', () => {
    const story = handled('2026-10-23'); // due Friday 2026-11-20
    assert.deepEqual(
      ['2026-11-19', '2026-11-20'].map((today) => [answer(today, ...story).status, answer(today, ...story).remainingWorkdays]),
      [
        ['running', 1],
        ['running', 0],
      ],
    );
    const {status, lateBy, due} = answer('2026-11-21', ...story);
    assert.deepEqual([status, lateBy, due], ['overdue', 0, '2026-11-20']);
    assert.equal(answer('2026-11-24', ...story).lateBy, 2);
  });
  it('is done with the answer, in time or late', () => {
    const story = handled('2026-10-23');
    const inTime = answer('2026-12-24', ...story, event('answer', '2026-11-20', {code: 'granted'}));
    assert.deepEqual([inTime.status, inTime.doneOn, inTime.lateBy], ['done', '2026-11-20', undefined]);
    const late = answer('2026-12-24', ...story, event('answer', '2026-11-24', {code: 'granted'}));
    assert.deepEqual([late.status, late.lateBy], ['done', 2]);
  });
  it('is estimated where the due day’s holidays are not arranged yet (预计)', () => {
    assert.equal(answer('2026-12-01', ...handled('2026-11-30')).estimated, undefined);
    assert.equal(answer('2026-12-10', ...handled('2026-12-10')).estimated, true);
  });
  it('of a record to be put right follows the policy profile, as the law names none (条例第四十一条)', () => {
    const policy = {...rules.policy, recordCorrection: 15};
    const asked = told(...handled('2026-03-02', 'correction'), event('require_correction', '2026-03-03', {dueOn: '2026-03-10'}));
    assert.equal(answerClock(asked, '2026-03-04', {...rules, policy}).remainingWorkdays, 15, 'also while it stands still');
    assert.equal(
      answerClock(told(...handled('2026-03-02', 'correction')), '2026-03-02', {...rules, policy}).due,
      calendar.addWorkdays('2026-03-02', 15),
    );
  });
});

describe('the applicant sees how the day came about', () => {
  const story = [
    ...handled('2026-10-20', 'information', 'internet'),
    event('consult_third_party', '2026-10-27', {consultation: 'designer'}),
    event('opinion', '2026-11-05', {consultation: 'designer', opinion: 'agrees'}),
    event('consult_agency', '2026-11-06', {consultation: 'planning', coMaker: false}),
    event('opinion', '2026-11-11', {consultation: 'planning', opinion: 'agrees'}),
  ];
  it('15 used, 10 paused, 5 left', () => {
    const law = '国务院令第711号 第三十三条第三款';
    assert.deepEqual(answer('2026-11-24', ...story), {
      status: 'running',
      due: '2026-12-01',
      remainingWorkdays: 5,
      pauses: [
        {from: '2026-10-28', to: '2026-11-05', workdays: 7, reason: 'third_party', law},
        {from: '2026-11-09', to: '2026-11-11', workdays: 3, reason: 'agency', law},
      ],
      segments: [
        {kind: 'used', from: '2026-10-21', to: '2026-10-27', workdays: 5},
        {kind: 'paused', from: '2026-10-28', to: '2026-11-05', workdays: 7},
        {kind: 'used', from: '2026-11-06', to: '2026-11-06', workdays: 1},
        {kind: 'paused', from: '2026-11-09', to: '2026-11-11', workdays: 3},
        {kind: 'used', from: '2026-11-12', to: '2026-11-24', workdays: 9},
        {kind: 'left', from: '2026-11-25', to: '2026-12-01', workdays: 5},
      ],
    });
  });
  it('while it is paused, the days left stand still and the due day moves on', () => {
    const seen = ['2026-10-28', '2026-11-03'].map((today) => answer(today, ...story.slice(0, 6)));
    assert.deepEqual(
      seen.map(({status, remainingWorkdays, due}) => [status, remainingWorkdays, due]),
      [
        ['paused', 15, '2026-11-18'],
        ['paused', 15, '2026-11-24'],
      ],
    );
    assert.equal(seen[1]?.pauses[0]?.to, undefined);
  });
  it('is told of the pause on the day the letter leaves', () => {
    const {status, pauses, due} = answer('2026-10-27', ...story.slice(0, 6));
    assert.deepEqual([status, pauses[0]?.from, pauses[0]?.workdays, due], ['paused', '2026-10-28', 0, '2026-11-17']);
  });
});

describe('a pause (条例第三十三条第三款)', () => {
  const consult = (on: string, consultation: string) => event('consult_agency', on, {consultation, coMaker: false});
  const heard = (on: string, consultation: string) => event('opinion', on, {consultation, opinion: 'agrees'});

  it('of n working days shifts the due day by exactly n', () => {
    fc.assert(
      fc.property(someDay, fc.nat(27), fc.nat(60), (received, wait, length) => {
        const sent = addDays(received, wait);
        const ended = addDays(sent, length);
        const before = dueOf(received, ...handled(received))!;
        fc.pre(sent < before);
        const after = dueOf(ended, ...handled(received), consult(sent, 'a'), heard(ended, 'a'));
        assert.equal(after, calendar.addWorkdays(before, calendar.workdaysBetween(sent, ended)));
      }),
    );
  });
  it('counts a day once, however many letters are under way', () => {
    fc.assert(
      fc.property(someDay, fc.array(fc.tuple(fc.nat(25), fc.nat(20)), {minLength: 2, maxLength: 4}), (received, spans) => {
        const letters = spans.map(([wait, length], i) => ({
          id: `${i}`,
          sent: addDays(received, wait),
          ended: addDays(received, wait + length),
        }));
        const log = letters
          .flatMap(({id, sent, ended}) => [consult(sent, id), heard(ended, id)])
          .sort((a, b) => (a.on === b.on ? Number(a.type === 'opinion') - Number(b.type === 'opinion') : a.on < b.on ? -1 : 1));
        const end = log.at(-1)!.on;
        // Day by day: a working day counts unless some letter is under way on it.
        let due = received;
        for (let left = 20; left > 0;) {
          due = addDays(due, 1);
          if (calendar.isWorkday(due) && !letters.some(({sent, ended}) => sent < due && due <= ended)) left--;
        }
        assert.equal(dueOf(end, ...handled(received), ...log), due);
      }),
    );
  });
  it('ends by itself when the other side’s 15 working days are over', () => {
    const story = [
      ...handled('2026-03-02'),
      event('consult_third_party', '2026-03-04', {consultation: 'firm'}),
      event('deliver', '2026-03-06', {consultation: 'firm'}), // opinion due 2026-03-27
    ];
    const answers = ['2026-03-27', '2026-03-28', '2026-04-20'].map((today) => answer(today, ...story));
    assert.deepEqual(
      answers.map(({status, due}) => [status, due]),
      [
        ['paused', '2026-04-23'],
        ['running', '2026-04-23'],
        ['running', '2026-04-23'],
      ],
    );
    const late = [...story, event('opinion', '2026-04-10', {consultation: 'firm', opinion: 'objects'})];
    assert.equal(dueOf('2026-04-20', ...late), '2026-04-23');
  });
  it('that begins on the last day comes too late', () => {
    const story = [...handled('2026-03-02'), consult('2026-03-30', 'a')];
    assert.deepEqual([answer('2026-04-01', ...story).status, dueOf('2026-04-01', ...story)], ['overdue', '2026-03-30']);
  });
  it('ends with the answer', () => {
    const story = [...handled('2026-03-02'), consult('2026-03-04', 'a'), event('answer', '2026-03-10', {code: 'granted'})];
    const {status, due, pauses} = answer('2026-06-01', ...story);
    assert.deepEqual([status, due, pauses[0]?.to], ['done', '2026-04-03', '2026-03-10']);
  });
});

describe('an extension (条例第三十三条第二款)', () => {
  const extend = (on: string, workdays: number) => event('extend', on, {workdays});
  it('adds its working days to the due day', () => {
    fc.assert(
      fc.property(someDay, fc.nat(27), fc.integer({min: 1, max: 20}), (received, wait, workdays) => {
        const on = addDays(received, wait);
        fc.pre(on <= dueOf(received, ...handled(received))!);
        assert.equal(dueOf(on, ...handled(received), extend(on, workdays)), calendar.addWorkdays(received, 20 + workdays));
      }),
    );
  });
  it('never makes more than 20, whatever is written down', () => {
    const progress = {...told(...handled('2026-03-02')), extension: {on: '2026-03-03', workdays: 99}};
    assert.equal(answerClock(progress, '2026-03-03', rules).due, calendar.addWorkdays('2026-03-02', 40));
  });
  it('opens the time for a pause that comes after it', () => {
    const story = [...handled('2026-03-02'), extend('2026-03-30', 5)];
    const paused = [...story, event('consult_agency', '2026-03-31', {consultation: 'a', coMaker: false})];
    assert.equal(dueOf('2026-04-03', ...story), '2026-04-07');
    assert.equal(dueOf('2026-04-03', ...paused), '2026-04-10');
  });
  it('a deferral for too many applications sets its own day, on a working day (第三十五条)', () => {
    const story = [...handled('2026-03-02'), event('ask_reasons', '2026-03-03'), event('defer', '2026-03-09', {until: '2026-05-02'})];
    assert.equal(dueOf('2026-03-09', ...story), '2026-05-06');
  });
});

describe('the period starts anew', () => {
  const whole = fc.array(fc.record({pick: fc.nat(), gap: fc.nat(6)}), {maxLength: 25, size: 'max'});
  it('with the corrected application and with payment, and forgets what was before (条例第三十条; 国办函〔2020〕109号第七条)', () => {
    let restarts = 0;
    fc.assert(
      fc.property(someDay, whole, fc.nat(30), (start, steps, wait) => {
        const {log} = wander(start, steps, handled(start));
        for (const [i, {type, on: asked}] of log.entries()) {
          if (type !== 'require_correction' && type !== 'notify_fee') continue;
          restarts++;
          const on = addDays(asked, wait);
          const restarted = told(...log.slice(0, i + 1), event(type === 'notify_fee' ? 'pay_fee' : 'correct', on));
          const {due, pauses, remainingWorkdays} = answerClock(restarted, on, rules);
          assert.deepEqual([due, pauses, remainingWorkdays], [calendar.addWorkdays(on, 20), [], 20]);
        }
      }),
      {numRuns: 1000, seed: 33},
    );
    assert.ok(restarts > 200, `only ${restarts} restarts seen`);
  });
  it('after pauses and an extension too, which may then be granted anew', () => {
    const story = [
      ...handled('2026-03-02'),
      event('consult_agency', '2026-03-04', {consultation: 'a', coMaker: false}),
      event('opinion', '2026-03-11', {consultation: 'a', opinion: 'agrees'}),
      event('extend', '2026-03-12', {workdays: 10}),
      event('notify_fee', '2026-03-13'),
      event('pay_fee', '2026-03-16'),
    ];
    assert.deepEqual([dueOf('2026-03-16', ...story), told(...story).state], ['2026-04-14', 'processing']);
    assert.equal(dueOf('2026-03-17', ...story, event('extend', '2026-03-17', {workdays: 1})), '2026-04-15');
  });
  it('stands while the applicant has to correct or to pay', () => {
    const asked = [...handled('2026-03-02'), event('require_correction', '2026-03-06', {dueOn: '2026-03-20'})];
    const law = '国务院令第711号 第三十条';
    assert.deepEqual(answer('2026-03-10', ...asked), {
      status: 'paused',
      remainingWorkdays: 20,
      pauses: [{from: '2026-03-09', workdays: 2, reason: 'correction', law}],
      segments: [],
    });
    const noticed = [...handled('2026-03-02'), event('notify_fee', '2026-03-06')];
    assert.equal(answer('2026-03-10', ...noticed).pauses[0]?.law, '国办函〔2020〕109号 第七条');
    const given = answer('2026-06-01', ...asked, event('abandon', '2026-03-24'));
    assert.deepEqual([given.status, given.due], ['done', undefined]);
  });
  it('does not change the day of receipt', () =>
    assert.equal(
      told(...handled('2026-03-02'), event('require_correction', '2026-03-06', {dueOn: '2026-03-20'}), event('correct', '2026-03-12'))
        .receivedOn,
      '2026-03-02',
    ));
});

describe('the other periods', () => {
  const clocks = (today: string, ...events: ApplicationEvent[]) => applicationClocks(told(...events), today, rules);
  it('a correction is asked for within 7 working days of receipt; if none is needed the time just ends (条例第三十条)', () => {
    const story = handled('2026-04-30');
    assert.equal(clocks('2026-05-13', ...story).correctionNotice.due, '2026-05-13');
    assert.deepEqual(
      ['2026-05-13', '2026-05-14'].map((today) => clocks(today, ...story).correctionNotice.status),
      ['running', 'done'],
    );
    const late = clocks('2026-05-20', ...story, event('require_correction', '2026-05-15', {dueOn: '2026-05-31'}));
    assert.deepEqual([late.correctionNotice.lateBy, late.correction.due], [2, '2026-06-01']);
    assert.equal(
      clocks('2026-06-02', ...story, event('require_correction', '2026-05-15', {dueOn: '2026-05-31'})).correction.status,
      'overdue',
    );
  });
  it('an opinion is due 15 working days after the letter came; silence of a co-maker is consent, of a third party it decides nothing', () => {
    const story = [
      ...handled('2026-03-02'),
      event('consult_third_party', '2026-03-04', {consultation: 'firm'}),
      event('consult_agency', '2026-03-04', {consultation: 'co', coMaker: true}),
      event('consult_agency', '2026-03-04', {consultation: 'other', coMaker: false}),
    ];
    assert.deepEqual(
      clocks('2026-03-05', ...story).consultations.map(({status}) => status),
      ['not_started', 'not_started', 'not_started'],
    );
    const delivered = [...story, ...['firm', 'co', 'other'].map((consultation) => event('deliver', '2026-03-06', {consultation}))];
    const seen = (today: string, ...more: ApplicationEvent[]) =>
      clocks(today, ...delivered, ...more).consultations.map(({status, due, result}) => [status, due, result]);
    const due = '2026-03-27';
    assert.deepEqual(seen(due), [
      ['running', due, undefined],
      ['running', due, undefined],
      ['not_started', undefined, undefined],
    ]);
    assert.deepEqual(seen('2026-03-28'), [
      ['overdue', due, 'agency_decides'],
      ['overdue', due, 'agrees'],
      ['not_started', undefined, undefined],
    ]);
    const objection = (on: string) => event('opinion', on, {consultation: 'co', opinion: 'objects'});
    assert.deepEqual(seen(due, objection(due))[1], ['done', due, 'objects']);
    assert.deepEqual(seen('2026-03-30', objection('2026-03-30'))[1], ['done', due, 'agrees']);
  });
  it('a fee is paid within 20 working days from the day after the notice (国办函〔2020〕109号第六条)', () => {
    const story = [...handled('2026-09-24'), event('notify_fee', '2026-09-24')];
    assert.deepEqual(
      [clocks('2026-10-29', ...story).feePayment.status, clocks('2026-10-30', ...story).feePayment.status],
      ['running', 'overdue'],
    );
    assert.equal(clocks('2026-10-29', ...story, event('pay_fee', '2026-10-28')).feePayment.doneOn, '2026-10-28');
  });
});

describe('whatever happens', () => {
  const steps = fc.array(fc.record({pick: fc.nat(), gap: fc.nat(9)}), {maxLength: 30, size: 'max'});
  it('no period ends on a day off, and the days of the answer period add up', () => {
    fc.assert(
      fc.property(someDay, steps, fc.nat(60), (start, walk, wait) => {
        const {progress} = wander(start, walk);
        const today = addDays(progress.lastOn ?? start, wait);
        const {correctionNotice, correction, answer: clock, consultations, feePayment} = applicationClocks(progress, today, rules);
        for (const {due} of [correctionNotice, correction, clock, ...consultations, feePayment])
          assert.ok(!due || calendar.isWorkday(due), due);
        if (!clock.segments.length || !clock.due) return;
        const sum = (...kinds: string[]) =>
          clock.segments.filter(({kind}) => kinds.includes(kind)).reduce((all, {workdays}) => all + workdays, 0);
        const end = clock.doneOn ?? (today > clock.due ? today : clock.due);
        assert.equal(sum('used', 'paused', 'left', 'over'), calendar.workdaysBetween(progress.periodFrom!, end));
        assert.equal(sum('left'), clock.doneOn ? 0 : (clock.remainingWorkdays ?? 0));
        assert.equal(sum('over'), clock.lateBy ?? 0);
        if (!clock.doneOn && !progress.deferral) assert.equal(sum('used', 'left'), 20 + (progress.extension?.workdays ?? 0));
      }),
      {numRuns: 1000},
    );
  });

  it('the machine’s time zone moves no day', () => {
    const script = `import {event, handled, rules, told} from ${JSON.stringify(new URL('./testing/log.ts', import.meta.url).href)};
      import {applicationClocks} from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      const vectors = [['2026-09-24', 20], ['2026-02-12', 20], ['2025-01-24', 20], ['2025-09-26', 20], ['2025-12-31', 20],
        ['2026-04-30', 7], ['2026-02-10', 3], ['2026-09-19', 1], ['2026-10-09', 1]];
      const named = {20: 'answer', 7: 'correctionNotice'};
      console.log(vectors.map(([from, days]) => {
        const clocks = applicationClocks(told(...handled(from)), from, rules);
        return named[days] ? clocks[named[days]].due : rules.calendar.addWorkdays(from, days);
      }).join());`;
    const expected = '2026-10-29,2026-03-18,2025-02-27,2025-10-30,2026-01-29,2026-05-13,2026-02-13,2026-09-20,2026-10-10';
    for (const TZ of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata', 'America/St_Johns']) {
      const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {env: {...process.env, TZ}, encoding: 'utf8'});
      assert.equal(out.trim(), expected, TZ);
    }
  });
});
