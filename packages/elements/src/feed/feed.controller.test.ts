import {expect} from '@open-wc/testing';
import {clientFor, type ZwgkClient} from '@zwgk/client';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {reposts} from '../testing/feed.ts';
import {until} from '../testing/wait.ts';
import {FeedController} from './feed.controller.ts';

const controllers: FeedController[] = [];
/** A controller on an element of the page, that looks again every `refresh` ms. */
function make(refresh = 60_000): {controller: FeedController; host: HTMLElement} {
  const host = document.body.appendChild(document.createElement('button'));
  const more = {addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined};
  const controller = new FeedController(Object.assign(host, {...more, updateComplete: Promise.resolve(true)}), () => undefined, refresh);
  controller.hostConnected();
  controllers.push(controller);
  return {controller, host};
}
const clientOf = (scenario: Scenario): ZwgkClient => clientFor(useBackend(scenario).endpoint);
const listed = (controller: FeedController): number => (controller.state.kind === 'ready' ? controller.state.value.items.length : 0);

afterEach(() => controllers.splice(0).forEach((controller) => controller.hostDisconnected()));

describe('the feed’s one state', () => {
  it('is unconfigured without an endpoint', () => {
    const {controller} = make();
    controller.want(undefined, 5);
    expect(controller.state.kind).to.equal('unconfigured');
  });
  it('goes from loading to ready, with as many as are wanted', async () => {
    const {controller} = make();
    controller.want(clientOf({}), 3);
    expect(controller.state.kind).to.equal('loading');
    await until('three rows', () => listed(controller) === 3);
  });
  it('is empty when nothing was passed on', async () => {
    const {controller} = make();
    controller.want(clientOf({reposts: []}), 5);
    await until('empty', () => controller.state.kind === 'empty');
  });
  it('fails with a code, and recovers', async () => {
    let broken = true;
    const {controller} = make();
    controller.want(clientOf({override: () => (broken ? problem(500, 'internal') : undefined)}), 5);
    const failed = await until('failed', () => controller.state.kind === 'failed' && controller.state);
    expect(failed.error.code).to.equal('server-error');
    broken = false;
    controller.retry();
    await until('ready', () => listed(controller) === 5);
  });
});

describe('more of them', () => {
  it('come under what is there, page by page, until all are listed', async () => {
    const {controller} = make();
    controller.want(clientOf({}), 5);
    await until('the first page', () => listed(controller) === 5);
    controller.more();
    expect(controller.isAdding).to.equal(true);
    await until('the second', () => listed(controller) === 10);
    controller.more();
    await until('the third', () => listed(controller) === reposts.length);
    expect(controller.state).to.have.nested.property('value.nextCursor', null);
  });
  it('that fail leave what is there, and can be asked for again', async () => {
    let broken = false;
    const {controller} = make();
    controller.want(clientOf({override: () => (broken ? problem(500, 'internal') : undefined)}), 5);
    await until('the first page', () => listed(controller) === 5);
    broken = true;
    controller.more();
    const failed = await until('failed', () => controller.state.kind === 'failed' && controller.state);
    expect(failed.previous?.items.length).to.equal(5);
    broken = false;
    controller.retry();
    await until('the second page', () => listed(controller) === 10);
  });
  it('belong to the backend that they came from', async () => {
    const {controller} = make();
    controller.want(clientOf({}), 5);
    await until('the first page', () => listed(controller) === 5);
    controller.more();
    await until('the second', () => listed(controller) === 10);
    controller.want(clientOf({reposts: reposts.slice(0, 1)}), 5);
    await until('the other backend’s one', () => listed(controller) === 1);
  });
});

describe('a page that stays open (R6.6)', () => {
  /** A backend on which one more policy is passed on whenever somebody looks. */
  const growing = (): ZwgkClient => {
    let count = 0;
    return clientOf({override: () => Response.json({items: reposts.slice(0, ++count), total: count, nextCursor: 'c1'})});
  };
  it('shows a new policy by itself', async () => {
    const {controller} = make(20);
    controller.want(growing(), 5);
    await until('a third look', () => listed(controller) === 3);
  });
  it('leaves the list alone while the reader is in it', async () => {
    const {controller, host} = make(20);
    host.focus();
    controller.want(growing(), 5);
    await until('the first look', () => listed(controller) === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(listed(controller)).to.equal(1);
    host.blur();
    await until('a second look', () => listed(controller) === 2);
  });
  it('leaves a list alone that the reader has made longer', async () => {
    const {endpoint, requests} = useBackend({});
    const {controller} = make(20);
    controller.want(clientFor(endpoint), 5);
    await until('the first page', () => listed(controller) === 5);
    controller.more();
    await until('the second', () => listed(controller) === 10);
    const asked = requests.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(requests.length).to.equal(asked);
  });
  it('asks no more once the widget is gone', async () => {
    const {controller} = make(20);
    controller.want(growing(), 5);
    await until('a second look', () => listed(controller) === 2);
    controller.hostDisconnected();
    await until('the last answer', () => controller.state.kind === 'ready');
    const last = listed(controller);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(listed(controller)).to.equal(last);
  });
});
