/** What runs in the browser: four ways to search the same titles, each built, timed and dropped in turn. */
import {fold, queryWords} from '@zwgk/rules';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import {LocalEngine} from '../../packages/elements/src/search/local/engine.ts';
import {makeQueries, makeTitles} from './titles.mjs';

const SHOWN = 20;

function finish(work) {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function bigramsOf(text) {
  const folded = fold(text);
  return Array.from({length: Math.max(1, folded.length - 1)}, (_, i) => folded.slice(i, i + 2));
}

const indexOf = (titles) => ({
  format: 'zwgk-search-index',
  version: 1,
  links: {document: '/d/{id}', catalog_item: '/c/{id}', agency: '/a/{id}'},
  labels: {type: {document: 'document'}, validity: {}},
  regions: [{id: '320000', name: 'R'}],
  agencies: [{id: 'a', name: '', region: '320000'}],
  words: [],
  hot: [],
  records: titles.map((title, n) => ({type: 'document', id: `d${n}`, title, agency: 0})),
});

/** Each answers a text with the titles of one page. */
const ENGINES = {
  scan(titles) {
    const folded = titles.map(fold);
    return (text) => {
      const word = fold(text);
      const found = [];
      for (let i = 0; i < folded.length; i++) if (folded[i].includes(word)) found.push(i);
      return found.slice(0, SHOWN).map((i) => titles[i]);
    };
  },
  exact(_titles, {engine}) {
    const take = {most: SHOWN, newestFirst: false};
    return (text) => {
      const words = queryWords(text);
      const {candidates} = finish(engine.matcher.find(finish(engine.matcher.lookUp(words)), take));
      return candidates.map(({record}) => engine.records.index.records[record].title);
    };
  },
  ranked:
    (_titles, {engine}) =>
    (text) =>
      finish(engine.search({q: text})).items.map(({title}) => title),
  fuse(titles) {
    const fuse = new Fuse(titles.map(fold), {threshold: 0.3, ignoreLocation: true});
    return (text) => fuse.search(fold(text), {limit: SHOWN}).map(({refIndex}) => titles[refIndex]);
  },
  mini(titles) {
    const mini = new MiniSearch({fields: ['title'], storeFields: [], tokenize: bigramsOf, processTerm: (term) => term});
    mini.addAll(titles.map((title, id) => ({id, title})));
    return (text) =>
      mini
        .search(text, {combineWith: 'AND'})
        .slice(0, SHOWN)
        .map(({id}) => titles[id]);
  },
};

const bench = {titles: [], queries: {}, index: undefined, engine: undefined, ask: undefined};

Object.assign(globalThis, {
  prepare(count, each) {
    bench.titles = makeTitles(count);
    bench.queries = makeQueries(bench.titles, each);
    bench.index = indexOf(bench.titles);
  },
  /** @returns milliseconds that it took to build. */
  buildEngine(name) {
    const start = performance.now();
    if (name === 'exact' || name === 'ranked') bench.engine ??= finish(LocalEngine.build(bench.index));
    bench.ask = ENGINES[name](bench.titles, bench);
    return performance.now() - start;
  },
  drop(all) {
    bench.ask = undefined;
    if (all) bench.engine = undefined;
  },
  /** @returns milliseconds of each query, best of `rounds`, and whether its right wording is on the first page. */
  askAll(kind, most, rounds) {
    const queries = bench.queries[kind].slice(0, most);
    const times = queries.map(() => Infinity);
    const found = queries.map(() => false);
    for (let round = 0; round < rounds; round++) {
      for (const [i, {text, right}] of queries.entries()) {
        const start = performance.now();
        const titles = bench.ask(text);
        times[i] = Math.min(times[i], performance.now() - start);
        found[i] ||= titles.some((title) => title.includes(right));
      }
    }
    return {times, found};
  },
});
