import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  DISCLOSURES,
  DOMAINS,
  FIVE_STAGES,
  FRESHNESS,
  LEVELS,
  type CatalogFacets,
  type CatalogItem,
  type CatalogQuery,
} from '@zwgk/contract';
import {addDays, CALENDAR_YEARS, fold, freshness, queryWords, WorkCalendar} from '@zwgk/rules';
import fc from 'fast-check';
import {generateDirectory, generateItem, randomSource} from '../testing/generate.ts';
import {seededStore, TODAY} from '../testing/temp-store.ts';
import type {SqliteStore} from './sqlite-store.ts';

const {regions, agencies} = generateDirectory(2);
const parents = new Map(regions.map(({id, parent}) => [id, parent]));
const calendar = new WorkCalendar(CALENDAR_YEARS);

function liesIn(region: string, ancestors: readonly string[]): boolean {
  for (let at: string | null = region; at !== null; at = parents.get(at) ?? null) if (ancestors.includes(at)) return true;
  return false;
}

type Name = keyof CatalogFacets;
const NAMES: readonly Name[] = ['region', 'agency', 'level', 'domain', 'matter', 'disclosure', 'stage', 'freshness'];

const texts = new Map<CatalogItem, string>();
function textOf(item: CatalogItem): string {
  const made =
    texts.get(item) ?? fold([item.level1, item.level2, ...item.contentElements, item.legalBasis[0]!.title, item.publisherName].join('\n'));
  texts.set(item, made);
  return made;
}

/** The plain meaning of each filter, told item by item. */
function passes(item: CatalogItem, query: CatalogQuery, except?: Name): boolean {
  const among = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
    wanted === undefined || (value !== undefined && wanted.includes(value));
  const tests: Record<Name, boolean> = {
    region: query.region === undefined || liesIn(item.region, query.region),
    agency: among(query.agency, item.publisher),
    level: query.level === undefined || item.levels.some((level) => query.level!.includes(level)),
    domain: among(query.domain, item.domain),
    matter: among(query.matter, item.level1),
    disclosure: among(query.disclosure, item.disclosure),
    stage: among(query.stage, item.fiveStage),
    freshness: among(query.freshness, item.freshness.status),
  };
  const day = item.lastPublishedOn;
  const inTime =
    (query.updatedFrom === undefined || (day !== undefined && day >= query.updatedFrom)) &&
    (query.updatedTo === undefined || (day !== undefined && day <= query.updatedTo));
  const found = queryWords(query.q ?? '').every((word) => textOf(item).includes(word));
  const onTopic = query.topic === undefined || (item.topics ?? []).some((topic) => query.topic!.includes(topic));
  return inTime && found && onTopic && NAMES.every((name) => name === except || tests[name]);
}

function bruteFacet(items: readonly CatalogItem[], query: CatalogQuery, name: Name): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (value: string): void => void (counts[value] = (counts[value] ?? 0) + 1);
  for (const item of items.filter((candidate) => passes(candidate, query, name))) {
    if (name === 'region') for (let at: string | null = item.region; at !== null; at = parents.get(at) ?? null) add(at);
    else if (name === 'level') item.levels.forEach(add);
    else if (name === 'stage') [item.fiveStage ?? []].flat().forEach(add);
    else
      add(
        {agency: item.publisher, domain: item.domain, matter: item.level1, disclosure: item.disclosure, freshness: item.freshness.status}[
          name
        ],
      );
  }
  return counts;
}

const some = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), {minLength: 1, maxLength: 3});
const queries = fc.record(
  {
    q: fc.constantFrom('招生', '预算 公开', '教', '第1', '審批結果', '不存在的词'),
    region: some(regions.map(({id}) => id)),
    agency: some(agencies.map(({id}) => id)),
    level: some(Object.keys(LEVELS)),
    domain: some(Object.keys(DOMAINS)),
    matter: some(['招生入学', '预算决算', '法律援助', '没有这个']),
    disclosure: some(Object.keys(DISCLOSURES)),
    stage: some(Object.keys(FIVE_STAGES)),
    freshness: some(Object.keys(FRESHNESS)),
    topic: some(['民生实事', '营商环境', '无']),
    updatedFrom: fc.constantFrom('2024-08-01', '2026-01-01'),
    updatedTo: fc.constantFrom('2025-06-30', '2026-11-24'),
  },
  {requiredKeys: []},
) as fc.Arbitrary<CatalogQuery>;

async function everything(store: SqliteStore): Promise<CatalogItem[]> {
  const items: CatalogItem[] = [];
  for await (const batch of store.eachCatalogItem({}, TODAY)) items.push(...batch);
  return items;
}

test('totals and facets are what counting item by item gives, each facet with all filters but its own', async (t) => {
  const {store} = await seededStore(t, 400);
  const items = await everything(store);
  assert.equal(items.length, 400);
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const list = await store.listCatalogItems({...query, limit: 0}, TODAY);
      assert.equal(list.total, items.filter((item) => passes(item, query)).length);
      for (const name of NAMES) {
        const counted = Object.fromEntries(list.facets![name].filter(({count}) => count > 0).map(({value, count}) => [value, count]));
        assert.deepEqual(counted, bruteFacet(items, query, name), name);
      }
    }),
    {numRuns: 150},
  );
});

test('closed vocabularies keep their order, agencies and matters come by count, chosen values stay', async (t) => {
  const {store} = await seededStore(t, 300);
  const {facets} = await store.listCatalogItems({disclosure: ['withheld'], q: '不存在的词', limit: 0}, TODAY);
  assert.deepEqual(facets!.disclosure, [{value: 'withheld', label: '不予公开', count: 0}]);
  const all = (await store.listCatalogItems({limit: 0}, TODAY)).facets!;
  assert.deepEqual(
    all.disclosure.map(({value}) => value),
    ['proactive', 'partial', 'on_request', 'withheld'],
  );
  assert.deepEqual(
    all.region.map(({value}) => value),
    all.region.map(({value}) => value).toSorted(),
  );
  for (const facet of [all.agency, all.matter]) {
    assert.ok(facet.length <= 200);
    assert.ok(facet.every(({count}, i) => i === 0 || facet[i - 1]!.count >= count));
  }
  assert.equal(all.domain.find(({value}) => value === 'budget')!.label, '财政预决算');
});

test('freshness in the columns is the rule of freshness, on any day', async (t) => {
  const {store} = await seededStore(t, 100);
  // Two items due on every single day of two months with a long holiday and make-up days in them: a rhythm, and a change
  // that some have published; some of either are exempt.
  const daily = Array.from({length: 124}, (_, i) => {
    const {id, input} = generateItem(1000 + i, agencies[0]!, randomSource(i));
    const {freshnessExempt: _exempt, disclosureReason: _reason, ...rest} = input;
    const day = addDays('2026-09-10', i >> 1);
    const timeLimit = {text: '1日', kind: 'within' as const, days: 1, unit: 'day' as const, ...(i % 2 ? {anchor: '变更之日'} : {})};
    const dates = {informationOn: day, lastPublishedOn: i % 2 && i % 3 ? '2026-09-01' : day};
    const exempt = i % 5 ? {} : {freshnessExempt: '正在核对'};
    return {id, input: {...rest, disclosure: 'proactive' as const, timeLimit, ...dates, ...exempt}};
  });
  await store.saveCatalogItems(daily, '2026-11-24T00:00:00Z');
  const items = await everything(store);
  for (let day = '2026-09-16'; day < '2026-11-01'; day = addDays(day, 1)) {
    const {facets} = await store.listCatalogItems({limit: 0}, day);
    const counts: Record<string, number> = {};
    for (const item of items) {
      const {status} = freshness(item, day, calendar, 3);
      counts[status] = (counts[status] ?? 0) + 1;
    }
    assert.deepEqual(Object.fromEntries(facets!.freshness.map(({value, count}) => [value, count])), counts, day);
  }
});
