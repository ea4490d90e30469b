import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {addDays} from '../calendar.ts';
import {
  APPLICATION_STATES,
  DRAFT,
  MOVES,
  applyEvent,
  foldEvents,
  type ApplicationEvent,
  type ApplicationState,
  type EventType,
} from './index.ts';
import {event, handled, plausible, rules, told, wander} from './testing/log.ts';

const day = (n: number): string => addDays('2026-03-02', n); // a Monday; no holiday until 04-04
const submitted = [event('submit', day(0), {kind: 'information', basis: 'internet'})];
const pending = [...submitted, event('request_confirmation', day(0))];
const registered = [...pending, event('confirm', day(1))];
const routed = [...registered, event('route', day(2))];
const processing = [...routed, event('start', day(3)), event('ask_reasons', day(3))];
const correcting = [...processing, event('require_correction', day(4), {dueOn: day(18)})];
const answered = [...processing, event('answer', day(8), {code: 'granted'})];
const letters = (type: 'consult_third_party' | 'consult_agency'): ApplicationEvent[] => {
  const letter = (on: string, consultation: string) =>
    ({...event('consult_agency', on, {consultation, coMaker: true}), type}) as ApplicationEvent;
  return [...processing, letter(day(4), 'first'), event('deliver', day(7), {consultation: 'first'}), letter(day(7), 'second')];
};

/** How an application gets into each state. */
const STORIES: Record<ApplicationState, ApplicationEvent[]> = {
  draft: [],
  submitted,
  pending_confirmation: pending,
  registered,
  routed,
  processing,
  correction_required: correcting,
  consulting_third_party: letters('consult_third_party'),
  consulting_agency: letters('consult_agency'),
  extended: [...processing, event('extend', day(7), {workdays: 20})],
  fee_notified: [...processing, event('notify_fee', day(7))],
  answered,
  abandoned: [...correcting, event('abandon', day(21))],
  withdrawn: [...processing, event('withdraw', day(7))],
  archived: [...answered, event('archive', day(8))],
};

const IN_HANDLING = {ask_reasons: '=', answer: 'answered', withdraw: 'withdrawn'} as const;
const CONSULTATIONS = {consult_third_party: 'consulting_third_party', consult_agency: 'consulting_agency'} as const;
/** Every pair that is legal, and where it leads (`=`: nowhere else). */
const LEGAL: Record<ApplicationState, Partial<Record<EventType, ApplicationState | '='>>> = {
  draft: {submit: 'submitted'},
  submitted: {request_confirmation: 'pending_confirmation', withdraw: 'withdrawn'},
  pending_confirmation: {confirm: 'registered', withdraw: 'withdrawn'},
  registered: {route: 'routed', require_correction: 'correction_required', answer: 'answered', withdraw: 'withdrawn'},
  routed: {route: '=', start: 'processing', require_correction: 'correction_required', answer: 'answered', withdraw: 'withdrawn'},
  processing: {
    ...IN_HANDLING,
    ...CONSULTATIONS,
    route: 'routed',
    require_correction: 'correction_required',
    extend: 'extended',
    defer: 'extended',
    notify_fee: 'fee_notified',
  },
  correction_required: {correct: 'processing', abandon: 'abandoned', withdraw: 'withdrawn'},
  consulting_third_party: {
    ...IN_HANDLING,
    ...{consult_third_party: '=', consult_agency: '=', deliver: '=', opinion: '=', lapse: '=', extend: '=', defer: '='},
  },
  consulting_agency: {
    ...IN_HANDLING,
    ...CONSULTATIONS,
    ...{deliver: '=', opinion: '=', lapse: '=', extend: '=', defer: '='},
  },
  extended: {...IN_HANDLING, ...CONSULTATIONS, route: 'routed', defer: '=', notify_fee: 'fee_notified'},
  fee_notified: {pay_fee: 'processing', abandon: 'abandoned', withdraw: 'withdrawn'},
  answered: {archive: 'archived'},
  abandoned: {archive: 'archived'},
  withdrawn: {archive: 'archived'},
  archived: {},
};
/** Pairs that have a move which a guard refuses here. */
const GUARDED: Partial<Record<`${ApplicationState} ${EventType}`, string>> = {
  'submitted register': 'confirmation_not_needed',
  'extended extend': 'extension_allowed',
};

const STATES = Object.keys(APPLICATION_STATES) as ApplicationState[];
const EVENTS = [...new Set(MOVES.map((move) => move.event))];
/** Late enough for silence to count, else inside the answer period. */
const dayOf = (type: EventType): string => (['lapse', 'abandon', 'archive'].includes(type) ? day(60) : day(9));

describe('R6.4: the way of an application', () => {
  for (const state of STATES) {
    it(`from ${state} leads only where the law lets it`, () => {
      const application = told(...STORIES[state]);
      assert.equal(application.state, state);
      for (const type of EVENTS) {
        const result = applyEvent(application, plausible(type, dayOf(type), application), rules);
        const to = LEGAL[state][type];
        const guard = GUARDED[`${state} ${type}`];
        const refusal = {ok: false, error: 'illegal-move', from: state, event: type, ...(guard ? {guard} : {})};
        if (to) assert.deepEqual(result.ok && result.application.state, to === '=' ? state : to, `${state} ${type}`);
        else assert.deepEqual(result, refusal);
      }
    });
  }

  it('never leads to another agency: that is an answer (条例第三十六条第五项)', () => {
    for (const state of STATES) {
      const transfer = {type: 'transfer', on: day(9), actor: 'agency'} as unknown as ApplicationEvent;
      assert.deepEqual(applyEvent(told(...STORIES[state]), transfer, rules), {
        ok: false,
        error: 'illegal-move',
        from: state,
        event: 'transfer',
      });
    }
  });

  it('knows no event twice on its way: an earlier day than the last is refused', () => {
    const result = applyEvent(told(...processing), event('answer', day(2), {code: 'granted'}), rules);
    assert.equal(!result.ok && result.guard, 'in_order');
  });

  it('is what its log says: folding at once or event by event is the same, and an illegal log names its first fault', () => {
    fc.assert(
      fc.property(fc.array(fc.record({pick: fc.nat(), gap: fc.nat(12)}), {maxLength: 20, size: 'max'}), (steps) => {
        const {progress, log} = wander('2025-03-03', steps);
        assert.deepEqual(foldEvents(log, rules), {ok: true, application: progress});
      }),
    );
    const bad = foldEvents([...registered, event('pay_fee', day(2))], rules);
    assert.deepEqual(bad, {ok: false, error: 'illegal-move', from: 'registered', event: 'pay_fee'});
    assert.deepEqual(foldEvents([], rules), {ok: true, application: DRAFT});
  });
});

const guardOf = (events: ApplicationEvent[], next: ApplicationEvent): string | undefined => {
  const result = applyEvent(told(...events), next, rules);
  return result.ok ? undefined : result.guard;
};
const stateOf = (...events: ApplicationEvent[]): ApplicationState => told(...events).state;

describe('receipt (条例第三十一条)', () => {
  const receipt = (basis: 'in_person' | 'post_signed' | 'post_ordinary' | 'internet' | 'fax', confirm: boolean) => [
    event('submit', day(0), {kind: 'information', basis}),
    ...(confirm ? [event('request_confirmation', day(0)), event('confirm', day(3))] : [event('register', day(3))]),
  ];
  it('is the day of handing in, or of signing for the letter, whenever it is written down', () => {
    for (const basis of ['in_person', 'post_signed'] as const) assert.equal(told(...receipt(basis, false)).receivedOn, day(0));
  });
  it('is the day both sides confirm for ordinary letters, internet and fax, never that of submission', () => {
    for (const basis of ['post_ordinary', 'internet', 'fax'] as const) {
      assert.equal(told(...receipt(basis, true)).receivedOn, day(3));
      assert.equal(guardOf([receipt(basis, true)[0]!], event('register', day(0))), 'confirmation_not_needed');
    }
  });
  it('waits for nobody where nothing is to be confirmed', () =>
    assert.equal(guardOf([receipt('in_person', false)[0]!], event('request_confirmation', day(0))), 'confirmation_needed'));
});

describe('correction (条例第三十条)', () => {
  it('is asked for once; what is still unclear then is answered so', () => {
    const corrected = [...correcting, event('correct', day(10))];
    assert.equal(guardOf(corrected, event('require_correction', day(11), {dueOn: day(20)})), 'first_correction');
    assert.equal(stateOf(...corrected, event('answer', day(11), {code: 'unavailable.still_unclear'})), 'answered');
    assert.equal(guardOf(processing, event('answer', day(5), {code: 'unavailable.still_unclear'})), 'answer_fits');
  });
  it('leads back to where handling stood', () => {
    const ask = [event('require_correction', day(4), {dueOn: day(18)}), event('correct', day(7))];
    assert.deepEqual(
      [registered, routed, processing].map((story) => stateOf(...story, ...ask)),
      ['registered', 'routed', 'processing'],
    );
  });
  it('has a day to be done by, and is given up only after it; late with a good reason is still possible', () => {
    assert.equal(guardOf(processing, event('require_correction', day(4), {dueOn: day(4)})), 'due_ahead');
    assert.equal(guardOf(correcting, event('abandon', day(18))), 'correction_overdue');
    assert.equal(stateOf(...correcting, event('abandon', day(21))), 'abandoned');
    assert.equal(stateOf(...correcting, event('correct', day(21))), 'processing');
  });
  it('that ends on a day off may be done on the next working day (民法典第二百零三条)', () => {
    const sunday = [...processing, event('require_correction', day(4), {dueOn: day(20)})];
    assert.equal(guardOf(sunday, event('abandon', day(21))), 'correction_overdue');
    assert.equal(stateOf(...sunday, event('abandon', day(22))), 'abandoned');
  });
  it('cannot be asked for when the answer is overdue', () =>
    assert.equal(guardOf(processing, event('require_correction', day(40), {dueOn: day(60)})), 'in_period'));
});

describe('consultations (条例第三十二至三十四条)', () => {
  it('may be several: the state shows the third party first, then the agency, then what was before', () => {
    const story = [
      ...processing,
      event('extend', day(4), {workdays: 5}),
      event('consult_agency', day(4), {consultation: 'agency', coMaker: false}),
      event('consult_third_party', day(4), {consultation: 'firm'}),
    ];
    assert.equal(stateOf(...story), 'consulting_third_party');
    const heard = [...story, event('opinion', day(7), {consultation: 'firm', opinion: 'objects'})];
    assert.equal(stateOf(...heard), 'consulting_agency');
    assert.equal(stateOf(...heard, event('opinion', day(8), {consultation: 'agency', opinion: 'agrees'})), 'extended');
  });
  it('end by silence only 15 working days after the letter was received', () => {
    const sent = letters('consult_third_party'); // first letter received on 03-09
    assert.equal(guardOf(sent, event('lapse', '2026-03-30', {consultation: 'first'})), 'opinion_overdue');
    assert.equal(stateOf(...sent, event('lapse', '2026-03-31', {consultation: 'first'})), 'consulting_third_party');
    assert.equal(guardOf(sent, event('lapse', '2026-06-30', {consultation: 'second'})), 'opinion_overdue');
  });
  it('answer only letters that are open', () => {
    const sent = letters('consult_agency');
    assert.equal(guardOf(sent, event('opinion', day(9), {consultation: 'third', opinion: 'agrees'})), 'consultation_open');
    assert.equal(guardOf(sent, event('deliver', day(9), {consultation: 'first'})), 'letter_under_way');
    assert.equal(guardOf(sent, event('consult_agency', day(9), {consultation: 'first', coMaker: true})), 'consultation_new');
  });
});

describe('extension (条例第三十三条第二款)', () => {
  it('is of at most 20 working days, once, and told while the period runs', () => {
    for (const workdays of [0, 21, 2.5]) assert.equal(guardOf(processing, event('extend', day(5), {workdays})), 'extension_allowed');
    assert.equal(guardOf(STORIES.extended, event('extend', day(9), {workdays: 1})), 'extension_allowed');
    // received 2026-03-03, due 2026-03-31
    assert.equal(stateOf(...processing, event('extend', '2026-03-31', {workdays: 20})), 'extended');
    assert.equal(guardOf(processing, event('extend', '2026-04-01', {workdays: 20})), 'in_period');
  });
});

describe('too many applications (条例第三十五条)', () => {
  const plain = handled(day(0));
  it('are refused or deferred only after reasons were asked', () => {
    assert.equal(guardOf(plain, event('answer', day(4), {code: 'not_processed.excessive'})), 'answer_fits');
    assert.equal(guardOf(plain, event('defer', day(4), {until: day(90)})), 'deferral_allowed');
    assert.equal(stateOf(...plain, event('ask_reasons', day(4)), event('answer', day(9), {code: 'not_processed.excessive'})), 'answered');
  });
  it('are deferred past the period, not into it', () =>
    assert.equal(guardOf(processing, event('defer', day(5), {until: day(10)})), 'deferral_allowed'));
});

describe('fees (国办函〔2020〕109号第六条)', () => {
  it('are asked for within the answer period, once, and given up after 20 working days', () => {
    const noticed = STORIES.fee_notified; // 2026-03-09; 04-06 is 清明节
    assert.equal(guardOf(processing, event('notify_fee', '2026-04-01')), 'in_period');
    assert.equal(guardOf(noticed, event('abandon', '2026-04-07')), 'fee_overdue');
    assert.deepEqual(told(...noticed, event('abandon', '2026-04-08')).outcome, {on: '2026-04-08', code: 'other.fee_overdue'});
    assert.equal(guardOf([...noticed, event('pay_fee', day(9))], event('notify_fee', day(10))), 'first_fee');
  });
});

describe('answers (条例第三十六至三十九条)', () => {
  it('are given on the spot too', () => assert.equal(stateOf(...registered, event('answer', day(1), {code: 'granted'})), 'answered'));
  it('are none of those that stand for giving up', () => {
    for (const code of ['other.correction_overdue', 'other.fee_overdue'] as const) {
      assert.equal(guardOf(processing, event('answer', day(5), {code})), 'answer_fits');
    }
    assert.equal(told(...STORIES.abandoned).outcome?.code, 'other.correction_overdue');
  });
  it('may say more within their row: already public, not existing (第三十六条第一、二、四、五项)', () => {
    const unheld = event('answer', day(5), {code: 'unavailable.not_held', detail: 'other_agency'});
    assert.deepEqual(told(...processing, unheld).outcome, {on: day(5), code: 'unavailable.not_held', detail: 'other_agency'});
    assert.equal(guardOf(processing, event('answer', day(5), {code: 'partial', detail: 'already_public'})), 'answer_fits');
    assert.equal(guardOf(processing, event('answer', day(5), {code: 'constructor' as 'partial'})), 'answer_fits');
  });
  it('about a record to be put right are of their own kind (条例第四十一条)', () => {
    const correction = handled(day(0), 'correction');
    assert.equal(guardOf(correction, event('answer', day(4), {code: 'granted'})), 'answer_fits');
    assert.equal(guardOf(handled(day(0)), event('answer', day(4), {code: 'record.kept'})), 'answer_fits');
    assert.equal(stateOf(...correction, event('answer', day(4), {code: 'record.corrected'})), 'answered');
  });
});
