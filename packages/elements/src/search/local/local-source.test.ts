import {expect} from '@open-wc/testing';
import {ApiError, useClient, ZwgkClient} from '@zwgk/client';
import type {SearchIndex} from '@zwgk/contract';
import {inSlices} from '../../foundation/in-slices.ts';
import {SEARCH_INDEX} from '../../testing/search-index.ts';
import {LocalEngine, type Steps} from './engine.ts';
import {localSource} from './local-source.ts';
import {PageAnswerer} from './page-answerer.ts';
import {startEngine, WorkerAnswerer} from './worker-answerer.ts';

let sites = 0;
/** A site of its own for each test, with this index or this failure; counts how often it is asked. */
function site(index: object | Error): {url: string; asked: () => number; mend: (index: object) => void} {
  const folder = `https://site-${++sites}.example.com/search`;
  let [answer, count] = [index, 0];
  useClient(
    new ZwgkClient(folder, () => {
      count++;
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve(new Response(JSON.stringify(answer), {headers: {'content-type': 'application/json'}}));
    }),
  );
  return {url: `${folder}/index.json`, asked: () => count, mend: (mended) => (answer = mended)};
}

/** Whether the browser's clock goes by whole milliseconds. */
const isCoarse = (): boolean =>
  [1, 2, 3].every(() => {
    const start = performance.now();
    for (;;) if (performance.now() !== start) return performance.now() - start >= 0.9;
  });

const never = new AbortController().signal;
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );

describe('a static index as a source of answers', () => {
  it('is read once, and answers from then on without the network', async () => {
    const {url, asked, mend} = site(SEARCH_INDEX);
    const source = localSource(url);
    expect((await source.search({q: '政务公开'}, never)).items[0]!.id).to.equal('doc-open');
    mend(new Error('offline'));
    expect((await source.suggest({q: '招生'}, never)).length).to.be.greaterThan(0);
    expect((await localSource(url).search({q: '收取费用'}, never)).total).to.equal(1);
    expect(asked()).to.equal(1);
  });

  it('never lets an older answer through once a newer question of its kind is asked', async () => {
    const {url} = site(SEARCH_INDEX);
    const source = localSource(url);
    const suggestion = source.suggest({q: '政'}, never);
    const old = ['政', '政务', '政务公'].map((q) => codeOf(source.search({q}, never)));
    const newest = source.search({q: '政务公开'}, never);
    expect(await Promise.all(old)).to.deep.equal(['aborted', 'aborted', 'aborted']);
    expect((await newest).total).to.equal(2);
    expect(await codeOf(suggestion)).to.equal('answered');
  });

  it('gives up the moment that its caller does, also while the index loads', async () => {
    const abort = new AbortController();
    const asked = codeOf(localSource(site(SEARCH_INDEX).url).search({q: '政务'}, abort.signal));
    abort.abort();
    expect(await asked).to.equal('aborted');
    expect(await codeOf(localSource(site(SEARCH_INDEX).url).search({q: '政务'}, abort.signal))).to.equal('aborted');
  });

  it('says what is wrong with a file that is no index, is of a later version or is missing, and tries again', async () => {
    for (const bad of [{}, {...SEARCH_INDEX, version: 2}, {...SEARCH_INDEX, format: 'x'}]) {
      expect(await codeOf(localSource(site(bad).url).search({q: '政务'}, never))).to.equal('contract-mismatch');
    }
    const {url, mend} = site({...SEARCH_INDEX, version: 2});
    const source = localSource(url);
    expect(await codeOf(source.search({q: '政务'}, never))).to.equal('contract-mismatch');
    mend(SEARCH_INDEX);
    expect(await codeOf(source.search({q: '政务'}, never))).to.equal('answered');
  });

  it('refuses a text of more than 64 characters as the server does', async () => {
    const source = localSource(site(SEARCH_INDEX).url);
    const error = await source.search({q: '𠀋'.repeat(65)}, never).catch((reason: unknown) => reason as ApiError);
    expect((error as ApiError).problem?.code).to.equal('query-too-long');
    expect(await codeOf(source.search({q: '𠀋'.repeat(64)}, never))).to.equal('answered');
  });
});

describe('where the engine runs', () => {
  it('answers the same in a worker and on the page', async () => {
    const worker = await startEngine();
    expect(worker, 'a worker starts here').to.not.equal(undefined);
    const [inWorker, onPage] = [new WorkerAnswerer(worker!, SEARCH_INDEX), new PageAnswerer(SEARCH_INDEX)];
    for (const q of ['政务公开', '政务共开', '苏示办发2017151', '上学', '无此词语']) {
      const question = {what: 'search', query: {q}} as const;
      expect(await inWorker.ask(question, never)).to.deep.equal(await onPage.ask(question, never));
    }
    worker!.terminate();
  });

  it('gives the page its turn at least every eight milliseconds, building and searching five thousand records', function () {
    this.timeout(60_000);
    const words = ['公共', '服务', '财政', '预算', '住房', '保障', '教育', '招生', '环境', '评价', '安全', '检查', '土地', '征收', '补偿'];
    const text = (n: number, length: number): string =>
      [...Array(length).keys()].map((i) => words[(n * 7 + i * i * 3 + n * i) % words.length]).join('');
    const records = [...Array(5000).keys()].map((n) => ({
      ...SEARCH_INDEX.records[3]!,
      id: `doc-${n}`,
      title: `${text(n, 6)}${n}`,
      articles: [1, 2, 3].map((a) => ({id: `art-${a}`, text: text(n + a, 30)})),
    }));
    const index: SearchIndex = {...SEARCH_INDEX, records};
    // A slice is four milliseconds of steps and the step that goes over them. Steps are the same in every run; the
    // shortest time of each leaves out what else the machine was doing.
    const best = new Map<string, number[]>();
    const timed = <T>(name: string, work: Steps<T>): T => {
      const times = best.get(name) ?? [];
      best.set(name, times);
      for (let i = 0; ; i++) {
        const start = performance.now();
        const step = work.next();
        times[i] = Math.min(times[i] ?? Infinity, performance.now() - start);
        if (step.done) return step.value;
      }
    };
    for (let run = 0; run < 6; run++) {
      const engine = timed('build', LocalEngine.build(index));
      for (const q of ['公共服务', '财政预算教育', '保障', '土地征受补偿', '公']) {
        const results = timed(q, engine.search({q}));
        expect(results.total, q).to.be.greaterThan(0);
      }
    }
    for (const [name, times] of best) expect(times.length, name).to.be.greaterThan(40);
    // A clock of whole milliseconds, as two of the engines have, tells nothing about steps of a few.
    if (isCoarse()) return;
    for (const [name, times] of best) expect(Math.max(...times), `${name}: longest of ${times.length} steps`).to.be.at.most(4);
  });

  it('pauses after four milliseconds of work, and only then', async () => {
    const slices: number[] = [];
    function* work(): Generator<undefined, string> {
      for (let step = 0; step < 20; step++) {
        for (const end = performance.now() + 1; performance.now() < end;);
        yield;
      }
      return 'done';
    }
    expect(await inSlices(work(), never, (ms) => slices.push(ms))).to.equal('done');
    expect(slices.length).to.be.greaterThan(1);
    for (const ms of slices.slice(0, -1)) expect(ms).to.be.at.least(4);
  });

  it('stops between two slices when the question is given up', async () => {
    const abort = new AbortController();
    function* endless(): Generator<undefined, string> {
      for (;;) yield;
    }
    setTimeout(() => abort.abort(), 20);
    expect(await inSlices(endless(), abort.signal)).to.equal(undefined);
  });
});
