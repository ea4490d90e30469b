import {expect} from '@open-wc/testing';
import {until} from '../testing/wait.ts';
import {IdleWatch} from './application-status.idle.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const watches: IdleWatch[] = [];
function watch(warn: number, wipe: number): {idle: IdleWatch; told: string[]} {
  const told: string[] = [];
  const idle = new IdleWatch(
    host,
    () => told.push('warned'),
    () => told.push('left'),
    {warn, wipe},
  );
  watches.push(idle);
  idle.want(true);
  return {idle, told};
}
afterEach(() => watches.splice(0).forEach((idle) => idle.want(false)));

describe('a computer that many people use', () => {
  it('warns, then takes the reader for gone', async () => {
    const {told} = watch(20, 20);
    await until('both', () => told.includes('left'));
    expect(told.slice(0, 2)).to.deep.equal(['warned', 'left']);
  });
  it('takes any sign for the reader still being there', async () => {
    const {idle, told} = watch(20, 60_000);
    await until('the warning', () => idle.isWarning);
    window.dispatchEvent(new PointerEvent('pointermove'));
    expect(idle.isWarning).to.equal(false);
    await until('the next warning', () => told.length === 2);
    expect(told).to.deep.equal(['warned', 'warned']);
  });
  it('looks out no more when there is nothing to protect', async () => {
    const {idle, told} = watch(20, 20);
    idle.want(false);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told).to.deep.equal([]);
  });
});
