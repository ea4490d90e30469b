import {expect} from '@open-wc/testing';
import {clientFor} from '@zwgk/client';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';
import {ConsultationController} from './consultation.controller.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
function want(scenario: Scenario): ConsultationController {
  const controller = new ConsultationController(host, () => undefined);
  controller.want(clientFor(useBackend(scenario).endpoint), '');
  return controller;
}

describe('the one state', () => {
  it('is unconfigured without an endpoint', () => {
    const controller = new ConsultationController(host, () => undefined);
    controller.want(undefined, '');
    expect(controller.state.kind).to.equal('unconfigured');
  });
  it('goes from loading to ready', async () => {
    const controller = want({});
    expect(controller.state.kind).to.equal('loading');
    await until('ready', () => controller.state.kind === 'ready');
  });
  it('is empty when there is nothing', async () => {
    const controller = want({override: () => Response.json({items: [], total: 0, nextCursor: null})});
    await until('empty', () => controller.state.kind === 'empty');
  });
  it('fails with a code, and recovers', async () => {
    let broken = true;
    const controller = want({override: () => (broken ? problem(500, 'internal') : undefined)});
    const failed = await until('failed', () => controller.state.kind === 'failed' && controller.state);
    expect(failed.error.code).to.equal('server-error');
    broken = false;
    controller.retry();
    await until('ready', () => controller.state.kind === 'ready');
  });
});
