/** The part of the backend in memory that takes applications: guides, staged files, and one row a key. */
import type {ApplicationGuide, ApplicationInput, Receipt, Upload} from '@zwgk/contract';

export const guide: ApplicationGuide = {
  agency: 'sls-zjt',
  agencyName: '示例省住房和城乡建设厅',
  version: 3,
  updatedOn: '2026-10-12',
  open: true,
  applicability: 'applies',
  office: {
    name: '示例省住房和城乡建设厅政府信息公开工作办公室',
    phone: '000-00000000',
    address: '示例市示范区青禾路1号（演示数据）',
    hours: '工作日 9:00–12:00、14:00–17:30',
    email: 'gongkai@zjt.example.com',
  },
  sections: [
    {heading: '先找一找', text: '主动公开的信息在公开目录里就能看到，不用申请。'},
    {heading: '谁可以申请', text: '公民、法人或者其他组织都可以申请。书写确有困难的，可以打电话，由工作人员代填。'},
    {heading: '多久答复', text: '从双方确认收到的那天起，20 个工作日内答复；要延长的，最多再加 20 个工作日，会提前告诉您。'},
    {heading: '收费', text: '一般不收费。申请的件数或者页数明显过多的，按规定收信息处理费。'},
  ],
  privacy: {
    handler: '示例省住房和城乡建设厅',
    contact: '000-00000000',
    purpose: '办理您的政府信息公开申请。',
    kinds: '姓名或者名称、身份证明、联系方式，以及您在申请里写的内容。',
    retentionDays: 1095,
    rights: '可以查看、更正、删除，也可以请机关说明。',
  },
  extraFields: [],
  deliveries: ['online', 'email', 'post', 'pickup', 'inspect'],
  media: ['paper', 'electronic'],
  maxUploadBytes: 10 * 1024 * 1024,
  averageWorkdays: 11.6,
};

const json = (body: unknown, status: number): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: {'content-type': `application/${status < 400 ? '' : 'problem+'}json; charset=utf-8`},
  });
const refuse = (status: number, code: string): Response => json({type: `/problems/${code}`, title: code, status, code}, status);

/** A receipt such as the server makes; the number tells the rows apart. */
export const receiptFor = (input: Pick<ApplicationInput, 'agency' | 'guideVersion'>, serial: number): Receipt => ({
  number: `20261125-${String(serial).padStart(6, '0')}`,
  queryCode: 'K7M4-9QXT-2RW8',
  linkToken: 'aaaaaaaaaaaaaaaaaaaaaa',
  submittedAt: '2026-11-25T07:42:00Z',
  agency: input.agency,
  agencyName: guide.agencyName,
  handledBy: input.agency,
  handledByName: guide.agencyName,
  guideVersion: input.guideVersion,
  next: [
    {what: 'correction_notice', on: '2026-12-04', estimated: true},
    {what: 'answer', on: '2026-12-23', estimated: true},
  ],
});

export interface Row {
  readonly body: string;
  readonly receipt: Receipt;
}

/** What the server keeps: tests look into it. */
export class Applications {
  guide: ApplicationGuide;
  readonly rows = new Map<string, Row>();
  readonly uploads = new Map<string, Upload>();
  readonly resolved: unknown[] = [];

  constructor(changes: Partial<ApplicationGuide> = {}) {
    this.guide = {...guide, ...changes};
  }

  /** The answer to a request about applications; `undefined` for every other. */
  answer(path: string, init: RequestInit): Response | undefined {
    const key = new Headers(init.headers).get('idempotency-key') ?? '';
    const asked = /^\/agencies\/([^/]+)\/application-guide$/.exec(path)?.[1];
    if (asked) return json({...this.guide, agency: asked}, 200);
    if (path === '/applications/receipt') {
      const row = this.rows.get(key);
      return row ? json(row.receipt, 200) : refuse(404, 'not-found');
    }
    if (path === '/applications') return this.#submit(key, init.body as string);
    if (path === '/applications/resolved') return (this.resolved.push(JSON.parse(init.body as string)), json(undefined, 204));
    if (path === '/uploads') return this.#stage(init);
    if (path.startsWith('/uploads/')) return (this.uploads.delete(path.slice('/uploads/'.length)), json(undefined, 204));
    return undefined;
  }

  /** The only row's body, as it was sent. */
  get sent(): ApplicationInput {
    return JSON.parse([...this.rows.values()].at(-1)!.body) as ApplicationInput;
  }

  #submit(key: string, body: string): Response {
    if (!key) return refuse(400, 'idempotency-key-required');
    const row = this.rows.get(key);
    if (row && row.body !== body) return refuse(422, 'idempotency-mismatch');
    const receipt = row?.receipt ?? receiptFor(JSON.parse(body) as ApplicationInput, this.rows.size + 1);
    this.rows.set(key, {body, receipt});
    return json(receipt, 201);
  }

  #stage(init: RequestInit): Response {
    const id = `upload-${String(this.uploads.size).padStart(15, '0')}`;
    const name = decodeURIComponent(new Headers(init.headers).get('upload-name') ?? '');
    const upload: Upload = {
      ...{id, name, mediaType: 'image/jpeg', bytes: (init.body as Blob).size},
      ...{sha256: '0'.repeat(64), expiresAt: '2026-11-26T07:42:00Z'},
    };
    this.uploads.set(id, upload);
    return json(upload, 201);
  }
}
