/** Answers of an API with one agency and twenty matters: fixed, so that a page always shows the same. */
import type {
  CatalogItem,
  CatalogItemList,
  ConsultationList,
  MeetingList,
  DocumentDetail,
  DocumentInterpretations,
  DocumentList,
  DocumentSummary,
  RepostList,
} from '@zwgk/contract';

const MATTERS = [
  '房屋征收补偿方案',
  '公共租赁住房配租结果',
  '施工许可证发放',
  '老旧小区改造计划',
  '住房租赁补贴发放',
  '物业服务企业信用评价',
];

function item(index: number): CatalogItem {
  return {
    id: `item-${index}`,
    seq: index,
    level1: '公租房保障',
    level2: `${MATTERS[index % MATTERS.length]}（第${index}项）`,
    domain: 'affordable_housing',
    contentElements: ['对象', '标准', '程序', '结果'],
    legalBasis: [{kind: 'administrative_regulation', title: '中华人民共和国政府信息公开条例', docNumbers: ['国务院令第711号']}],
    timeLimit: {text: '信息形成或者变更之日起20个工作日内', kind: 'within', days: 20, unit: 'workday'},
    publisher: 'agency-1',
    publisherName: '示例市示范区住房和城乡建设局',
    region: '320990',
    regionName: '示例市示范区',
    channels: ['website', 'gazette'],
    audience: 'all',
    mode: 'proactive',
    levels: ['county'],
    disclosure: 'proactive',
    lastPublishedOn: '2026-11-18',
    version: 1,
    updatedAt: '2026-11-18T02:00:00Z',
    freshness: {status: 'on_time'},
    documentCount: 0,
    demo: true,
  };
}

const items = Array.from({length: 20}, (_, index) => item(index + 1));

export const LIST: CatalogItemList = {
  items,
  total: items.length,
  nextCursor: null,
  prevCursor: null,
  facets: {
    region: [{value: '320990', label: '示例市示范区', count: 20}],
    agency: [{value: 'agency-1', label: '示例市示范区住房和城乡建设局', count: 20}],
    level: [{value: 'county', label: '县级', count: 20}],
    domain: [{value: 'affordable_housing', label: '保障性住房', count: 20}],
    matter: [{value: '公租房保障', label: '公租房保障', count: 20}],
    disclosure: [{value: 'proactive', label: '主动公开', count: 20}],
    stage: [],
    freshness: [{value: 'on_time', label: '按时', count: 20}],
  },
};

const DOCUMENT: DocumentDetail = {
  id: 'doc-1',
  indexNo: '示范-0001',
  title: '示范区公共租赁住房管理办法',
  issuer: 'agency-1',
  issuerName: '示例市示范区住房和城乡建设局',
  docNumber: '示建规〔2026〕3号',
  writtenOn: '2026-10-08',
  publishedOn: '2026-10-12',
  validity: 'in_force',
  subject: ['城乡建设'],
  genre: '通知',
  disclosure: 'proactive',
  publicMark: '此件公开发布',
  version: 1,
  updatedAt: '2026-10-12T01:00:00Z',
  demo: true,
  textHash: '0'.repeat(64),
  body: [
    {id: 'art-1', kind: 'article', depth: 0, label: '第一条', blocks: [{text: '为了规范公共租赁住房管理，制定本办法。'}]},
    {id: 'art-2', kind: 'article', depth: 0, label: '第二条', blocks: [{html: '<p>申请人<strong>应当</strong>如实填写。</p>'}]},
  ],
};

/** What the legacy page prints by itself, as the API holds it. */
const PRINTED: DocumentDetail = {
  ...DOCUMENT,
  id: 'doc-2',
  title: '关于推进老旧住区加装电梯的实施意见',
  issuerName: '示例省人民政府办公厅',
  docNumber: '苏示办发〔2025〕29号',
  writtenOn: '2025-06-16',
  publishedOn: '2025-06-18',
  body: [
    {
      id: 'item-9',
      kind: 'item',
      depth: 1,
      label: '（九）',
      heading: '公积金提取。',
      blocks: [{text: '业主及其配偶、父母、子女可以提取住房公积金支付加装费用，提取额不超过个人分摊部分。'}],
    },
  ],
};

function summary(doc: DocumentDetail): DocumentSummary {
  const {body: _, textHash: _hash, ...rest} = doc;
  return rest;
}

/** One interpretation, of the first words of the document. */
function interpreted(doc: DocumentDetail, quote: string): DocumentInterpretations {
  const section = doc.body![0]!.id;
  const found = {state: 'exact' as const, section, start: 0, end: quote.length};
  return {
    document: summary(doc),
    duty: {status: 'on_time', responsible: doc.issuerName, basis: 'issuer', publishedOn: doc.publishedOn},
    items: [
      {
        id: `interpretation-of-${doc.id}`,
        document: doc.id,
        title: `《${doc.title}》解读`,
        phase: 'publication',
        forms: ['text'],
        publishedOn: doc.publishedOn,
        responsible: doc.issuerName,
        facets: [
          {
            kind: 'background',
            explanations: [{blocks: [{text: '以前各地的做法不一样。'}], anchors: [{section, quote: {exact: quote}, found}]}],
          },
        ],
        questions: [],
        media: [],
        version: 1,
        updatedAt: '2026-10-13T01:00:00Z',
        demo: true,
      },
    ],
  };
}

const DOCUMENTS: DocumentList = {items: [summary(PRINTED)], total: 1, nextCursor: null, prevCursor: null};

/** What the API says below `/documents`: the printed one by its own id, one and the same for every other. */
export function documentAnswer(path: string): unknown {
  const [id, part] = path.split('/').slice(1);
  const doc = id === PRINTED.id ? PRINTED : DOCUMENT;
  if (!id) return DOCUMENTS;
  return part === 'interpretations' ? interpreted(doc, doc === PRINTED ? '业主及其配偶' : '为了规范公共租赁住房管理') : doc;
}

export const REPOSTS: RepostList = {
  items: [1, 2, 3].map((index) => ({
    id: `repost-${index}`,
    title: `关于加强公共租赁住房管理的意见（第${index}份）`,
    sourceName: '示例省人民政府办公厅',
    sourceUrl: `https://zhengce.example.com/${index}.html`,
    publishedOn: '2026-10-08',
    repostedAt: '2026-10-08T02:00:00Z',
    sha256: String(index).repeat(64),
    identical: index !== 3,
    demo: true,
  })),
  total: 3,
  nextCursor: null,
  prevCursor: null,
};

export const CONSULTATIONS: ConsultationList = {
  items: [
    {
      ...{
        id: 'con-1',
        version: 1,
        title: '示例市公共租赁住房管理办法（草案）征求意见',
        methods: ['opinions'],
        region: '320990',
        demo: true,
      },
      ...{sponsor: 'agency-1', sponsorName: '示例市示范区住房和城乡建设局'},
      ...{opensAt: '2026-11-10T16:00:00Z', closesAt: '2026-12-10T16:00:00Z'},
      standing: {state: 'open', lastDay: '2026-12-10', remainingDays: 16},
    },
  ],
  total: 1,
  nextCursor: null,
  prevCursor: null,
};

export const MEETINGS: MeetingList = {
  items: [
    {
      ...{id: 'meet-1', version: 1, title: '示例市居民用气价格听证会公告', kind: 'hearing', region: '320990', demo: true},
      ...{agency: 'agency-1', agencyName: '示例市示范区发展和改革委员会', place: '示例市市民中心'},
      ...{startsAt: '2026-12-08T01:00:00Z', endsAt: '2026-12-08T03:30:00Z'},
      standing: {
        state: 'sign_up',
        signUp: {
          ...{state: 'open', opensAt: '2026-11-10T01:00:00Z', closesAt: '2026-11-29T16:00:00Z', remainingDays: 4},
          seats: [{role: 'public', seats: 10, left: 4}],
        },
      },
    },
  ],
  total: 1,
  nextCursor: null,
  prevCursor: null,
  facets: {kind: [{value: 'hearing', label: '听证会', count: 1}], state: []},
};
