/** Invented requests in every state, and a backend that opens one of them. Not part of any bundle. */
import type {
  ApplicationAnswer,
  ApplicationEvent,
  ApplicationState,
  ApplicationStatus,
  CorrectionInput,
  Credential,
  StatutoryClock,
} from '@zwgk/contract';
import type {Scenario} from './backend.ts';

/** What opens the request. */
export const receipt = {number: '20261019-000427', code: '7K3M-0A1P-9XYZ', token: 'Zm9vYmFyYmF6cXV4-_0123'};

const event = (type: ApplicationEvent['type'], on: string, more: Partial<ApplicationEvent> = {}): ApplicationEvent => ({
  type,
  at: `${on}T02:00:00Z`,
  on,
  actor: type === 'submit' || type === 'correct' || type === 'withdraw' ? 'applicant' : 'agency',
  ...more,
});

const NOT_STARTED: StatutoryClock = {status: 'not_started', pauses: [], segments: []};
const SUBMITTED = [event('submit', '2026-10-19')];
const REGISTERED = [...SUBMITTED, event('request_confirmation', '2026-10-19'), event('confirm', '2026-10-20')];
const ROUTED = [...REGISTERED, event('route', '2026-10-21', {agencyName: '示例省住房和城乡建设厅城市建设处'})];
const STARTED = [...ROUTED, event('start', '2026-10-21')];
const CONSULTED = [
  ...STARTED,
  event('consult_third_party', '2026-10-27'),
  event('deliver', '2026-10-29'),
  event('opinion', '2026-11-05', {actor: 'consulted'}),
  event('consult_agency', '2026-11-06', {agencyName: '示例省发展和改革委员会'}),
  event('opinion', '2026-11-11', {actor: 'consulted'}),
];

const PAUSES: StatutoryClock['pauses'] = [
  {reason: 'third_party', from: '2026-10-28', to: '2026-11-05', workdays: 7, law: '国务院令第711号 第三十三条第三款'},
  {reason: 'agency', from: '2026-11-09', to: '2026-11-11', workdays: 3, law: '国务院令第711号 第三十三条第三款'},
];
/** Seen on 24 November: 15 working days used, 10 paused, 5 left. */
const RUNNING: StatutoryClock = {
  status: 'running',
  startedOn: '2026-10-20',
  due: '2026-12-01',
  remainingWorkdays: 5,
  pauses: PAUSES,
  segments: [
    {kind: 'used', from: '2026-10-21', to: '2026-10-27', workdays: 5},
    {kind: 'paused', from: '2026-10-28', to: '2026-11-05', workdays: 7},
    {kind: 'used', from: '2026-11-06', to: '2026-11-06', workdays: 1},
    {kind: 'paused', from: '2026-11-09', to: '2026-11-11', workdays: 3},
    {kind: 'used', from: '2026-11-12', to: '2026-11-24', workdays: 9},
    {kind: 'left', from: '2026-11-25', to: '2026-12-01', workdays: 5},
  ],
};
const PLAIN: StatutoryClock = {
  status: 'running',
  startedOn: '2026-10-20',
  due: '2026-11-17',
  remainingWorkdays: 18,
  pauses: [],
  segments: [
    {kind: 'used', from: '2026-10-21', to: '2026-10-22', workdays: 2},
    {kind: 'left', from: '2026-10-23', to: '2026-11-17', workdays: 18},
  ],
};

const standingStill = (reason: 'correction' | 'fee', from: string, law: string): StatutoryClock => ({
  status: 'paused',
  startedOn: '2026-10-20',
  remainingWorkdays: 20,
  pauses: [{reason, from, workdays: 3, law}],
  segments: [],
});

const CONSULTING: StatutoryClock = {
  ...RUNNING,
  status: 'paused',
  due: '2026-11-25',
  remainingWorkdays: 15,
  pauses: [{...PAUSES[0]!, to: undefined, workdays: 6}].map(({to: _, ...pause}) => pause),
  segments: [
    RUNNING.segments[0]!,
    {kind: 'paused', from: '2026-10-28', to: '2026-11-04', workdays: 6},
    {kind: 'left', from: '2026-11-05', to: '2026-11-25', workdays: 15},
  ],
};

const ANSWERED: StatutoryClock = {
  status: 'done',
  startedOn: '2026-10-20',
  due: '2026-12-01',
  doneOn: '2026-11-27',
  pauses: PAUSES,
  segments: [...RUNNING.segments.slice(0, 4), {kind: 'used', from: '2026-11-12', to: '2026-11-27', workdays: 12}],
};

export function answerOf(code: ApplicationAnswer['code'], more: Partial<ApplicationAnswer> = {}): ApplicationAnswer {
  return {
    code,
    text: '经审查，您申请的批复可以公开，其中两处联系人电话已遮挡。\n全文见附件。（演示数据）',
    legalBasis: '《中华人民共和国政府信息公开条例》第三十七条',
    answeredOn: '2026-11-27',
    documents: [{id: 'doc-1', title: '示例市道路改造工程管理办法', docNumber: '苏示规〔2026〕18号', publishedOn: '2026-09-01'}],
    attachments: [
      {name: '答复书.pdf', url: 'https://files.example.com/answer.pdf', mediaType: 'application/pdf', bytes: 319_488},
      {name: '批复（区分处理后）.pdf', url: 'https://files.example.com/reply.pdf', mediaType: 'application/pdf', bytes: 1_887_436},
    ],
    remedies: [
      {kind: 'complaint', text: '可以向示例省住房和城乡建设厅的上一级行政机关或者政府信息公开工作主管部门投诉、举报。'},
      {
        kind: 'reconsideration',
        text: '可以自收到答复之日起六十日内依法申请行政复议；对不予公开不服的，应当先申请行政复议。',
        until: '2027-01-26',
      },
      {kind: 'litigation', text: '对行政复议决定不服的，可以依法提起行政诉讼。'},
    ],
    ...more,
  };
}

const BASE: Omit<ApplicationStatus, 'state' | 'clock' | 'events'> = {
  number: receipt.number,
  agencyName: '示例省住房和城乡建设厅',
  handledByName: '示例省住房和城乡建设厅',
  office: {
    name: '示例省住房和城乡建设厅政府信息公开工作办公室',
    phone: '（000）0000 0000',
    address: '示例市青禾路1号',
    hours: '工作日 9:00–12:00、14:00–17:30',
  },
  submittedAt: '2026-10-19T07:42:00Z',
  request: {
    title: '道路改造工程可行性研究报告的批复',
    description: '那条路改造的可行性研究报告批复，2025年下半年的。',
    delivery: 'online',
    medium: 'electronic',
    acceptOtherForm: true,
  },
  applicant: '张**',
  milestones: [],
  actions: ['withdraw'],
  demo: true,
};
const of = (
  state: ApplicationState,
  clock: StatutoryClock,
  events: readonly ApplicationEvent[],
  more: Partial<ApplicationStatus> = {},
): ApplicationStatus => ({...BASE, state, clock, events: [...events], ...more});

const DUE = {what: 'answer', on: '2026-12-01', estimated: false} as const;
const ENDED = {milestones: [], actions: []};
const answered = of('answered', ANSWERED, [...CONSULTED, event('answer', '2026-11-27')], {
  milestones: [],
  actions: ['complain', 'reconsider'],
  answer: answerOf('partial'),
});

/** One of every state, and of every way a period can stand. */
export const statuses = {
  submitted: of('submitted', NOT_STARTED, SUBMITTED, {
    milestones: [
      {what: 'correction_notice', on: '2026-10-28', estimated: true},
      {what: 'answer', on: '2026-11-16', estimated: true},
    ],
  }),
  pendingConfirmation: of('pending_confirmation', NOT_STARTED, REGISTERED.slice(0, 2), {
    milestones: [{what: 'answer', on: '2026-11-16', estimated: true}],
  }),
  registered: of('registered', PLAIN, REGISTERED, {milestones: [{what: 'answer', on: '2026-11-17', estimated: false}]}),
  routed: of('routed', PLAIN, ROUTED, {milestones: [{what: 'answer', on: '2026-11-17', estimated: false}]}),
  processing: of('processing', RUNNING, CONSULTED, {milestones: [DUE]}),
  lastDay: of(
    'processing',
    {...RUNNING, remainingWorkdays: 0, segments: [{kind: 'used', from: '2026-10-21', to: '2026-12-01', workdays: 20}]},
    CONSULTED,
    {
      milestones: [DUE],
    },
  ),
  correctionRequired: of(
    'correction_required',
    standingStill('correction', '2026-10-23', '国务院令第711号 第三十条'),
    [
      ...REGISTERED,
      event('require_correction', '2026-10-22', {
        note: '您写的“那条路”有两处重名，请说明是示范区的，还是城南区的。',
        until: '2026-11-06',
      }),
    ],
    {milestones: [{what: 'correction', on: '2026-11-06', estimated: false}], actions: ['correct', 'withdraw']},
  ),
  consultingThirdParty: of('consulting_third_party', CONSULTING, CONSULTED.slice(0, 7), {
    milestones: [
      {what: 'third_party', on: '2026-11-19', estimated: false},
      {what: 'answer', on: '2026-11-25', estimated: true},
    ],
  }),
  consultingAgency: of(
    'consulting_agency',
    {...CONSULTING, pauses: CONSULTING.pauses.map((pause) => ({...pause, reason: 'agency'}))},
    [...STARTED, event('consult_agency', '2026-10-27', {agencyName: '示例省发展和改革委员会'})],
    {milestones: [{what: 'answer', on: '2026-11-25', estimated: true}]},
  ),
  extended: of(
    'extended',
    {
      ...PLAIN,
      due: '2027-01-08',
      estimated: true,
      remainingWorkdays: 32,
      extendedBy: 20,
      segments: [
        {kind: 'used', from: '2026-10-21', to: '2026-11-24', workdays: 25},
        {kind: 'left', from: '2026-11-25', to: '2027-01-08', workdays: 32},
      ],
    },
    [...STARTED, event('extend', '2026-11-16', {workdays: 20, note: '需要核对的档案较多，经负责人同意延长。'})],
    {milestones: [{what: 'answer', on: '2027-01-08', estimated: true}]},
  ),
  feeNotified: of(
    'fee_notified',
    standingStill('fee', '2026-11-03', '国办函〔2020〕109号 第七条'),
    [...STARTED, event('notify_fee', '2026-11-02', {amount: 700, note: '共 100 页，按量计收。请持缴款书到代收银行缴纳。'})],
    {milestones: [{what: 'fee', on: '2026-11-30', estimated: false}]},
  ),
  overdue: of(
    'processing',
    {
      ...PLAIN,
      status: 'overdue',
      lateBy: 5,
      segments: [
        {kind: 'used', from: '2026-10-21', to: '2026-11-17', workdays: 20},
        {kind: 'over', from: '2026-11-18', to: '2026-11-24', workdays: 5},
      ],
    },
    STARTED,
    {milestones: [{what: 'answer', on: '2026-11-17', estimated: false}], actions: ['withdraw', 'complain', 'reconsider']},
  ),
  answered,
  answeredLate: {
    ...answered,
    clock: {...ANSWERED, lateBy: 3, segments: [...ANSWERED.segments, {kind: 'over', from: '2026-12-02', to: '2026-12-04', workdays: 3}]},
  },
  abandoned: of(
    'abandoned',
    {...NOT_STARTED, status: 'done', doneOn: '2026-11-09'},
    [...REGISTERED, event('abandon', '2026-11-09')],
    ENDED,
  ),
  withdrawn: of(
    'withdrawn',
    {...NOT_STARTED, status: 'done', doneOn: '2026-10-23'},
    [...REGISTERED, event('withdraw', '2026-10-23')],
    ENDED,
  ),
  archived: {...answered, state: 'archived', events: [...answered.events, event('archive', '2026-12-30')]},
} satisfies Record<string, ApplicationStatus>;

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': `application/${status < 400 ? '' : 'problem+'}json; charset=utf-8`, ...headers},
  });
export const refuse = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Response =>
  json({type: `/problems/${code}`, title: code, status, code, ...more}, status, headers);

/** A backend that holds one request and what was sent about it. */
export class StatusBackend {
  status: ApplicationStatus;
  /** Paths and bodies, in the order in which they came. */
  readonly sent: {readonly path: string; readonly body: unknown; readonly key: string | null}[] = [];
  /** Takes over: a response of its own, or an error thrown as the network would. */
  override: (path: string) => Response | undefined = () => undefined;

  constructor(status: ApplicationStatus = statuses.processing) {
    this.status = status;
  }

  get scenario(): Scenario {
    return {override: (url, init) => this.#answer(url.pathname.replace(/^.*\/api\/v1/, ''), init)};
  }

  #answer(path: string, init: RequestInit): Response | undefined {
    if (!path.startsWith('/applications/')) return undefined;
    const body = JSON.parse(init.body as string) as unknown;
    this.sent.push({path, body, key: new Headers(init.headers).get('idempotency-key')});
    const other = this.override(path);
    if (other) return other;
    const credential = path === '/applications/status' ? (body as Credential) : (body as CorrectionInput).credential;
    const right = credential.token === receipt.token || (credential.number === receipt.number && credential.code === receipt.code);
    if (!right) return refuse(404, 'wrong-credential');
    if (path === '/applications/corrections') {
      const {request} = body as CorrectionInput;
      this.status = {...statuses.registered, request, events: [...this.status.events, event('correct', '2026-10-26')]};
    }
    if (path === '/applications/withdrawals') this.status = {...statuses.withdrawn, request: this.status.request};
    return json(this.status);
  }
}
