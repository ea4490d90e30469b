import {expect, fixture, html} from '@open-wc/testing';
import {clientFor} from '@zwgk/client';
import './zwgk-consultation.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';
import {ConsultationController} from './consultation.controller.ts';
import type {ConsultationHost} from './consultation.host.ts';

/** An element of its own that asks for nothing. */
const hostOf = (): Promise<ConsultationHost> => fixture<ConsultationHost>(html`<zwgk-consultation></zwgk-consultation>`);
const ALL = {agency: '', state: ''};

async function want(scenario: Scenario, id = ''): Promise<ConsultationController> {
  const controller = new ConsultationController(await hostOf(), () => undefined);
  controller.want(clientFor(useBackend(scenario).endpoint), id, ALL);
  return controller;
}

describe('the one state', () => {
  it('is unconfigured without an endpoint', async () => {
    const controller = new ConsultationController(await hostOf(), () => undefined);
    controller.want(undefined, '', ALL);
    expect(controller.state.kind).to.equal('unconfigured');
  });
  it('goes from loading to ready, for a list and for one', async () => {
    for (const id of ['', 'con-open']) {
      const controller = await want({}, id);
      expect(controller.state.kind).to.equal('loading');
      await until('ready', () => controller.state.kind === 'ready');
      expect(controller.isSame).to.equal(true);
    }
  });
  it('fails with a code, and recovers', async () => {
    let broken = true;
    const controller = await want({override: () => (broken ? problem(500, 'internal') : undefined)}, 'con-open');
    const failed = await until('failed', () => controller.state.kind === 'failed' && controller.state);
    expect(failed.error.code).to.equal('server-error');
    broken = false;
    controller.retry();
    await until('ready', () => controller.state.kind === 'ready');
  });
  it('keeps what is being written when it asks again', async () => {
    const controller = await want({}, 'con-open');
    const first = await until('ready', () => controller.state.kind === 'ready' && controller.state.value);
    controller.retry();
    const again = await until(
      'again',
      () => controller.state.kind === 'ready' && controller.state.value !== first && controller.state.value,
    );
    expect(again.part === first.part).to.equal(true);
  });
});
