import {expect} from '@open-wc/testing';
import {clientFor} from '@zwgk/client';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';
import {SearchController, type SourceRef} from './search.controller.ts';
import {remoteSource} from './search.source.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const make = (): SearchController => new SearchController(host, () => undefined);
function backend(scenario: Scenario = {}): {ref: SourceRef; requests: URL[]} {
  const {endpoint, requests} = useBackend(scenario);
  return {ref: {key: endpoint, load: () => Promise.resolve(remoteSource(clientFor(endpoint)))}, requests};
}
const titles = (controller: SearchController): string[] =>
  'value' in controller.state ? controller.state.value.items.map(({title}) => title) : [];

describe('the one state of a search', () => {
  it('is unconfigured without anywhere to ask, idle without words', () => {
    const controller = make();
    controller.want(undefined, {q: '目录'});
    expect(controller.state.kind).to.equal('unconfigured');
    controller.want(backend().ref, undefined);
    expect(controller.state.kind).to.equal('idle');
  });
  it('goes from loading to ready, and to empty when nothing matches', async () => {
    const controller = make();
    const {ref} = backend();
    controller.want(ref, {q: '目录'});
    expect(controller.state.kind).to.equal('loading');
    await until('ready', () => controller.state.kind === 'ready');
    controller.want(ref, {q: '没有这个'});
    await until('empty', () => controller.state.kind === 'empty');
  });
  it('fails with a code, and recovers', async () => {
    let broken = true;
    const controller = make();
    controller.want(backend({override: () => (broken ? problem(500, 'internal') : undefined)}).ref, {q: '目录'});
    const failed = await until('failed', () => controller.state.kind === 'failed' && controller.state);
    expect(failed.error.code).to.equal('server-error');
    broken = false;
    controller.retry();
    await until('ready', () => controller.state.kind === 'ready');
  });
  it('asks once for the same thing', async () => {
    const {ref, requests} = backend();
    const controller = make();
    for (let i = 0; i < 3; i++) controller.want(ref, {q: '目录'});
    await until('ready', () => controller.state.kind === 'ready');
    expect(requests.length).to.equal(1);
  });
  it('is always that of the latest words, though earlier answers come later', async () => {
    const order: Readonly<Record<string, number>> = {临时救助: 120, 稻谷补贴: 80, 招生入学: 40, 信息公开: 10};
    const {ref} = backend({delay: (url) => order[url.searchParams.get('q')!] ?? 0});
    const controller = make();
    for (const q of Object.keys(order)) controller.want(ref, {q});
    await until('the last answer', () => titles(controller).length > 0);
    const seen = titles(controller);
    expect(seen[0]).to.contain('信息公开');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(titles(controller)).to.deep.equal(seen);
  });
});
