import {expect} from '@open-wc/testing';
import {clientFor, type ZwgkClient} from '@zwgk/client';
import {receipt, refuse, StatusBackend, statuses} from '../testing/application-status.ts';
import {useBackend} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';
import {ApplicationStatusController} from './application-status.controller.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const RIGHT = {number: receipt.number, code: receipt.code};
const clientOf = (backend: StatusBackend): ZwgkClient => clientFor(useBackend(backend.scenario).endpoint);
function make(backend = new StatusBackend()): ApplicationStatusController {
  const controller = new ApplicationStatusController(host, () => undefined);
  controller.want(clientOf(backend));
  return controller;
}
const kind = (controller: ApplicationStatusController): string => controller.state.kind;
const arrive = (controller: ApplicationStatusController, wanted: string) => until(wanted, () => kind(controller) === wanted);

describe('the one state of a request', () => {
  it('is unconfigured without an endpoint, and the form with one', () => {
    const controller = new ApplicationStatusController(host, () => undefined);
    expect(kind(controller)).to.equal('unconfigured');
    controller.want(clientOf(new StatusBackend()));
    expect(kind(controller)).to.equal('idle');
  });
  it('goes from loading to ready', async () => {
    const controller = make();
    controller.look(RIGHT);
    expect(kind(controller)).to.equal('loading');
    await arrive(controller, 'ready');
  });
  it('waits with a link’s token for the backend to be known', async () => {
    const controller = new ApplicationStatusController(host, () => undefined);
    controller.look({token: receipt.token});
    expect(kind(controller)).to.equal('unconfigured');
    controller.want(clientOf(new StatusBackend()));
    await arrive(controller, 'ready');
    expect(controller.byLink).to.equal(true);
  });
  it('fails with a code, and recovers', async () => {
    const backend = new StatusBackend();
    backend.override = () => refuse(500, 'internal');
    const controller = make(backend);
    controller.look(RIGHT);
    await arrive(controller, 'failed');
    expect(controller.state).to.have.nested.property('error.code', 'server-error');
    backend.override = () => undefined;
    controller.retry();
    await arrive(controller, 'ready');
  });
  it('asks again by itself when the network is back', async () => {
    const backend = new StatusBackend();
    let offline = true;
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => !offline});
    backend.override = () => {
      if (offline) throw new TypeError('no network');
      return undefined;
    };
    const controller = make(backend);
    controller.hostConnected();
    controller.look(RIGHT);
    await arrive(controller, 'failed');
    expect(controller.state).to.have.nested.property('error.code', 'offline');
    offline = false;
    delete (navigator as {onLine?: boolean}).onLine;
    window.dispatchEvent(new Event('online'));
    await arrive(controller, 'ready');
    controller.hostDisconnected();
  });
  it('fails when its second file cannot be had, and tries again', async () => {
    let missing = true;
    const load = async () => {
      if (missing) throw Object.assign(new Error('missing'), {code: 'script-missing'});
      return import('./application-status.details.ts');
    };
    const controller = new ApplicationStatusController(host, () => undefined, load);
    controller.want(clientOf(new StatusBackend()));
    controller.look(RIGHT);
    await arrive(controller, 'failed');
    missing = false;
    controller.retry();
    await arrive(controller, 'ready');
  });
});

describe('what the person leaves behind', () => {
  it('is nothing: neither what is shown, nor what opens it, nor an answer on its way', async () => {
    const backend = new StatusBackend();
    const controller = make(backend);
    controller.look(RIGHT);
    await arrive(controller, 'ready');
    controller.forget();
    expect(kind(controller)).to.equal('idle');
    controller.retry();
    expect(kind(controller), 'nothing to ask with').to.equal('idle');
    controller.look(RIGHT);
    controller.forget();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(kind(controller)).to.equal('idle');
  });
  it('is not shown while the next person’s is looked up', async () => {
    const controller = make();
    controller.look(RIGHT);
    await arrive(controller, 'ready');
    controller.look({number: '20261019-000001', code: '0000-0000-0000'});
    expect(controller.state).to.deep.equal({kind: 'loading'});
    await arrive(controller, 'failed');
    expect(controller.state).to.not.have.property('previous');
  });
  it('is not told to another backend', async () => {
    const [first, second] = [new StatusBackend(), new StatusBackend()];
    const controller = make(first);
    controller.look(RIGHT);
    await arrive(controller, 'ready');
    controller.want(clientOf(second));
    expect(kind(controller)).to.equal('idle');
    controller.retry();
    expect(second.sent.length).to.equal(0);
  });
});

describe('what the applicant does', () => {
  it('takes the place of what is shown', async () => {
    const backend = new StatusBackend(statuses.correctionRequired);
    const controller = make(backend);
    controller.look(RIGHT);
    await arrive(controller, 'ready');
    await controller.correct({request: {title: '示范区道路改造的批复'}}, {key: 'k'.repeat(22)});
    expect(controller.state).to.have.nested.property('value.state', 'registered');
    expect(backend.sent.at(-1)).to.deep.equal({
      path: '/applications/corrections',
      body: {credential: RIGHT, request: {title: '示范区道路改造的批复'}},
      key: 'k'.repeat(22),
    });
    await controller.withdraw('');
    expect(backend.sent.at(-1)!.body).to.deep.equal({credential: RIGHT});
    expect(controller.state).to.have.nested.property('value.state', 'withdrawn');
  });
  it('leaves what is shown when it fails', async () => {
    const backend = new StatusBackend();
    const controller = make(backend);
    controller.look(RIGHT);
    await arrive(controller, 'ready');
    backend.override = () => refuse(409, 'illegal-move');
    const error: unknown = await controller.withdraw('').catch((reason: unknown) => reason);
    expect(error).to.have.nested.property('problem.code', 'illegal-move');
    expect(controller.state).to.have.nested.property('value.state', 'processing');
  });
});
