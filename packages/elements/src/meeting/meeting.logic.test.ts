import {expect} from '@open-wc/testing';
import {clock, end, isToCome, moment, span, toInput, typed} from './meeting.logic.ts';

describe('times in China', () => {
  it('say the day with its weekday once, whatever the visitor’s own clock', () => {
    expect(span('2026-12-08T01:00:00Z', '2026-12-08T03:30:00Z', 'zh-Hans')).to.equal('2026年12月8日（周二） 09:00–11:30');
    expect(span('2026-12-08T15:00:00Z', '2026-12-08T17:00:00Z', 'en')).to.equal('Tue, 8 Dec 2026 23:00 – Wed, 9 Dec 2026 01:00');
    expect(moment('2026-11-29T16:00:00Z', 'zh-Hant')).to.equal('2026年11月30日（週一） 00:00');
    expect(end('2026-11-29T16:00:00Z', 'zh-Hans')).to.equal('2026年11月29日（周日） 24:00');
    expect(end('2026-11-29T15:30:00Z', 'en')).to.equal('Sun, 29 Nov 2026 23:30');
    expect(clock('2026-12-31T16:05:00Z')).to.equal('00:05');
  });
});

describe('what is sent', () => {
  it('is what is asked for and filled in, no more', () => {
    const answers = {role: 'public' as const, name: ' 朱示例 ', mobile: '13800000001', email: 'a@mail.example.com', needs: ' '};
    expect(toInput(answers, [{field: 'mobile'}, {field: 'needs'}])).to.deep.equal({
      role: 'public',
      name: '朱示例',
      mobile: '13800000001',
      consent: false,
    });
    expect(toInput({consent: true}, [])).to.deep.equal({consent: true});
  });
  it('is a number and a code however they are typed', () => {
    expect(typed(' ｈ20261125-000001 ')).to.equal('H20261125-000001');
  });
});

it('what is over is not for a calendar', () => {
  const of = (state: string) => isToCome({standing: {state: state as 'ended'}});
  expect(['announced', 'sign_up', 'sign_up_closed', 'in_progress', 'ended', 'recorded', 'cancelled'].filter(of)).to.deep.equal([
    'announced',
    'sign_up',
    'sign_up_closed',
    'in_progress',
  ]);
});
