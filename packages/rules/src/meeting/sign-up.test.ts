import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {MeetingRole, SignUpInput, SignUpOffer} from '@zwgk/contract';
import {canWithdraw, drawLots, placed, validateSignUp} from './sign-up.ts';
import type {SeatCounts} from './standing.ts';
import {hearing} from './testing/meetings.ts';

const OFFER: SignUpOffer = {
  ...hearing().signUp!,
  method: 'order',
  waiting: 1,
  fields: [{field: 'mobile', required: true}, {field: 'statement'}],
};
const GOOD: SignUpInput = {role: 'public', name: '朱示例', mobile: '13800000001', consent: true};

describe('signing up (R3.12, 个人信息保护法第六、十四条)', () => {
  const wrong = (more: object) => validateSignUp({...GOOD, ...more}, OFFER).map(({field, code}) => `${field} ${code}`);
  it('takes what is asked for, and no more', () => {
    assert.deepEqual(wrong({statement: '同意第一方案'}), []);
    assert.deepEqual(wrong({email: 'a@mail.example.com'}), ['email not-offered']);
    assert.deepEqual(wrong({mobile: ' '}), ['mobile required']);
    assert.deepEqual(wrong({mobile: '1380000'}), ['mobile too-short']);
    assert.deepEqual(wrong({statement: '好'.repeat(1001)}), ['statement too-long']);
  });
  it('needs a name that can be seen, a role that is invited, and consent', () => {
    assert.deepEqual(wrong({name: '\u200b\u202e'}), ['name required']);
    assert.deepEqual(wrong({name: '长'.repeat(51)}), ['name too-long']);
    assert.deepEqual(wrong({role: 'media'}), ['role unknown-role']);
    assert.deepEqual(wrong({role: undefined, consent: false}), ['role required', 'consent consent-required']);
  });
});

describe('seats', () => {
  it('go by order, then places to wait, each role for itself', () => {
    const at = (counts: SeatCounts, role: MeetingRole = 'public') => placed(OFFER, role, counts);
    assert.equal(at({public: {confirmed: 2}}), 'confirmed');
    assert.equal(at({public: {confirmed: 3}}), 'waiting');
    assert.equal(at({public: {confirmed: 3, waiting: 1}}), undefined);
    assert.equal(at({public: {confirmed: 3, waiting: 1}}, 'entrepreneur'), 'confirmed');
    assert.equal(at({}, 'media'), undefined);
    assert.equal(placed({...OFFER, method: 'lot'}, 'public', {public: {received: 999}}), 'received');
  });

  it('are given back until the meeting begins', () => {
    const start = hearing().startsAt;
    assert.ok(canWithdraw('waiting', start, Date.parse(start) - 1));
    assert.ok(!canWithdraw('waiting', start, Date.parse(start)));
    assert.ok(!canWithdraw('declined', start, 0) && !canWithdraw('withdrawn', start, 0));
  });
});

describe('a draw (国务院令第713号 第十六条)', () => {
  const rank = (seed: string) => (number: string) => createHash('sha256').update(`${seed} ${number}`).digest('hex');
  const people = (count: number) =>
    [...Array(count).keys()].map((i) => ({
      number: `H20261128-${String(i).padStart(6, '0')}`,
      role: i % 3 ? ('public' as const) : ('entrepreneur' as const),
    }));

  it('gives every seat once, leaves nobody out, and comes out the same again', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 60}), fc.string(), (count, seed) => {
        const candidates = people(count);
        const {confirmed, waiting} = drawLots(candidates, OFFER, rank(seed));
        assert.deepEqual(
          [...confirmed, ...waiting].sort(),
          candidates.map(({number}) => number),
        );
        for (const {role, seats} of OFFER.roles) {
          const mine = candidates.filter((each) => each.role === role).map(({number}) => number);
          assert.equal(confirmed.filter((number) => mine.includes(number)).length, Math.min(seats, mine.length));
        }
        assert.deepEqual(drawLots([...candidates].reverse(), OFFER, rank(seed)), {confirmed, waiting}, 'whatever order they stand in');
      }),
    );
  });

  it('gives everybody the same chance', () => {
    const wins = new Map<string, number>();
    const rounds = 3000;
    for (let i = 0; i < rounds; i++)
      for (const number of drawLots(people(15), OFFER, rank(String(i))).confirmed) wins.set(number, (wins.get(number) ?? 0) + 1);
    for (const {number, role} of people(15)) {
      const expected = role === 'public' ? (rounds * 3) / 10 : (rounds * 2) / 5;
      assert.ok(Math.abs(wins.get(number)! - expected) < 150, `${number} ${wins.get(number)} of ${expected}`);
    }
  });
});
