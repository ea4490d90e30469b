import {expect} from '@open-wc/testing';
import {clientFor} from '@zwgk/client';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';
import {CatalogController} from './catalog.controller.ts';

function host() {
  return {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
}
const clientOf = (scenario: Scenario) => clientFor(useBackend(scenario).endpoint);
const make = () => new CatalogController(host(), () => undefined);

describe('the catalogue’s one state', () => {
  it('is unconfigured without an endpoint', () => {
    const catalog = make();
    catalog.want(undefined, undefined, {});
    expect(catalog.state.kind).to.equal('unconfigured');
  });

  it('goes from loading to ready, and to empty when nothing matches', async () => {
    const catalog = make();
    const client = clientOf({});
    catalog.want(client, undefined, {limit: 20});
    expect(catalog.state.kind).to.equal('loading');
    await until('ready', () => catalog.state.kind === 'ready');
    catalog.want(client, undefined, {q: '没有这个', limit: 20});
    await until('empty', () => catalog.state.kind === 'empty');
  });

  it('keeps the last good list while the next one loads, and when it fails', async () => {
    let broken = false;
    const catalog = make();
    const client = clientOf({override: () => (broken ? problem(500, 'internal') : undefined)});
    catalog.want(client, undefined, {limit: 20});
    await until('ready', () => catalog.state.kind === 'ready');
    broken = true;
    catalog.want(client, undefined, {limit: 50});
    expect(catalog.state).to.have.property('previous');
    await until('failed', () => catalog.state.kind === 'failed');
    expect(catalog.state).to.have.property('previous');
    broken = false;
    catalog.retry();
    await until('ready again', () => catalog.state.kind === 'ready');
  });

  it('asks again only when something differs', async () => {
    const backend = useBackend();
    const catalog = make();
    for (let i = 0; i < 3; i++) catalog.want(clientFor(backend.endpoint), undefined, {limit: 20});
    await until('ready', () => catalog.state.kind === 'ready');
    expect(backend.requests.length).to.equal(1);
  });

  it('shows the last of several quick changes, whatever order the answers come in', async () => {
    const catalog = make();
    const client = clientOf({delay: 20});
    for (const q of ['房', '房屋', '房屋征收']) catalog.want(client, undefined, {q, limit: 20});
    const state = await until('ready', () => catalog.state.kind === 'ready' && catalog.state);
    expect(state.value.view === 'list' && state.value.list.items.every(({level2}) => level2.includes('房屋征收'))).to.equal(true);
  });
});
