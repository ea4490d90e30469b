/** A mix of different queries, the same for a seed: a citizen narrowing down, searching, leafing far. */
import {DISCLOSURES, DOMAINS, FIVE_STAGES, FRESHNESS, LEVELS} from '../../packages/contract/src/index.ts';
import {generateDirectory, randomSource} from '../../packages/server/src/testing/generate.ts';

const TWO = [
  '招生',
  '预算',
  '社保',
  '救助',
  '公示',
  '结果',
  '补贴',
  '检查',
  '许可',
  '审批',
  '条件',
  '材料',
  '流程',
  '电话',
  '标准',
  '教育',
  '民政',
  '水利',
  '农村',
  '资金',
  '名单',
  '统计',
  '处罚',
  '指南',
  '计划',
  '分配',
  '备案',
  '执法',
  '交易',
  '环评',
  '抽检',
  '援助',
  '养护',
  '抢险',
  '开放',
  '接种',
  '建设',
  '用地',
  '住房',
  '保障',
];
const FOUR = [
  '招生入学',
  '最低生活',
  '预算决算',
  '就业补助',
  '建设用地',
  '排污许可',
  '耕地保护',
  '预防接种',
  '安全生产',
  '食品抽检',
  '法律援助',
  '公路养护',
  '防汛抢险',
  '文化场馆',
  '养老机构',
  '重大项目',
  '城市管理',
  '公共资源',
  '社会救助',
  '办事指南',
  '政策文件',
  '实施结果',
  '监督检查',
  '结果公示',
  '年度计划',
  '资金分配',
  '行政处罚',
  '名单公告',
  '统计信息',
  '办理条件',
  '申请材料',
  '办理流程',
  '结果名单',
  '资金来源',
  '监督电话',
  '实施范围',
  '补助标准',
  '责任单位',
  '公示期限',
  '生活保障',
];
const SORTS = ['seq', '-updated', 'updated', 'due'];

/** @returns `{kind, query}` in mixed order; more than 200, no two alike. */
export function makeQueries(seed) {
  const random = randomSource(seed);
  const {regions, agencies} = generateDirectory();
  const pick = (from) => from[random(from.length)];
  const filters = {
    region: () => [pick(regions).id],
    agency: () => [pick(agencies).id],
    level: () => [pick(Object.keys(LEVELS))],
    domain: () => [pick(Object.keys(DOMAINS)), pick(Object.keys(DOMAINS))],
    matter: () => [pick(FOUR)],
    disclosure: () => [pick(Object.keys(DISCLOSURES))],
    stage: () => [pick(Object.keys(FIVE_STAGES))],
    freshness: () => [pick(Object.keys(FRESHNESS))],
  };
  const some = (count) => {
    const names = new Set();
    while (names.size < count) names.add(pick(Object.keys(filters)));
    return Object.fromEntries([...names].map((name) => [name, filters[name]()]));
  };
  const made = new Map();
  const add = (kind, query) => made.set(JSON.stringify(query), {kind, query});
  for (const sort of SORTS) add('no filter', {sort});
  add('no filter', {updatedFrom: '2024-01-01'});
  for (let i = 0; i < 60; i++) add('one filter', {...some(1), sort: pick(SORTS)});
  for (let i = 0; i < 60; i++) add('three filters', {...some(3), sort: pick(SORTS)});
  for (const q of TWO) add('2 characters', {q});
  for (const q of FOUR) add('4 characters', {q, sort: pick(SORTS)});
  return [...made.values()].sort(() => random(3) - 1);
}

/** Pages in the depth of the list, as key cursors. */
export async function deepPages(store, today) {
  const pages = [];
  for (const sort of SORTS) {
    let cursor;
    for (let page = 1; page <= 300; page++) {
      const list = await store.listCatalogItems({sort, limit: 100, facets: false, ...(cursor ? {cursor} : {})}, today);
      cursor = list.nextCursor;
      if (!cursor) break;
      if (page % 30 === 0) pages.push({kind: 'deep page', query: {sort, cursor}, offset: page * 100});
    }
  }
  for (const page of pages) Object.defineProperty(page.query, 'offset', {value: page.offset, enumerable: false});
  return pages;
}
