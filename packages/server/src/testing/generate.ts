/** Plausible catalogues of any size from a seed: the same seed gives the same catalogue. All of it is invented. */
import {CHANNELS, DISCLOSURES, DOMAINS, FIVE_STAGES, type Agency, type CatalogItemInput, type Level, type Region} from '@zwgk/contract';
import {addDays} from '@zwgk/rules';
import type {CatalogRecord} from '../store/store.ts';

const BODIES = [
  '教育局',
  '民政局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '生态环境局',
  '住房和城乡建设局',
  '农业农村局',
  '卫生健康委员会',
  '应急管理局',
  '市场监督管理局',
  '司法局',
  '交通运输局',
  '水利局',
  '文化和旅游局',
];
const PLACES = ['云湖', '青溪', '白塔', '松岭', '清河', '东泽', '长滩', '安澜', '平沙', '石梁', '新桥', '甘泉'];
const SUBJECTS = [
  '招生入学',
  '最低生活保障',
  '预算决算',
  '就业补助资金',
  '建设用地批准',
  '排污许可',
  '保障性住房分配',
  '耕地保护补贴',
  '预防接种',
  '安全生产检查',
  '食品抽检',
  '法律援助',
  '农村公路养护',
  '防汛抢险',
  '文化场馆开放',
  '养老机构备案',
  '重大项目环评',
  '城市管理执法',
  '公共资源交易',
  '社会救助',
];
const KINDS = [
  '办事指南',
  '政策文件',
  '实施结果',
  '监督检查情况',
  '审批结果公示',
  '年度计划',
  '资金分配方案',
  '行政处罚决定',
  '名单公告',
  '统计信息',
];
const DETAILS = ['办理条件', '申请材料', '办理流程', '结果名单', '资金来源', '监督电话', '实施范围', '补助标准', '责任单位', '公示期限'];
const LIMITS: CatalogItemInput['timeLimit'][] = [
  {text: '信息形成或者变更之日起20个工作日内', kind: 'within', days: 20, unit: 'workday', anchor: '信息形成或者变更之日'},
  {text: '7个工作日内', kind: 'within', days: 7, unit: 'workday'},
  {text: '每年更新', kind: 'within', days: 1, unit: 'year'},
  {text: '公示7日', kind: 'posted_for', days: 7, unit: 'day'},
  {text: '及时公开', kind: 'prompt'},
  {text: '长期公开', kind: 'permanent'},
];
const LEVELS: Level[] = ['province', 'city', 'county', 'township'];
const REASON = {text: '公开后可能危及公共安全', legalBasis: '政府信息公开条例第十四条'};

/** Numbers in [0, n) that look random and repeat for a seed. */
export function randomSource(seed: number): (n: number) => number {
  let state = seed >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/** A province, its cities, counties and townships, and the offices of each. */
export function generateDirectory(cities = 4): {regions: Region[]; agencies: Agency[]} {
  const regions: Region[] = [{id: '320000', name: '示例省', level: 'province', parent: null}];
  for (let c = 1; c <= cities; c++) {
    const city = `32${String(c).padStart(2, '0')}00`;
    regions.push({id: city, name: `${PLACES[c % PLACES.length]}市`, level: 'city', parent: '320000'});
    for (let d = 1; d <= 3; d++) {
      const county = `${city.slice(0, 4)}${String(20 + d)}`;
      regions.push({id: county, name: `${PLACES[(c + d * 3) % PLACES.length]}县`, level: 'county', parent: city});
      regions.push({id: `${county}001`, name: `${PLACES[(c + d * 5) % PLACES.length]}镇`, level: 'township', parent: county});
    }
  }
  const agencies = regions.flatMap((region) =>
    BODIES.slice(0, region.level === 'township' ? 3 : BODIES.length).map((body, i): Agency => {
      const name = `${region.name}${body}`;
      return {
        id: `org-${region.id}-${i + 1}`,
        name,
        shortName: body,
        level: region.level,
        region: region.id,
        kind: 'government',
        applicability: 'applies',
        office: {name: `${body}办公室`, phone: '025-00000000'},
        demo: true,
      };
    }),
  );
  return {regions, agencies};
}

export function generateItem(n: number, agency: Agency, random: (n: number) => number): CatalogRecord {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
  const subject = pick(SUBJECTS);
  const disclosure = random(10) < 7 ? 'proactive' : pick(Object.keys(DISCLOSURES) as CatalogItemInput['disclosure'][]);
  const ownLevel = LEVELS.indexOf(agency.level);
  const level1 = `${subject}${random(40) === 0 ? pick(KINDS) : ''}`;
  return {
    id: `item-${n}`,
    demo: true,
    input: {
      seq: n,
      level1,
      level2: `${subject}${pick(KINDS)}（第${n}项）`,
      domain: pick(Object.keys(DOMAINS) as CatalogItemInput['domain'][]),
      contentElements: [pick(DETAILS), pick(DETAILS), pick(DETAILS)],
      legalBasis: [
        {kind: 'normative_document', title: `关于${subject}的通知`, docNumbers: [`苏示办发〔${2010 + random(16)}〕${1 + random(300)}号`]},
      ],
      timeLimit: pick(LIMITS),
      publisher: agency.id,
      channels: ['website', ...(random(2) ? [pick(Object.keys(CHANNELS).slice(1) as CatalogItemInput['channels'])] : [])],
      audience: 'all',
      mode: disclosure === 'on_request' ? 'on_request' : 'proactive',
      levels: random(3) === 0 && ownLevel < 3 ? [LEVELS[ownLevel]!, LEVELS[ownLevel + 1]!] : [LEVELS[ownLevel]!],
      ...(random(5) ? {fiveStage: pick(Object.keys(FIVE_STAGES) as NonNullable<CatalogItemInput['fiveStage']>[])} : {}),
      disclosure,
      ...(disclosure === 'proactive' ? {} : {disclosureReason: REASON}),
      ...(random(10) ? {lastPublishedOn: addDays('2026-11-24', -random(900))} : {}),
      ...(random(30) === 0 ? {freshnessExempt: '正在核对'} : {}),
      ...(n % 3 ? {informationOn: addDays('2026-11-24', -((n * 37) % 900))} : {}),
      ...(random(8) === 0 ? {topics: [pick(['民生实事', '营商环境', '乡村振兴'])]} : {}),
    },
  };
}

/** `count` items, spread over the agencies. */
export function generateItems(count: number, agencies: readonly Agency[], seed = 1): CatalogRecord[] {
  const random = randomSource(seed);
  return Array.from({length: count}, (_, i) => generateItem(i + 1, agencies[random(agencies.length)]!, random));
}
