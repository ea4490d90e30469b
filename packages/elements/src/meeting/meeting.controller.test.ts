import {expect, fixture, html} from '@open-wc/testing';
import {clientFor} from '@zwgk/client';
import './zwgk-meeting.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';
import {MeetingController} from './meeting.controller.ts';
import type {MeetingHost} from './meeting.host.ts';

/** An element of its own that asks for nothing. */
const hostOf = (): Promise<MeetingHost> => fixture<MeetingHost>(html`<zwgk-meeting></zwgk-meeting>`);
const ALL = {agency: '', region: '', kind: '', state: '', consultation: ''};

async function want(scenario: Scenario, id = ''): Promise<MeetingController> {
  const controller = new MeetingController(await hostOf(), () => undefined);
  controller.want(clientFor(useBackend(scenario).endpoint), id, ALL);
  return controller;
}

describe('the one state', () => {
  it('is unconfigured without an endpoint', async () => {
    const controller = new MeetingController(await hostOf(), () => undefined);
    controller.want(undefined, '', ALL);
    expect(controller.state.kind).to.equal('unconfigured');
  });
  it('goes from loading to ready, for a list and for one', async () => {
    for (const id of ['', 'meet-open']) {
      const controller = await want({}, id);
      expect(controller.state.kind).to.equal('loading');
      await until('ready', () => controller.state.kind === 'ready');
      expect(controller.isSame).to.equal(true);
    }
  });
  it('fails with a code, and recovers', async () => {
    let broken = true;
    const controller = await want({override: () => (broken ? problem(500, 'internal') : undefined)}, 'meet-open');
    const failed = await until('failed', () => controller.state.kind === 'failed' && controller.state);
    expect(failed.error.code).to.equal('server-error');
    broken = false;
    controller.retry();
    await until('ready', () => controller.state.kind === 'ready');
  });
  it('keeps what is being filled in when it asks again', async () => {
    const controller = await want({}, 'meet-open');
    const first = await until('ready', () => controller.state.kind === 'ready' && controller.state.value);
    controller.retry();
    const again = await until(
      'again',
      () => controller.state.kind === 'ready' && controller.state.value !== first && controller.state.value,
    );
    expect(again.part === first.part).to.equal(true);
  });
});
