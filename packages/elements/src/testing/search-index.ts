/** A small static index, as `zwgk index` writes it, for tests and stories of the local search. */
import type {SearchIndex, SearchIndexRecord} from '@zwgk/contract';
import {scriptsOf} from '@zwgk/rules';

const articles = (...texts: string[]) => texts.map((text, i) => ({id: `art-${i + 1}`, label: `第${i + 1}条`, text}));

const RECORDS: readonly SearchIndexRecord[] = [
  {type: 'agency', id: 'sl-sheng-zfb', title: '示例省人民政府办公厅', agency: 0, terms: '省政府办公厅', demo: true},
  {type: 'agency', id: 'qhx-jyj', title: '青禾县教育局', agency: 1, demo: true},
  {
    type: 'catalog_item',
    id: 'item-1',
    title: '招生计划',
    agency: 1,
    date: '2026-05-01',
    disclosure: 'proactive',
    summary: '义务教育；招生范围；招生人数',
    terms: '中华人民共和国义务教育法',
    demo: true,
  },
  {
    type: 'document',
    id: 'doc-open',
    title: '示例省政务公开办法',
    docNumber: '苏示办发〔2025〕3号',
    agency: 0,
    date: '2025-06-20',
    validity: 'in_force',
    disclosure: 'proactive',
    summary: '规范政务公开工作。',
    articles: articles(
      '为了规范政务公开，制定本办法。',
      '政务公开不收取费用。',
      '住房公积金的提取条件应当公开。',
      '本办法由省政府办公厅解释。',
    ),
    demo: true,
  },
  {
    type: 'document',
    id: 'doc-old',
    title: '示例省政务公开暂行办法',
    docNumber: '苏示办发〔2017〕151号',
    numbers: ['苏示办发〔2015〕9号'],
    agency: 0,
    date: '2017-10-09',
    validity: 'repealed',
    disclosure: 'proactive',
    demo: true,
  },
  {
    type: 'document',
    id: 'doc-school',
    title: '关于做好义务教育招生工作的通知',
    docNumber: '青教发〔2026〕12号',
    agency: 1,
    date: '2026-04-01',
    validity: 'in_force',
    disclosure: 'on_request',
    demo: true,
  },
];

const INDEX: SearchIndex = {
  format: 'zwgk-search-index',
  version: 1,
  links: {
    document: '/xxgk/{id}.html',
    interpretation: '/jiedu/{id}.html',
    consultation: '/zhengji/{id}.html',
    catalog_item: '/mulu/{id}.html',
    agency: '/jigou/{id}.html',
  },
  labels: {
    type: {document: '文件', interpretation: '政策解读', consultation: '意见征集', catalog_item: '公开事项', agency: '机构'},
    validity: {in_force: '有效', amended: '已修改', expired: '失效', repealed: '废止'},
  },
  regions: [
    {id: '320000', name: '示例省'},
    {id: '320900', name: '示例市', parent: '320000'},
    {id: '320921', name: '青禾县', parent: '320900'},
  ],
  agencies: [
    {id: 'sl-sheng-zfb', name: '示例省人民政府办公厅', region: '320000'},
    {id: 'qhx-jyj', name: '青禾县教育局', region: '320921'},
  ],
  words: [
    ['上学', '义务教育', '招生'],
    ['公积金', '住房公积金'],
  ],
  hot: ['招生计划'],
  records: RECORDS,
};
export const SEARCH_INDEX: SearchIndex = {...INDEX, scripts: scriptsOf(JSON.stringify(INDEX))};
