/** Invented catalogue and documents that tests and stories share. Not part of any bundle. */
import {
  DISCLOSURES,
  DOMAINS,
  FIVE_STAGES,
  FRESHNESS,
  LEVELS,
  type Agency,
  type CatalogItem,
  type DocumentDetail,
  type Domain,
  type Level,
  type Region,
} from '@zwgk/contract';

const keys = <K extends string>(terms: Readonly<Record<K, string>>): K[] => Object.keys(terms) as K[];

export const regions: readonly Region[] = [
  {id: '990000', name: '示例省', level: 'province', parent: null},
  {id: '990100', name: '示例市', level: 'city', parent: '990000'},
  {id: '990102', name: '示范区', level: 'county', parent: '990100'},
  {id: '990102101', name: '青禾镇', level: 'township', parent: '990102'},
];

const agency = (id: string, name: string, region: string, level: Level): Agency => ({
  id,
  name,
  shortName: name.slice(-4),
  level,
  region,
  kind: 'government',
  applicability: 'applies',
  office: {name: '政务公开办公室', phone: '0999-5550101', address: '示范区和平路 1 号', hours: '工作日 9:00–17:00'},
  demo: true,
});
export const agencies: readonly Agency[] = [
  agency('sls-jyt', '示例省教育厅', '990000', 'province'),
  agency('slsh-zjj', '示例市住房和城乡建设局', '990100', 'city'),
  agency('sfq-zjj', '示例市示范区住房和城乡建设局', '990102', 'county'),
  agency('qhz-zf', '示范区青禾镇人民政府', '990102101', 'township'),
];

const MATTERS: readonly (readonly [Domain, string, string, string])[] = [
  ['housing_expropriation', '房屋征收', '房屋征收与补偿决定', '征收范围、补偿标准、安置方案、签约期限'],
  ['affordable_housing', '公租房配租', '公共租赁住房配租对象、房源和结果', '配租对象、房源位置、轮候顺序、分配结果'],
  ['ecology', '环评审批', '建设项目环境影响评价文件审批', '受理情况、拟审批意见、审批决定'],
  ['agricultural_subsidies', '稻谷补贴', '稻谷补贴面积、标准和金额', '种植面积、补贴标准、补贴金额、公示时间'],
  ['compulsory_education', '招生入学', '义务教育学校招生范围和程序', '招生范围、报名条件、工作流程、咨询电话'],
  ['employment', '职业培训', '职业培训补贴申领', '补贴对象、补贴标准、培训机构名单'],
  ['social_assistance', '临时救助', '临时救助对象和标准', '救助对象、救助标准、申请程序'],
  ['other', '内部请示', '关于调整内设机构分工的请示', '请示事项'],
];
type Promised = Pick<CatalogItem, 'timeLimit' | 'informationOn' | 'freshness'>;

const RHYTHM: CatalogItem['timeLimit'] = {text: '20个工作日内', kind: 'within', days: 20, unit: 'workday'};
const ANCHORED = {...RHYTHM, text: '信息形成或者变更之日起20个工作日内', anchor: '信息形成或者变更之日'};
/** One of every state on 2026-11-24. */
const PROMISES: readonly Promised[] = [
  {timeLimit: RHYTHM, freshness: {status: 'on_time', dueOn: '2026-12-16', daysLeft: 16}},
  {timeLimit: ANCHORED, informationOn: '2026-10-26', freshness: {status: 'late', dueOn: '2026-11-23', lateBy: 1}},
  {timeLimit: ANCHORED, informationOn: '2026-10-29', freshness: {status: 'due_soon', dueOn: '2026-11-26', daysLeft: 2}},
  {timeLimit: ANCHORED, informationOn: '2026-01-12', freshness: {status: 'exempt', reason: '目录正在修订'}},
  {timeLimit: ANCHORED, freshness: {status: 'not_applicable'}},
  {timeLimit: ANCHORED, informationOn: '2026-01-12', freshness: {status: 'on_time'}},
];
/** The state of the `i`-th item; every other one that is on time has been published, with nothing due. */
const promised = (i: number): Promised => (i % 10 === 5 ? PROMISES[5]! : PROMISES[i % 5]!);

const BASIS: CatalogItem['legalBasis'] = [
  {kind: 'administrative_regulation', title: '中华人民共和国政府信息公开条例', docNumbers: ['国务院令第711号']},
  {kind: 'normative_document', title: '示例市信息公开办法', docNumbers: ['苏示规〔2025〕6号'], documentId: 'doc-1'},
];

/** The `i`-th of as many items as are wanted: the same one every time. */
export function makeItem(i: number): CatalogItem {
  const [domain, level1, level2, content] = MATTERS[i % MATTERS.length]!;
  const publisher = agencies[i % agencies.length]!;
  const disclosure = domain === 'other' ? 'withheld' : keys(DISCLOSURES)[i % 7 < 4 ? 0 : (i % 7) - 4]!;
  const promise = disclosure === 'withheld' || disclosure === 'on_request' ? PROMISES[4]! : promised(i);
  // A change that is still to be published came after the last publication.
  const month = Math.min(11 - (i % 9), promise.freshness.dueOn && promise.informationOn ? 10 : 11);
  return {
    id: `it-${i}`,
    seq: i + 1,
    level1,
    level2: i < MATTERS.length ? level2 : `${level2}（${i}）`,
    domain,
    contentElements: content.split('、'),
    legalBasis: BASIS,
    ...promise,
    publisher: publisher.id,
    publisherName: publisher.name,
    region: publisher.region,
    regionName: regions.find(({id}) => id === publisher.region)!.name,
    channels: ['website', 'reading_point', 'notice_board'],
    audience: i % 5 === 3 ? 'specific' : 'all',
    ...(i % 5 === 3 ? {audienceNote: '本镇种植户'} : {}),
    mode: disclosure === 'on_request' ? 'on_request' : 'proactive',
    levels: [publisher.level],
    fiveStage: keys(FIVE_STAGES)[i % 5]!,
    disclosure,
    ...(disclosure === 'proactive'
      ? {}
      : {disclosureReason: {text: '过程性信息（请示报告）', legalBasis: '政府信息公开条例第十六条第二款'}}),
    responsible: {post: '政策法规科', procedure: '拟稿、审核、发布', limit: '3 个工作日'},
    ...(disclosure === 'withheld' ? {} : {lastPublishedOn: `2026-${String(month).padStart(2, '0')}-18`}),
    version: i % 6 === 1 ? 2 : 1,
    ...(i % 6 === 1 ? {supersedes: 1, change: 'changed' as const} : {}),
    ...(i % 6 === 2 ? {change: 'added' as const} : {}),
    updatedAt: '2026-11-18T02:00:00Z',
    documentCount: i === 0 ? 2 : 0,
    demo: true,
  };
}

export const makeItems = (count: number): CatalogItem[] => [...new Array<number>(count).keys()].map(makeItem);

const article = (n: number, label: string, text: string): NonNullable<DocumentDetail['body']>[number] => ({
  id: `art-${n}`,
  kind: 'article',
  depth: 1,
  label,
  blocks: [{text}],
});

/** A document of every kind: public with a table, on request, repealed. */
export const documents: readonly DocumentDetail[] = [
  {
    id: 'doc-1',
    indexNo: '113200009999990157/2025-00006',
    title: '示例市信息公开办法',
    issuer: 'slsh-zjj',
    issuerName: '示例市住房和城乡建设局',
    drafter: '示例市住房和城乡建设局',
    docNumber: '苏示规〔2025〕6号',
    writtenOn: '2025-03-10',
    publishedOn: '2025-03-14',
    effectiveOn: '2025-05-01',
    validity: 'in_force',
    subject: ['综合政务\\政务公开'],
    genre: '通知',
    keywords: ['信息公开', '目录'],
    abstract: '规定哪些信息要公开、多久公开、怎样申请。',
    disclosure: 'proactive',
    publicMark: '此件公开发布',
    attachments: [
      {
        name: '公开目录模板.xlsx',
        url: 'https://slsh.example.com/files/template.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: 31_744,
      },
    ],
    catalogItems: ['it-0'],
    version: 1,
    updatedAt: '2025-03-14T02:00:00Z',
    demo: true,
    textHash: '0'.repeat(64),
    body: [
      {id: 'ch-1', kind: 'chapter', depth: 0, label: '第一章', heading: '总则', blocks: []},
      article(1, '第一条', '为了让公众方便地得到政府信息，制定本办法。'),
      article(2, '第二条', '本市各级行政机关公开政府信息，适用本办法。'),
      {id: 'ch-2', kind: 'chapter', depth: 0, label: '第二章', heading: '公开目录', blocks: []},
      article(3, '第三条', '行政机关应当编制公开目录，逐项写明公开的主体、内容、时限和方式。'),
      {
        id: 'art-4',
        kind: 'article',
        depth: 1,
        label: '第四条',
        blocks: [
          {text: '公开时限按下表执行。'},
          {html: '<table><tr><th scope="col">信息</th><th scope="col">时限</th></tr><tr><td>政策文件</td><td>20个工作日</td></tr></table>'},
        ],
      },
      article(5, '第五条', '目录变更的，应当在变更之日起20个工作日内更新。'),
      article(6, '第六条', '本办法自2025年5月1日起施行。'),
    ],
  },
  {
    id: 'doc-2',
    indexNo: '113200009999990157/2025-00012',
    title: '某地块征收补偿安置会议纪要',
    issuer: 'slsh-zjj',
    issuerName: '示例市住房和城乡建设局',
    writtenOn: '2025-06-02',
    publishedOn: '2025-06-20',
    validity: 'in_force',
    subject: ['国土资源、能源\\土地'],
    genre: '纪要',
    disclosure: 'on_request',
    disclosureReason: {text: '涉及第三方的商业秘密，申请后要征求第三方意见。', legalBasis: '政府信息公开条例第十五条、第三十二条'},
    publicMark: null,
    catalogItems: ['it-0'],
    version: 1,
    updatedAt: '2025-06-20T02:00:00Z',
    demo: true,
  },
  {
    id: 'doc-3',
    indexNo: '113200009999990157/2019-00004',
    title: '示例市信息公开暂行办法',
    issuer: 'slsh-zjj',
    issuerName: '示例市住房和城乡建设局',
    docNumber: '苏示规〔2019〕2号',
    writtenOn: '2019-04-02',
    publishedOn: '2019-04-09',
    repealedOn: '2025-05-01',
    validity: 'repealed',
    subject: ['综合政务\\政务公开'],
    genre: '通知',
    disclosure: 'proactive',
    publicMark: '此件公开发布',
    version: 1,
    updatedAt: '2025-05-01T02:00:00Z',
    demo: true,
    body: [article(1, '第一条', '本市各级行政机关公开政府信息，适用本办法。'), article(2, '第二条', '公开目录应当每年更新。')],
  },
];

export const labels = {LEVELS, DISCLOSURES, DOMAINS, FIVE_STAGES, FRESHNESS};
