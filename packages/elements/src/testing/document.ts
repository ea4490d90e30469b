/** Invented documents with everything that a document can hold, and what their backend says of their past. */
import type {DocumentComparison, DocumentDetail, DocumentVersionList, Section} from '@zwgk/contract';
import {documents} from './fixtures.ts';

const NUMERALS = '零一二三四五六七八九';
/** 12 → 十二, up to 999. */
function numeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const head = hundreds ? `${NUMERALS[hundreds]!}百${n % 100 && !tens ? '零' : ''}` : '';
  return head + (tens ? `${tens > 1 || hundreds ? NUMERALS[tens]! : ''}十` : '') + (ones ? NUMERALS[ones]! : '');
}

const article = (n: number, ...lines: string[]): Section => ({
  id: `art-${n}`,
  kind: 'article',
  depth: 1,
  label: `第${numeral(n)}条`,
  blocks: [{text: lines.join('\n')}],
});

/** The place of some words in a section's text, as the server gives it. */
function place(body: readonly Section[], section: string, words: string): {section: string; start: number; end: number} {
  const block = body.find(({id}) => id === section)!.blocks[0]!;
  const start = 'text' in block ? block.text.indexOf(words) : -1;
  return {section, start, end: start + words.length};
}

const body: Section[] = [
  {id: 'ch-1', kind: 'chapter', depth: 0, label: '第一章', heading: '总则', blocks: []},
  article(1, '为方便居民特别是老年人上下楼，规范既有多业主住宅加装电梯，制定本办法。'),
  article(2, '本办法所称既有多业主住宅，是指建成满15年、四层以上、未设电梯的住宅。', '已列入征收计划的住宅，不适用本办法。'),
  {id: 'ch-2', kind: 'chapter', depth: 0, label: '第二章', heading: '协商和补贴', blocks: []},
  article(3, '既有多业主住宅加装电梯，应当由本单元三分之二以上的业主参与表决。', '表决规则按照《示例市信息公开办法》公开。'),
  article(4, '经竣工验收合格的，每台给予不超过20万元的补贴。同一部电梯不重复补贴。'),
  article(5, '符合第四条规定的，申请人可以向区住房城乡建设部门申请补贴，受理部门应当在8个工作日内审核。'),
  {
    id: 'art-6',
    kind: 'article',
    depth: 1,
    label: '第六条',
    blocks: [
      {text: '补贴按下表执行。'},
      {
        html: '<table><tr><th scope="col">层数</th><th scope="col">每台补贴</th></tr><tr><td>四层</td><td>16万元</td></tr><tr><td>五层以上</td><td>20万元，见第四条</td></tr></table>',
      },
    ],
  },
  article(7, '本办法自2026年11月1日起施行。'),
];

/** What stands before the reference in the table. */
const IN_TABLE = '补贴按下表执行。\n层数\t每台补贴\n四层\t16万元\n五层以上\t20万元，见';

/** In force, with terms, references, interpretations and a document that it replaced. */
export const lifts: DocumentDetail = {
  ...documents[0]!,
  id: 'doc-lifts',
  title: '示例市既有住宅加装电梯办法',
  docNumber: '苏示规〔2026〕18号',
  indexNo: '113200009999990157/2026-00118',
  writtenOn: '2026-10-10',
  publishedOn: '2026-10-13',
  effectiveOn: '2026-11-01',
  abstract: '哪些楼能装电梯、邻居怎样商量、补贴怎样给。',
  keywords: ['加装电梯', '老旧住区'],
  subject: ['城乡建设、环境保护\\城乡建设（含住房）'],
  version: 3,
  supersedes: 'doc-3',
  attachments: [],
  body,
  references: [
    {...place(body, 'art-5', '第四条'), toSection: 'art-4'},
    {
      ...place(body, 'art-3', '《示例市信息公开办法》'),
      toDocument: {id: 'doc-1', title: '示例市信息公开办法', docNumber: '苏示规〔2025〕6号'},
    },
    {section: 'art-6', start: IN_TABLE.length, end: IN_TABLE.length + 3, toSection: 'art-4'},
  ],
  terms: [
    {term: '既有多业主住宅', definition: '建成满15年、四层以上、未设电梯的住宅。', section: 'art-2'},
    {term: '受理部门', definition: '区住房城乡建设部门。', section: 'art-5'},
  ],
  interpretations: [
    {
      id: 'int-1',
      title: '《示例市既有住宅加装电梯办法》解读',
      phase: 'publication',
      forms: ['text'],
      publishedOn: '2026-10-14',
      url: 'https://slsh.example.com/jiedu/1',
    },
    {id: 'int-2', title: '一图读懂：老楼装电梯', phase: 'execution', forms: ['infographic'], publishedOn: '2026-11-02'},
  ],
};

/** The old one that says where the new one is. */
export const replaced: DocumentDetail = {
  ...documents[2]!,
  supersededBy: {id: 'doc-1', title: '示例市信息公开办法', docNumber: '苏示规〔2025〕6号', publishedOn: '2025-03-14'},
};

/** As many articles as a long law has. */
export function longDocument(count: number): DocumentDetail {
  const long = [...new Array<number>(count).keys()].map((i) =>
    article(
      i + 1,
      `行政机关公开第${i + 1}类政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。`,
      '公民、法人或者其他组织可以查阅、复制，有异议的，可以向上一级行政机关反映。',
    ),
  );
  return {...documents[0]!, id: 'doc-long', title: '示例市政府信息条例', body: long};
}

/** Published, amended, then only marked: the third text is the second one. */
export function versionsOf({version, textHash}: DocumentDetail): DocumentVersionList {
  const items = [...new Array<number>(version).keys()].map((i) => ({
    version: version - i,
    at: `2026-${String(11 - i).padStart(2, '0')}-01T02:00:00Z`,
    publishedOn: '2026-08-03',
    ...(version - i > 1 ? {amendedOn: '2026-09-21', effectiveOn: '2026-10-08'} : {effectiveOn: '2026-09-01'}),
    ...(textHash ? {textHash: String(i).repeat(64)} : {}),
  }));
  return {items, total: version, nextCursor: null};
}

/** One row of every kind. */
export const comparison: DocumentComparison = {
  before: {id: 'doc-3', title: '示例市信息公开暂行规定', docNumber: '苏示规〔2019〕2号', version: 1},
  after: {id: 'doc-lifts', title: '示例市既有住宅加装电梯办法', docNumber: '苏示规〔2026〕18号', version: 3},
  rows: [
    {
      change: 'same',
      before: {id: 'art-1', label: '第一条'},
      after: {id: 'art-1', label: '第一条'},
      words: [{op: 'keep', text: '为方便居民上下楼，制定本办法。'}],
    },
    {
      change: 'changed',
      before: {id: 'art-2', label: '第二条'},
      after: {id: 'art-2', label: '第二条'},
      words: [
        {op: 'keep', text: '每台给予不超过'},
        {op: 'delete', text: '10'},
        {op: 'insert', text: '20'},
        {op: 'keep', text: '万元的补贴。'},
      ],
    },
    {change: 'added', after: {id: 'art-3', label: '第三条'}, words: [{op: 'insert', text: '同一部电梯不重复补贴。'}]},
    {
      change: 'moved',
      before: {id: 'art-3', label: '第三条'},
      after: {id: 'art-4', label: '第四条'},
      words: [{op: 'keep', text: '受理部门应当在8个工作日内审核。'}],
    },
    {change: 'removed', before: {id: 'art-4', label: '第四条'}, words: [{op: 'delete', text: '本办法有效期二年。'}]},
  ],
};
