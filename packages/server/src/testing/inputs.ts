/** Bodies that staff could send. */
import type {
  ApplicationGuideInput,
  ApplicationInput,
  CatalogItemInput,
  CommentSubmission,
  ConsultationInput,
  DocumentInput,
  InterpretationInput,
  RepostInput,
  Survey,
} from '@zwgk/contract';
import {STAFF} from './app.ts';

export const itemInput = (more: Partial<CatalogItemInput> = {}): CatalogItemInput => ({
  seq: 1,
  level1: '招生入学',
  level2: '招生计划',
  domain: 'compulsory_education',
  contentElements: ['招生范围', '招生人数'],
  legalBasis: [{kind: 'law', title: '中华人民共和国义务教育法', docNumbers: []}],
  timeLimit: {text: '20个工作日内', kind: 'within', days: 20, unit: 'workday'},
  publisher: STAFF.agency,
  channels: ['website', 'gazette'],
  audience: 'all',
  mode: 'proactive',
  levels: ['province'],
  disclosure: 'proactive',
  ...more,
});

export const documentInput = (more: Partial<DocumentInput> = {}): DocumentInput => ({
  indexNo: '113200009999990157/2026-00001',
  title: '关于做好招生工作的通知',
  issuer: STAFF.agency,
  issuerName: '示例省教育局',
  docNumber: '苏示发〔2026〕7号',
  writtenOn: '2026-11-20',
  publishedOn: '2026-11-23',
  validity: 'in_force',
  subject: ['科技、教育\\教育'],
  genre: '通知',
  disclosure: 'proactive',
  disclosureProposal: {attribute: 'proactive'},
  disclosureReview: {by: '政务公开办公室', at: '2026-11-18T01:00:00Z'},
  signedAt: '2026-11-19T01:00:00Z',
  body: [{id: 'art-1', kind: 'article', depth: 0, label: '第一条', blocks: [{text: '各地按时公布招生计划。'}]}],
  ...more,
});

/** Of the document with this id, as `documentInput` gives it. */
export const interpretationInput = (document: string, more: Partial<InterpretationInput> = {}): InterpretationInput => ({
  document,
  title: '《关于做好招生工作的通知》解读',
  phase: 'publication',
  forms: ['text'],
  publishedOn: '2026-11-24',
  responsible: '示例省教育局',
  facets: [
    {
      kind: 'content',
      explanations: [{blocks: [{text: '家长什么时候能看到招生计划。'}], anchors: [{section: 'art-1', quote: {exact: '按时公布'}}]}],
    },
  ],
  ...more,
});

export const repostInput = (more: Partial<RepostInput> = {}): RepostInput => ({
  title: '国务院办公厅关于示例工作的意见',
  docNumber: '国示发〔2026〕1号',
  sourceName: '示例中央政府门户网站',
  sourceUrl: 'https://www.example.com/policy/1.html',
  publishedOn: '2026-11-24',
  text: '各省、自治区、直辖市人民政府：',
  ...more,
});

export const guideInput = (more: Partial<ApplicationGuideInput> = {}): ApplicationGuideInput => ({
  sections: [{heading: '可以申请什么', text: '本机关制作或者保存的政府信息。'}],
  privacy: {
    handler: '示例省教育局',
    contact: '025-00000000',
    purpose: '办理政府信息公开申请',
    kinds: '姓名、证件、联系方式',
    retentionDays: 1095,
    rights: '可以查询、更正和删除',
  },
  extraFields: [],
  deliveries: ['post', 'email', 'fax', 'pickup', 'online', 'inspect'],
  media: ['paper', 'electronic'],
  ...more,
});

/** Of an invented person, to the agency of the staff; its guide was replaced once. @param proof A staged file. */
export const applicationInput = (proof: string, more: Partial<ApplicationInput> = {}): ApplicationInput => ({
  agency: STAFF.agency,
  kind: 'information',
  guideVersion: 2,
  applicant: {type: 'natural_person', name: '示例申请人甲', idType: 'resident_id', idNumber: '32010019900101000X', idProofs: [proof]},
  contact: {mobile: '13800000001', email: 'jia@mail.example.com'},
  request: {title: '某道路改造工程可行性研究批复', delivery: 'email', medium: 'electronic'},
  ...more,
});

/** On the document that `documentInput` gives; open at noon of the tests' day, for 40 days. */
export const consultationInput = (document: string, more: Partial<ConsultationInput> = {}): ConsultationInput => ({
  title: '招生工作办法（征求意见稿）公开征求意见',
  sponsor: STAFF.agency,
  matterType: 'rules_and_policies',
  methods: ['opinions'],
  draft: {document, version: 1},
  explanation: '为了做好招生工作，起草了本办法。',
  basis: [{title: '中华人民共和国义务教育法'}],
  opensAt: '2026-11-10T00:00:00+08:00',
  closesAt: '2026-12-20T00:00:00+08:00',
  channels: ['web', 'email'],
  addresses: {email: 'yijian@mail.example.com'},
  fields: ['authorType', 'displayName', 'mobile', 'email'],
  ...more,
});

/** One question of each kind. */
export const surveyInput = (more: Partial<Survey> = {}): Survey => ({
  questions: [
    {
      id: 'often',
      title: '您多久停一次车？',
      kind: 'single',
      required: true,
      options: [
        {id: 'daily', label: '每天'},
        {id: 'weekly', label: '每周'},
        {id: 'never', label: '不停车'},
      ],
    },
    {
      id: 'where',
      title: '您常在哪里停车？',
      kind: 'several',
      most: 2,
      options: [
        {id: 'home', label: '家里'},
        {id: 'work', label: '单位'},
        {id: 'street', label: '路边'},
      ],
    },
    {id: 'happy', title: '您对停车收费满意吗？', kind: 'scale', from: 1, to: 5, fromLabel: '很不满意', toLabel: '很满意'},
    {id: 'more', title: '您还想说什么？', kind: 'text', maxLength: 200},
  ],
  ...more,
});

/** One opinion on a passage, one on the whole, of somebody who lets them be shown. */
export const commentInput = (more: Partial<CommentSubmission> = {}): CommentSubmission => ({
  comments: [
    {text: '建议写明最晚在哪一天公布。', anchors: [{section: 'art-1', quote: {exact: '按时公布'}}]},
    {text: '总的来说写得很清楚，希望早日施行。'},
  ],
  authorType: 'natural_person',
  displayName: '朱示例',
  contact: {mobile: '13800000001'},
  consent: {processing: true, publish: true, name: true},
  ...more,
});

/** Without one of its members. */
export function without<T extends object>(value: T, name: keyof T): Partial<T> {
  const {[name]: _dropped, ...rest} = value;
  return rest as Partial<T>;
}
