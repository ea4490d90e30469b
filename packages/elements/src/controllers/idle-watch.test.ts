import {expect} from '@open-wc/testing';
import {until, wakeAfter} from '../testing/wait.ts';
import {IdleWatch} from './idle-watch.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const watches: IdleWatch[] = [];
let patience = 0;
function watch(ms: number): {idle: IdleWatch; told: string[]} {
  const told: string[] = [];
  patience = ms;
  const idle = new IdleWatch(host, {
    patience: () => patience,
    onWarn: (on) => told.push(on ? 'warned' : 'answered'),
    onGone: (why) => told.push(why),
  });
  watches.push(idle);
  idle.hostConnected();
  return {idle, told};
}
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
afterEach(() => watches.splice(0).forEach((idle) => idle.hostDisconnected()));

describe('a computer that many people use', () => {
  it('warns, then takes the person for gone', async () => {
    const {idle, told} = watch(40);
    await until('both', () => told.includes('idle'));
    expect(told).to.deep.equal(['warned', 'answered', 'idle']);
    expect(idle.isWarning).to.equal(false);
  });
  for (const sign of ['pointerdown', 'keydown', 'input', 'wheel']) {
    it(`takes ${sign} anywhere on the page for a person, though the page keeps it to itself`, async () => {
      const {idle, told} = watch(10_000);
      idle.hostDisconnected();
      patience = 60;
      idle.hostConnected();
      const keep = (event: Event): void => event.stopPropagation();
      document.addEventListener(sign, keep, {capture: true});
      await until('the warning', () => idle.isWarning);
      document.body.dispatchEvent(new Event(sign, {bubbles: true}));
      document.removeEventListener(sign, keep, {capture: true});
      expect([idle.isWarning, told]).to.deep.equal([false, ['warned', 'answered']]);
    });
  }
  it('is not deceived by a mouse that trembles, nor by focus that a widget moves', async () => {
    const {told} = watch(60);
    for (let i = 0; i < 40 && !told.includes('idle'); i++) {
      for (const type of ['pointermove', 'mousemove', 'focusin']) document.body.dispatchEvent(new Event(type, {bubbles: true}));
      await wait(10);
    }
    expect(told).to.include('idle');
  });
  it('that slept: who wakes it finds nothing, and their key goes nowhere', () => {
    const {told} = watch(60_000);
    let heard = 0;
    const hear = (): number => heard++;
    document.body.addEventListener('keydown', hear);
    wakeAfter(61_000);
    expect([heard, told]).to.deep.equal([0, ['idle']]);
    document.body.dispatchEvent(new Event('keydown', {bubbles: true}));
    document.body.removeEventListener('keydown', hear);
    expect([heard, told], 'the next one is theirs').to.deep.equal([1, ['idle']]);
  });
  it('tells that the page was left, whether or not anything is looked out for', () => {
    const {told} = watch(0);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(told).to.deep.equal(['left']);
  });
  it('looks out no more when there is nothing to protect', async () => {
    const {idle, told} = watch(40);
    patience = 0;
    idle.hostUpdate();
    document.body.dispatchEvent(new Event('keydown', {bubbles: true}));
    await wait(100);
    expect(told).to.deep.equal([]);
  });
});
