/** The part of the backend in memory that holds meetings: in every state, and who signs up. */
import type {
  Meeting,
  MeetingStanding,
  MeetingState,
  MeetingSummary,
  MySignUp,
  SignUpInput,
  SignUpReceipt,
  SignUpState,
} from '@zwgk/contract';

const ROLES = [
  {role: 'public' as const, seats: 10, who: '用气居民'},
  {role: 'expert' as const, seats: 3},
];
type Offered = NonNullable<MeetingStanding['signUp']>;

function signUpOf(state: Offered['state'], left: readonly number[], waitingLeft?: number): Offered {
  const seats = ROLES.map((each, i) => ({...each, left: left[i]!, ...(waitingLeft === undefined ? {} : {waitingLeft})}));
  const remaining = state === 'open' || state === 'waiting' || state === 'full' ? {remainingDays: 4} : {};
  return {state, opensAt: '2026-11-10T01:00:00Z', closesAt: '2026-11-29T16:00:00Z', seats, ...remaining};
}

const OFFERED: Readonly<Record<string, Offered>> = {
  open: signUpOf('open', [4, 0]),
  waiting: signUpOf('waiting', [0, 0], 2),
  full: signUpOf('full', [0, 0]),
  future: signUpOf('not_open', [10, 3]),
  moved: signUpOf('open', [4, 0]),
  closed: signUpOf('over', [0, 0]),
  live: signUpOf('over', [0, 0]),
};
const STATES: Readonly<Record<string, MeetingState>> = {
  ...{
    open: 'sign_up',
    waiting: 'sign_up',
    full: 'sign_up',
    future: 'announced',
    moved: 'sign_up',
    closed: 'sign_up_closed',
    live: 'in_progress',
  },
  ...{overdue: 'ended', recorded: 'recorded', cancelled: 'cancelled', interview: 'announced'},
};
const LIVE: Readonly<Record<string, MeetingStanding['live']>> = {live: 'live', recorded: 'replay', overdue: 'over', interview: 'before'};

/** What is different about some of them. */
const OWN: Readonly<Record<string, Partial<Meeting>>> = {
  moved: {
    changes: [
      {
        at: '2026-11-20T01:00:00Z',
        reason: '场地维修',
        startsAt: '2026-12-07T01:00:00Z',
        endsAt: '2026-12-07T03:30:00Z',
        place: {name: '旧的会场'},
      },
    ],
  },
  cancelled: {cancelled: {at: '2026-11-22T01:00:00Z', reason: '受寒潮影响取消'}},
  closed: {
    participants: {
      publishedAt: '2026-11-30T01:00:00Z',
      items: [
        {role: 'public', name: '朱**'},
        {role: 'expert', name: '何**'},
      ],
    },
  },
  recorded: {
    record: {
      kind: 'minutes',
      text: '一、承办单位介绍方案。\n二、参加人发言。',
      publishedAt: '2026-12-15T01:00:00Z',
      url: 'https://www.example.com/record',
    },
    replay: {url: 'https://video.example.com/1', captions: false, note: '可以看笔录全文。'},
  },
  interview: {
    kind: 'interview',
    agenda: [
      {title: '供水保障', livelihood: true, notConsultedReason: '属于应急安排', invites: true},
      {title: '数据开放', livelihood: true, consultation: 'con-open', invites: true},
    ],
  },
};

/** One meeting as it stands in one of these: open, waiting, full, future, moved, closed, live, overdue, recorded, cancelled, interview. */
export function meeting(name: string, changes: Partial<Meeting> = {}): Meeting {
  const state = STATES[name]!;
  const signUp = OFFERED[name];
  const live = LIVE[name];
  const record =
    name === 'overdue'
      ? ({status: 'overdue', dueOn: '2027-01-05', estimated: true, lateBy: 3} as const)
      : name === 'recorded'
        ? ({status: 'on_time', dueOn: '2027-01-05', publishedOn: '2026-12-15'} as const)
        : undefined;
  return {
    ...{
      id: `meet-${name}`,
      version: 1,
      kind: 'hearing',
      title: '示例市居民用气价格听证会',
      agency: 'sls-fgw',
      agencyName: '示例市发展和改革委员会',
    },
    ...{region: '990100', noticeAt: '2026-11-10T01:00:00Z', startsAt: '2026-12-08T01:00:00Z', endsAt: '2026-12-08T03:30:00Z'},
    place: {name: '示例市市民中心', address: '示例市示范区青禾路1号', access: '北门有坡道，电梯到三楼。', transport: '公交示例1路'},
    intro: '听取对居民用气价格的意见。\n分两个方案。',
    materials: [{title: '居民用气价格调整方案', url: 'https://www.example.com/draft'}],
    ...(signUp
      ? {
          signUp: {
            ...{closesAt: signUp.closesAt, method: 'order', roles: ROLES, selection: '按报名先后。'},
            fields: [{field: 'mobile', required: true}, {field: 'statement', required: true}, {field: 'needs'}],
          },
        }
      : {}),
    ...(live ? {live: {url: 'https://live.example.com/1', captions: true, signLanguage: true}} : {}),
    standing: {state, ...(signUp ? {signUp} : {}), ...(live ? {live} : {}), ...(record ? {record} : {})},
    open: signUp?.state === 'open' || signUp?.state === 'waiting',
    privacy: {
      handler: '示例市发展和改革委员会',
      contact: '000-00000000',
      purpose: '安排参加本次会议。',
      kinds: '姓名、手机号。',
      retentionDays: 365,
      rights: '可以查询、退出。',
    },
    demo: true,
    ...OWN[name],
    ...changes,
  } as Meeting;
}

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': `application/${status < 400 ? '' : 'problem+'}json; charset=utf-8`},
  });
const refuse = (status: number, code: string): Response => json({type: `/problems/${code}`, title: code, status, code}, status);

/** What the server keeps: tests look into it, and change it while somebody fills the form in. */
export class Meetings {
  items: Meeting[];
  readonly rows = new Map<string, {readonly body: string; readonly receipt: SignUpReceipt}>();
  state: SignUpState = 'confirmed';

  constructor(items = Object.keys(STATES).map((name) => meeting(name))) {
    this.items = items;
  }

  /** The answer to a request about meetings; `undefined` for every other. */
  answer(url: URL, init: RequestInit): Response | undefined {
    const path = url.pathname.replace(/^.*\/api\/v1/, '');
    const body = (): {code?: string} => JSON.parse(init.body as string) as {code?: string};
    if (path === '/sign-ups/receipt') {
      const row = this.rows.get(new Headers(init.headers).get('idempotency-key') ?? '');
      return row ? json(row.receipt) : refuse(404, 'not-found');
    }
    if (path === '/sign-ups/status') return this.#status(body().code);
    if (path === '/sign-ups/withdrawals') return ((this.state = 'withdrawn'), this.#status(body().code));
    if (path === '/meetings') return this.#list(url.searchParams);
    const [, id, part] = /^\/meetings\/([^/]+)(?:\/(sign-ups))?$/.exec(path) ?? [];
    if (!id) return undefined;
    const item = this.items.find((one) => one.id === id);
    if (!item) return refuse(404, 'not-found');
    return part ? this.#signUp(item, init) : json(item);
  }

  /** The last that was sent. */
  get sent(): SignUpInput {
    return JSON.parse([...this.rows.values()].at(-1)!.body) as SignUpInput;
  }

  #signUp(item: Meeting, init: RequestInit): Response {
    const key = new Headers(init.headers).get('idempotency-key')!;
    const body = init.body as string;
    const row = this.rows.get(key);
    if (row && row.body !== body) return refuse(422, 'idempotency-mismatch');
    if (!row && !item.open) return refuse(409, 'meeting-full');
    const {role = 'public'} = JSON.parse(body) as SignUpInput;
    const receipt: SignUpReceipt = row?.receipt ?? {
      ...{number: `H20261125-${String(this.rows.size + 1).padStart(6, '0')}`, queryCode: 'K7M4-9QXT-2RW8', linkToken: 'a'.repeat(22)},
      ...{submittedAt: '2026-11-25T07:42:00Z', meeting: item.id, title: item.title, startsAt: item.startsAt, endsAt: item.endsAt},
      ...(item.place ? {place: item.place} : {}),
      role,
      state: item.standing.signUp?.state === 'waiting' ? 'waiting' : 'confirmed',
    };
    this.rows.set(key, {body, receipt});
    return json(receipt, 201);
  }

  #status(code = ''): Response {
    if (code !== 'K7M4-9QXT-2RW8') return refuse(404, 'wrong-credential');
    const {id, title, kind, startsAt, endsAt, standing} = this.items[0]!;
    const gone = this.state === 'withdrawn';
    return json({
      ...{number: 'H20261125-000001', submittedAt: '2026-11-25T07:42:00Z', meeting: id, title, kind, startsAt, endsAt, standing},
      ...{role: 'public', state: this.state, canWithdraw: !gone, ...(gone ? {} : {name: '朱**'})},
      ...(this.state === 'waiting' ? {ahead: 2} : {}),
      ...(this.state === 'declined' ? {reason: '重复报名'} : {}),
    } satisfies MySignUp);
  }

  #list(params: URLSearchParams): Response {
    const values = (name: string): string[] => (params.get(name) ?? '').split(',').filter(Boolean);
    const [kinds, states, consultation] = [values('kind'), values('state'), params.get('consultation')];
    const matching = this.items.filter((each) => !consultation || each.consultation === consultation);
    const found = matching.filter(
      ({kind, standing}) => (kinds.length === 0 || kinds.includes(kind)) && (states.length === 0 || states.includes(standing.state)),
    );
    const items = found.map(
      ({id, version, title, kind, agency, agencyName, region, startsAt, endsAt, place, standing, changes}): MeetingSummary => ({
        ...{id, version, title, kind, agency, agencyName, region, startsAt, endsAt, standing, demo: true},
        ...(place ? {place: place.name} : {}),
        ...(changes ? {moved: true} : {}),
      }),
    );
    const kind = ['hearing', 'interview'].map((value) => ({
      value,
      label: value,
      count: matching.filter((each) => each.kind === value).length,
    }));
    const limit = Number(params.get('limit') ?? 20);
    const start = Number(params.get('cursor')?.slice(1) ?? 0);
    return json({
      items: items.slice(start, start + limit),
      total: items.length,
      nextCursor: start + limit < items.length ? `c${start + limit}` : null,
      prevCursor: start > 0 ? `c${Math.max(0, start - limit)}` : null,
      facets: {kind: kind.filter(({count}) => count > 0), state: []},
    });
  }
}
