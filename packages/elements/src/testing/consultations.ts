/** The part of the backend in memory that asks for opinions: consultations in every state, what is sent, and the report. */
import {sha256} from '@noble/hashes/sha2.js';
import {leadingZeroBits} from '@zwgk/rules/consultation';
import type {
  CommentReceipt,
  CommentSubmission,
  Consultation,
  ConsultationReport,
  ConsultationStanding,
  ConsultationSummary,
  MyComment,
  MyComments,
  MyCommentsChange,
  ProofRequest,
  PublicComment,
  ReportedCluster,
  Survey,
  SurveyResults,
} from '@zwgk/contract';
import {comparison} from './document.ts';

const STANDINGS: Readonly<Record<string, ConsultationStanding>> = {
  open: {state: 'open', lastDay: '2026-12-10', remainingDays: 16},
  last: {state: 'open', lastDay: '2026-11-25', remainingDays: 0},
  future: {state: 'not_started', lastDay: '2026-12-31'},
  closed: {state: 'closed', lastDay: '2026-11-10', report: {status: 'pending', dueOn: '2026-12-10'}},
  overdue: {state: 'closed', lastDay: '2026-09-20', report: {status: 'overdue', dueOn: '2026-10-20', lateBy: 36}},
  reported: {
    state: 'reported',
    lastDay: '2026-09-15',
    report: {status: 'late', dueOn: '2026-10-15', publishedOn: '2026-10-30', lateBy: 15},
  },
};

/** One consultation on the sample's draft, as it stands in one of these: open, last, future, closed, overdue, reported. */
export function consultation(name: string, changes: Partial<Consultation> = {}): Consultation {
  const standing = STANDINGS[name]!;
  return {
    ...{
      id: `con-${name}`,
      version: 1,
      title: '示例市既有住宅加装电梯办法（草案）征求意见',
      sponsor: 'sls-zjt',
      sponsorName: '示例省住房和城乡建设厅',
    },
    ...{region: '990000', level: 'city' as never, methods: ['opinions'], opensAt: '2026-11-10T16:00:00Z', closesAt: '2026-12-10T16:00:00Z'},
    standing,
    periodDays: 30,
    draft: {document: 'doc-lifts', version: 3, currentVersion: 3, title: '示例市既有住宅加装电梯办法（草案）'},
    explanation: '老旧住区的居民上下楼不方便。\n本办法写明怎样商量、怎样补贴。',
    basis: [
      {title: '中华人民共和国民法典', url: 'https://law.example.com/civil-code'},
      {title: '示例省物业管理条例', docNumber: '示例省人大公告第9号'},
    ],
    channels: ['web', 'email', 'letter', 'phone'],
    addresses: {email: 'yijian@zjt.example.com', letter: '示例市示范区青禾路1号（信封上写“加装电梯意见”）', phone: '000-00000000'},
    counts: {published: name === 'future' ? 0 : 12, ...(name === 'reported' ? {received: 286} : {})},
    open: standing.state === 'open',
    privacy: {
      handler: '示例省住房和城乡建设厅',
      contact: '000-00000000',
      purpose: '研究本次征集收到的意见。',
      kinds: '意见，以及您愿意写的名称和联系方式。',
      retentionDays: 365,
      rights: '可以查看、撤回。',
    },
    demo: true,
    ...changes,
  };
}

/** One question of each kind; the first must be answered. */
export const survey = (changes: Partial<Survey> = {}): Survey => ({
  questions: [
    {
      id: 'floor',
      title: '您住几楼？',
      kind: 'single',
      required: true,
      options: [
        {id: 'low', label: '一、二楼'},
        {id: 'middle', label: '三、四楼'},
        {id: 'high', label: '五楼以上'},
      ],
    },
    {
      id: 'worry',
      title: '您最担心什么？',
      kind: 'several',
      most: 2,
      options: [
        {id: 'light', label: '采光和通风'},
        {id: 'noise', label: '噪声'},
        {id: 'money', label: '费用怎样分摊，以后的维护费由谁来出'},
      ],
    },
    {id: 'need', title: '您觉得加装电梯有多必要？', kind: 'scale', from: 1, to: 5, fromLabel: '没有必要', toLabel: '非常必要'},
    {id: 'more', title: '您还有什么建议？', kind: 'text', maxLength: 200},
  ],
  ...changes,
});

export const surveyResults: SurveyResults = {
  consultation: 'con-closed',
  participants: 640,
  setAside: 3,
  questions: [
    {question: 'floor', answered: 640, skipped: 0, counts: {low: 160, middle: 477, high: 3}},
    {question: 'worry', answered: 600, skipped: 40, counts: {light: 300, noise: 450, money: 0}},
    {question: 'need', answered: 500, skipped: 140, counts: {1: 50, 2: 50, 3: 100, 4: 100, 5: 200}, mean: 3.7},
    {question: 'more', answered: 88, skipped: 552, counts: {}},
  ],
};

const cluster = (number: number, theme: string, count: number, changes: Partial<ReportedCluster>): ReportedCluster => ({
  ...{id: `k${number}`, number, theme, count, outcome: 'adopted', concentrated: false},
  ...changes,
});

export const report: ConsultationReport = {
  consultation: 'con-reported',
  title: '示例市既有住宅加装电梯办法（草案）征求意见',
  publishedAt: '2026-10-30T02:00:00Z',
  received: 286,
  tally: {adopted: {clusters: 2, comments: 80}, partly: {clusters: 1, comments: 54}, not_adopted: {clusters: 1, comments: 88}},
  clusters: [
    cluster(1, '补贴直接打到业主账户，少跑一趟', 61, {change: '第四条改为：补贴由区里直接发给业主。', sections: ['art-4']}),
    cluster(2, '补贴提高到 30 万元', 54, {
      ...{
        outcome: 'partly',
        concentrated: true,
        taken: '六层以上的提高到 24 万元。',
        notTaken: '其他的不提高。',
        reason: '财政每年能安排的钱有限。',
      },
    }),
    cluster(3, '一楼业主不同意就不能装', 88, {
      outcome: 'not_adopted',
      concentrated: true,
      reason: '民法典规定由多数业主共同决定。',
      sections: ['art-3'],
    }),
    cluster(4, '受理部门要公布电话', 19, {change: '新增一款。'}),
  ],
  duplicates: 40,
  unrelated: 24,
  final: {id: 'doc-lifts', title: '示例市既有住宅加装电梯办法', docNumber: '苏示规〔2026〕18号'},
};

const publicComments = (count: number): PublicComment[] =>
  [...new Array<number>(count).keys()].map((i) => ({
    id: String(i).padStart(16, '0'),
    shown: i === 3 ? 'withdrawn' : 'whole',
    at: `2026-11-${String(24 - (i % 20)).padStart(2, '0')}T02:00:00Z`,
    ...(i === 3 ? {} : {text: `第 ${i + 1} 条公开的意见：希望补贴发得快一点。`}),
    ...(i % 3 ? {anchors: [{section: i % 2 ? 'art-4' : 'art-3'}]} : {}),
    ...(i % 2 ? {name: '朱**'} : {}),
  }));

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': `application/${status < 400 ? '' : 'problem+'}json; charset=utf-8`},
  });
const refuse = (status: number, code: string): Response => json({type: `/problems/${code}`, title: code, status, code}, status);

/** What the server keeps: tests look into it, and change it while somebody writes. */
export class Consultations {
  items: Consultation[];
  readonly rows = new Map<string, {readonly body: string; readonly receipt: CommentReceipt}>();
  readonly mine: Partial<MyComments>;
  /** While a flood is on: what must be proved before anything is taken, and whether waiting was an answer. */
  flood: {bits: number; waitSeconds: number} | undefined;
  readonly proofs: {readonly proof: string; readonly isGood: boolean}[] = [];

  constructor(items = Object.keys(STANDINGS).map((name) => consultation(name)), mine: Partial<MyComments> = {}) {
    this.items = items;
    this.mine = mine;
  }

  /** The answer to a request about consultations; `undefined` for every other. */
  answer(url: URL, init: RequestInit): Response | undefined {
    const path = url.pathname.replace(/^.*\/api\/v1/, '');
    const body = (): Record<string, never> => JSON.parse(init.body as string) as Record<string, never>;
    if (path === '/comments/receipt') {
      const row = this.rows.get(new Headers(init.headers).get('idempotency-key') ?? '');
      return row ? json(row.receipt) : refuse(404, 'not-found');
    }
    if (path === '/comments/status') return this.#status((body() as {code?: string}).code);
    if (path === '/comments/changes') return this.#change(body() as never);
    if (path === '/consultations') return this.#list(url.searchParams);
    const [, id, part] = /^\/consultations\/([^/]+)(?:\/(comments|report|comparison|survey\/results))?$/.exec(path) ?? [];
    if (!id) return undefined;
    const item = this.items.find((one) => one.id === id);
    if (!item) return refuse(404, 'not-found');
    if (part === 'survey/results') return this.#results(item);
    if (part === 'report') return item.standing.state === 'reported' ? json(report) : refuse(404, 'not-found');
    if (part === 'comparison') return json(comparison);
    if (part === 'comments')
      return init.method === 'POST' ? this.#submit(item, init) : this.#public(url.searchParams, item.counts.published);
    return json(item);
  }

  /** The last that was sent. */
  get sent(): CommentSubmission {
    return JSON.parse([...this.rows.values()].at(-1)!.body) as CommentSubmission;
  }

  #submit(item: Consultation, init: RequestInit): Response {
    const key = new Headers(init.headers).get('idempotency-key')!;
    const body = init.body as string;
    const row = this.rows.get(key);
    if (row && row.body !== body) return refuse(422, 'idempotency-mismatch');
    if (!row && !item.open) return refuse(409, 'consultation-closed');
    if (!row && this.flood && !this.#isProved(new Headers(init.headers).get('zwgk-proof'))) return this.#askProof(this.flood);
    const {comments = [], answers} = JSON.parse(body) as CommentSubmission;
    const receipt = row?.receipt ?? {
      ...{number: `Y20261125-${String(this.rows.size + 1).padStart(6, '0')}`, queryCode: 'K7M4-9QXT-2RW8', linkToken: 'a'.repeat(22)},
      ...{submittedAt: '2026-11-25T07:42:00Z', consultation: item.id, title: item.title, reportDueOn: '2027-01-09'},
      comments: comments.map((_, i) => String(i).padStart(16, '0')),
      ...(answers ? {answered: Object.keys(answers).length} : {}),
    };
    this.rows.set(key, {body, receipt});
    return json(receipt, 201);
  }

  #results({survey: asked, standing: {state}}: Consultation): Response {
    const isShown = asked && (asked.showResults === 'always' || state === 'closed' || state === 'reported');
    return isShown ? json(surveyResults) : refuse(404, 'not-found');
  }

  #asked: ProofRequest | undefined;
  #askProof({bits, waitSeconds}: {bits: number; waitSeconds: number}): Response {
    const challenge = `zwgk-proof-1.${String(this.proofs.length).padStart(32, '0')}.comment:1.${bits}.1795000000000`;
    this.#asked = {challenge, signature: 'S'.repeat(43), bits, waitSeconds};
    const code = 'proof-required';
    return json({type: `/problems/${code}`, title: code, status: 428, code, proof: this.#asked}, 428);
  }

  /** As the server does it; a challenge counts once. */
  #isProved(proof: string | null): boolean {
    if (proof === null) return false;
    const {challenge, signature, bits} = this.#asked ?? {challenge: '-', signature: '-', bits: 64};
    const word = proof.startsWith(`${challenge}.${signature}.`) ? proof.split('.').at(-1)! : '';
    const digest = sha256(new TextEncoder().encode(`${challenge}.${word}`));
    const isGood = word === 'waited' || (/^\d+$/.test(word) && leadingZeroBits(digest) >= bits);
    this.#asked = undefined;
    this.proofs.push({proof, isGood});
    return isGood;
  }

  /** What was asked to be changed, in order. */
  readonly changes: MyCommentsChange[] = [];

  /** What the log of one's own comments comes to: withdrawn, shown or not, asked about again. */
  #change(change: MyCommentsChange): Response {
    this.changes.push(change);
    const isMeant = ({id, moves}: MyComment): boolean => moves.includes(change.type) && (change.comments?.includes(id) ?? true);
    this.#mine = this.#mine.map((comment): MyComment => {
      if (!isMeant(comment)) return comment;
      if (change.type === 'consent')
        return {...comment, publish: change.publish, state: comment.state === 'published' ? 'approved' : comment.state};
      if (change.type === 'appeal') return {...comment, state: 'appealed', moves: comment.moves.filter((move) => move !== 'appeal')};
      const {text: _text, outcome: _outcome, ...rest} = comment;
      return {...rest, state: 'withdrawn', moves: []};
    });
    return this.#status('K7M4-9QXT-2RW8');
  }

  #mine: readonly MyComment[] = [
    {
      ...{id: '0'.repeat(16), text: '一楼不同意就不该装。', anchors: [{section: 'art-3'}], publish: true, state: 'published'},
      moves: ['withdraw', 'consent'],
      outcome: {kind: 'cluster', cluster: report.clusters[2]!, repeats: true},
    },
    {
      ...{id: '1'.padStart(16, '0'), text: '楼下的饭店太吵。', state: 'rejected', publish: false},
      moves: ['withdraw', 'consent', 'appeal'],
      rejection: {reason: 'off_topic', note: '请向生态环境部门反映。'},
    },
  ];

  #status(code = ''): Response {
    if (code !== 'K7M4-9QXT-2RW8') return refuse(403, 'wrong-credential');
    const reported = this.items.find(({standing}) => standing.state === 'reported');
    const answer: MyComments = {
      ...{number: 'Y20261125-000001', submittedAt: '2026-11-25T07:42:00Z', consultation: 'con-reported', title: '示例征集'},
      standing: (reported ?? this.items[0]!).standing,
      comments: [...this.#mine],
      ...this.mine,
    };
    return json(answer);
  }

  #list(params: URLSearchParams): Response {
    const states = (params.get('state') ?? '').split(',').filter(Boolean);
    const agency = params.get('agency');
    const items: ConsultationSummary[] = this.items
      .filter(({standing, sponsor}) => (states.length === 0 || states.includes(standing.state)) && (!agency || agency === sponsor))
      .map(({id, version, title, sponsor, sponsorName, region, methods, opensAt, closesAt, standing}) => ({
        ...{id, version, title, sponsor, sponsorName, region, methods, opensAt, closesAt, standing, demo: true},
      }));
    return json({items, total: items.length, nextCursor: null, prevCursor: null});
  }

  #public(params: URLSearchParams, count: number): Response {
    const section = params.get('section');
    const of = ({anchors = []}: PublicComment): string => anchors[0]?.section ?? 'whole';
    const all = publicComments(count);
    const found = section ? all.filter((one) => of(one) === section) : all;
    const limit = Number(params.get('limit') ?? 20);
    const start = Number(params.get('cursor')?.slice(1) ?? 0);
    const sections = ['whole', 'art-3', 'art-4'].map((id) => ({section: id, count: all.filter((one) => of(one) === id).length}));
    return json({
      items: (params.get('sort') === 'date' ? found.toReversed() : found).slice(start, start + limit),
      total: found.length,
      nextCursor: start + limit < found.length ? `c${start + limit}` : null,
      prevCursor: start > 0 ? `c${Math.max(0, start - limit)}` : null,
      sections: sections.filter(({count}) => count > 0),
    });
  }
}
