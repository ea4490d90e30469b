/** An invented policy with all that explains it, for tests and stories. Not part of any bundle. */
import type {Anchor, DocumentDetail, DocumentInterpretations, Interpretation, InterpretationDuty, PassageState} from '@zwgk/contract';
import {sectionText} from '@zwgk/rules/passage';
import type {Scenario} from './backend.ts';

const article = (n: number, label: string, text: string): NonNullable<DocumentDetail['body']>[number] => ({
  id: `art-${n}`,
  kind: 'article',
  depth: 1,
  label,
  blocks: [{text}],
});

export const policy: DocumentDetail = {
  id: 'lift',
  indexNo: '113200009999990157/2026-00118',
  title: '示例省既有住宅加装电梯补贴办法',
  issuer: 'sls-zf',
  issuerName: '示例省人民政府',
  drafter: '示例省住房和城乡建设厅',
  docNumber: '苏示规〔2026〕18号',
  writtenOn: '2026-10-12',
  publishedOn: '2026-10-13',
  effectiveOn: '2026-12-01',
  validity: 'in_force',
  subject: ['城乡建设、环境保护\\城市规划'],
  genre: '办法',
  disclosure: 'proactive',
  publicMark: '此件公开发布',
  version: 2,
  updatedAt: '2026-11-20T02:00:00Z',
  demo: true,
  major: true,
  textHash: '1'.repeat(64),
  body: [
    {id: 'ch-1', kind: 'chapter', depth: 0, label: '第一章', heading: '总则', blocks: []},
    article(1, '第一条', '为了方便居民特别是老年人上下楼，规范既有住宅加装电梯的财政补贴，结合本省实际，制定本办法。'),
    article(
      2,
      '第二条',
      '本省行政区域内建成满十五年、四层以上、未设电梯的既有多业主住宅加装电梯的补贴，适用本办法。已经列入征收计划的除外。',
    ),
    {id: 'ch-2', kind: 'chapter', depth: 0, label: '第二章', heading: '补贴', blocks: []},
    article(
      3,
      '第三条',
      '加装电梯应当由本单元专有部分面积占比三分之二以上且人数占比三分之二以上的业主参与表决，并经参与表决专有部分面积四分之三以上且参与表决人数四分之三以上的业主同意。',
    ),
    article(
      4,
      '第四条',
      '电梯经竣工验收合格的，每台给予不超过二十万元的补贴。县（市、区）住房城乡建设部门应当自收到申请之日起八个工作日内审核，审核通过后二十个工作日内拨付。同一部电梯不重复补贴。',
    ),
    {
      id: 'art-5',
      kind: 'article',
      depth: 1,
      label: '第五条',
      blocks: [
        {text: '申请补贴，应当提交下列材料：'},
        {
          html: '<table><tr><th scope="col">材料</th><th scope="col">份数</th></tr><tr><td>竣工验收合格证明</td><td>一份</td></tr><tr><td>业主表决结果</td><td>一份</td></tr></table>',
        },
      ],
    },
    article(6, '第六条', '设计方案应当减少对低楼层通风、采光、通行的影响。有影响的，业主之间可以协商补偿；协商不成的，由街道组织调解。'),
    {id: 'ch-3', kind: 'chapter', depth: 0, label: '第三章', heading: '附则', blocks: []},
    article(7, '第七条', '本办法自2026年12月1日起施行，有效期五年。'),
  ],
};

/** A passage of the policy; without a quote, the whole section. */
export function anchor(section: string, exact?: string, state: PassageState = 'exact', before = exact): Anchor {
  const quote = before === undefined ? {} : {quote: {exact: before}};
  if (state === 'lost') return {section, ...quote, found: {state}};
  const text = sectionText(policy.body!.find(({id}) => id === section)!);
  const start = exact === undefined ? -1 : text.indexOf(exact);
  if (exact !== undefined && start < 0) throw new Error(`${section} does not say ${exact}`);
  return {section, ...quote, found: {state, section, ...(exact === undefined ? {} : {start, end: start + exact.length})}};
}

const common = {document: 'lift', responsible: '示例省住房和城乡建设厅', version: 1, updatedAt: '2026-10-15T02:00:00Z', demo: true};

/** Explained before the decision, in briefing form. */
export const briefing: Interpretation = {
  ...common,
  id: 'i-before',
  title: '加装电梯补贴办法草案吹风会记录',
  phase: 'before',
  forms: ['press_conference'],
  publishedOn: '2026-08-20',
  facets: [
    {
      kind: 'background',
      explanations: [{blocks: [{text: '草案起草时走访了十二个小区，听取了一百六十位住户的意见。'}], anchors: [anchor('art-1')]}],
    },
  ],
  questions: [],
  media: [],
};

/** The main one: all kinds of facets, a question, a picture, sound; one passage each that moved, was reworded, was lost. */
export const main: Interpretation = {
  ...common,
  id: 'i-main',
  title: '《示例省既有住宅加装电梯补贴办法》解读',
  phase: 'publication',
  forms: ['text', 'infographic', 'audio'],
  publishedOn: '2026-10-15',
  coResponsible: ['示例省财政厅'],
  interpreter: {name: '周示例', title: '示例省住房和城乡建设厅厅长', isHead: true},
  pressRelease: 'https://news.example.com/lift',
  facets: [
    {
      kind: 'comparison',
      explanations: [],
      changes: [
        {matter: '补贴', before: '每台不超过十五万元', after: '每台不超过二十万元'},
        {matter: '审核', before: '十五个工作日', after: '八个工作日'},
        {matter: '房龄', before: '建成满二十年', after: '建成满十五年'},
      ],
    },
    {
      kind: 'benefits',
      heading: '钱怎么给',
      explanations: [
        {
          blocks: [
            {text: '电梯验收以后，由牵头的业主或者施工单位统一申请，住户不用自己跑。'},
            {text: '举个例子：六层楼的一部电梯造价四十万元，补贴二十万元，其余由住户按楼层分摊。'},
          ],
          anchors: [anchor('art-4', '每台给予不超过二十万元的补贴', 'reworded', '每台给予不超过十八万元的补贴')],
        },
        {
          blocks: [{html: '<p>审核最多八个工作日，拨款最多再等<strong>二十个工作日</strong>。</p>'}],
          anchors: [anchor('art-4', '八个工作日内审核，审核通过后二十个工作日内拨付')],
        },
      ],
    },
    {
      kind: 'scope',
      heading: '哪些楼能装',
      explanations: [
        {
          blocks: [{text: '看三条：建成满十五年，四层以上，没有电梯。楼里有商铺也可以装。'}],
          anchors: [anchor('art-2', '建成满十五年、四层以上、未设电梯')],
        },
      ],
    },
    {
      kind: 'background',
      explanations: [{blocks: [{text: '全省还有约九万个老旧单元没有电梯，住户里六十岁以上的占三成。'}], anchors: [anchor('art-1')]}],
    },
    {
      kind: 'cautions',
      heading: '一楼住户不同意怎么办',
      explanations: [
        {blocks: [{text: '先协商补偿；谈不拢的，找街道调解。'}], anchors: [anchor('art-6', '协商不成的，由街道组织调解', 'moved')]},
        {
          blocks: [{text: '公示期间提意见的，部门要书面答复。'}],
          anchors: [anchor('art-6', undefined, 'lost', '公示期间有异议的，应当书面答复')],
        },
      ],
    },
    {kind: 'terms', explanations: [{blocks: [{text: '既有多业主住宅：一栋楼里有两户以上不同的产权人。'}], anchors: []}]},
  ],
  questions: [
    {question: '租房的人能不能申请？', answer: [{text: '不能，由业主申请。租户可以请业主提出。'}]},
    {question: '补贴打到谁的账户？', answer: [{text: '打到实施主体的账户。'}]},
  ],
  media: [
    {
      kind: 'image',
      url: new URL('./interpretation.svg', import.meta.url).href,
      title: '一图看懂：加装电梯补贴怎么领',
      alt: '四步流程图：表决、施工、验收、领补贴',
      text: '第一步，业主表决。\n第二步，公示后施工。\n第三步，竣工验收。\n第四步，提出申请，八个工作日审核，二十个工作日拨付。',
      width: 800,
      height: 420,
    },
    {
      kind: 'audio',
      url: new URL('./interpretation.mp3', location.href).href,
      title: '三分钟听懂加装电梯补贴',
      mediaType: 'audio/mpeg',
      seconds: 63,
      cues: [
        {start: 0, end: 12, text: '大家好，今天说说老楼加装电梯的补贴。'},
        {start: 12, end: 34, text: '楼龄满十五年、四层以上、没有电梯的，都可以申请。'},
        {start: 34, end: 63, text: '每台最多补贴二十万元，二十八个工作日以内到账。'},
      ],
    },
  ],
};

/** Explained while it is carried out, for one group of readers. */
export const practice: Interpretation = {
  ...common,
  id: 'i-practice',
  title: '加装电梯补贴执行中的问答',
  phase: 'execution',
  forms: ['qa'],
  publishedOn: '2026-11-18',
  audience: ['施工单位'],
  facets: [
    {
      kind: 'standards',
      explanations: [{blocks: [{text: '八个工作日从材料收齐当天的第二天算起。'}], anchors: [anchor('art-4', '八个工作日内审核')]}],
    },
  ],
  questions: [{question: '材料不齐怎么办？', answer: [{text: '部门一次告知要补什么，补齐后重新计算。'}]}],
  media: [],
};

export const onTime: InterpretationDuty = {
  status: 'on_time',
  responsible: '示例省住房和城乡建设厅',
  basis: 'drafter',
  dueOn: '2026-10-16',
  publishedOn: '2026-10-15',
};

/** A backend that holds the policy, and answers with these interpretations of it. */
export function explained(answer: Partial<Pick<DocumentInterpretations, 'items' | 'duty'>> = {}, more: Scenario = {}): Scenario {
  const {body: _, textHash: _hash, ...document} = policy;
  return {
    documents: [policy],
    ...more,
    override: (url, init) => {
      const taken = more.override?.(url, init);
      if (taken) return taken;
      if (url.pathname.endsWith('/documents/lift/interpretations'))
        return Response.json({document, duty: onTime, items: [briefing, main, practice], ...answer});
      const q = url.pathname.endsWith('/documents') ? url.searchParams.get('q') : null;
      if (q === null) return undefined;
      const items = [document].filter(({title, docNumber}) => title.includes(q) || docNumber === q);
      return Response.json({items, total: items.length, nextCursor: null, prevCursor: null});
    },
  };
}
