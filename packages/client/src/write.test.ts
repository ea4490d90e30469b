import {expect} from '@open-wc/testing';
import type {ApplicationInput} from '@zwgk/contract';
import {encodeJson} from './encode-json.ts';
import {
  ApiError,
  countResolved,
  getApplicationStatus,
  getReceiptByKey,
  newIdempotencyKey,
  retrySeconds,
  stageUpload,
  submitApplication,
  ZwgkClient,
  type Retry,
  type Transport,
} from './index.ts';

const INPUT = {
  ...{agency: 'sls-zjt', kind: 'information', guideVersion: 3, contact: {}},
  ...{applicant: {type: 'natural_person', idProofs: ['a', 'b']}, request: {title: '甲“乙”\u2028\n\ud83d\ude00'}},
} as unknown as ApplicationInput;
const RECEIPT = {
  ...{number: '20261125-000001', queryCode: 'K7M4-9QXT-2RW8', linkToken: 'a'.repeat(22), submittedAt: '2026-11-25T07:42:00Z'},
  ...{agency: 'sls-zjt', agencyName: '甲', handledBy: 'sls-zjt', handledByName: '甲', guideVersion: 3, next: []},
};
const KEY = 'k'.repeat(22);

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});
const client = (transport: Transport): ZwgkClient => new ZwgkClient('https://api.example.com/api/v1', transport);
const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'success',
    (error: unknown) => (error as ApiError).code,
  );

/** Without the seconds between the tries. */
async function hurried<T>(run: () => Promise<T>): Promise<T> {
  const {setTimeout: patient} = globalThis;
  globalThis.setTimeout = ((then: () => void, ms = 0) => patient(then, ms >= 400 && ms < 70_000 ? 1 : ms)) as typeof setTimeout;
  try {
    return await run();
  } finally {
    globalThis.setTimeout = patient;
  }
}

describe('JSON', () => {
  const prototypes: [string, object][] = [
    ['arrays', Array.prototype],
    ['objects', Object.prototype],
    ['texts', String.prototype],
  ];
  for (const [what, prototype] of prototypes) {
    it(`is what was meant on a page that gives ${what} a toJSON`, () => {
      Object.defineProperty(prototype, 'toJSON', {value: () => 'PWNED', configurable: true});
      let text: string;
      try {
        text = encodeJson(INPUT);
      } finally {
        delete (prototype as {toJSON?: unknown}).toJSON;
      }
      expect(JSON.parse(text)).to.deep.equal(INPUT);
    });
  }
  it('of our own is the built-in one’s equal', () => {
    const odd = {a: [], b: {}, c: [null, true, 1.5, '"\\\u0000\ud800'], d: undefined, e: [[['x']]]};
    Object.defineProperty(Array.prototype, 'toJSON', {
      value: () => {
        throw new Error('no');
      },
      configurable: true,
    });
    let text: string;
    try {
      text = encodeJson(odd);
    } finally {
      delete (Array.prototype as {toJSON?: unknown}).toJSON;
    }
    expect(JSON.parse(text)).to.deep.equal(JSON.parse(JSON.stringify(odd)));
  });
});

describe('a request that is sent', () => {
  it('has a key, one body, no cookies, and gives a receipt', async () => {
    const sent: [string, RequestInit][] = [];
    const receipt = await submitApplication(
      client((url, init) => (sent.push([url, init]), Promise.resolve(json(RECEIPT, 201)))),
      INPUT,
      {key: KEY},
    );
    const [[url, init]] = sent as [[string, RequestInit]];
    expect(receipt).to.deep.equal(RECEIPT);
    expect([url, init.method, init.credentials]).to.deep.equal(['https://api.example.com/api/v1/applications', 'POST', 'omit']);
    expect(new Headers(init.headers).get('idempotency-key')).to.equal(KEY);
    expect(JSON.parse(init.body as string)).to.deep.equal(INPUT);
  });

  it('is tried five times with the same key and bytes, and says so (R1a)', async () => {
    const bodies: unknown[] = [];
    const retries: Retry[] = [];
    const down = client((_, {body, method}) => {
      if (method === 'POST') bodies.push(body);
      return Promise.reject(new TypeError('down'));
    });
    const code = await hurried(() => codeOf(submitApplication(down, INPUT, {key: KEY, onRetry: (retry) => retries.push(retry)})));
    expect(code).to.equal('unreachable');
    expect([bodies.length, new Set(bodies).size]).to.deep.equal([5, 1]);
    expect(retries.map(({seconds}) => Math.floor(seconds))).to.deep.equal([1, 2, 4, 8]);
  });

  it('waits as long as it is told, up to a minute, and asks beyond (R4)', async () => {
    const told = async (after: string): Promise<number[]> => {
      const retries: Retry[] = [];
      const busy = client(() => Promise.resolve(json({code: 'unavailable'}, 503, {'retry-after': after})));
      await hurried(() => codeOf(submitApplication(busy, INPUT, {key: KEY, onRetry: (retry) => retries.push(retry)})));
      return retries.map(({seconds}) => seconds);
    };
    expect(await told('7')).to.deep.equal([7, 7, 7, 8]);
    for (const absurd of ['61', '3600', '-1', '1e9', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT', '99999999999999999999'])
      expect(await told(absurd), absurd).to.deep.equal([]);
  });

  it('that nobody answers counts as timed out, and is tried again with the same key (R6)', async () => {
    const keys = new Set<string | null>();
    const hanging = client((_, {signal, headers}) => {
      keys.add(new Headers(headers).get('idempotency-key'));
      return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
    });
    expect(await hurried(() => codeOf(submitApplication(hanging, INPUT, {key: KEY})))).to.equal('timeout');
    expect([...keys]).to.deep.equal([KEY]);
  });

  it('that is already under way waits for its receipt (409)', async () => {
    let tries = 0;
    const twice = client(() => Promise.resolve(++tries === 1 ? json({code: 'idempotency-in-progress'}, 409) : json(RECEIPT, 201)));
    expect(await hurried(() => codeOf(submitApplication(twice, INPUT, {key: KEY})))).to.equal('success');
  });

  it('is not tried again when it was refused, cut off by another page, or stopped', async () => {
    for (const [response, code] of [
      [() => json({code: 'invalid-body'}, 422), 'rejected'],
      [() => json({code: 'storage-full'}, 507), 'server-error'],
      [() => new Response('<html>', {status: 200}), 'intercepted'],
    ] as const) {
      let tries = 0;
      expect(
        await codeOf(
          submitApplication(
            client(() => (tries++, Promise.resolve(response()))),
            INPUT,
            {key: KEY},
          ),
        ),
      ).to.equal(code);
      expect(tries).to.equal(1);
    }
    const stop = new AbortController();
    const hanging = client(
      (_, {signal}) => new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(new Error()))),
    );
    const sent = codeOf(submitApplication(hanging, INPUT, {key: KEY, signal: stop.signal}));
    stop.abort();
    expect(await sent).to.equal('aborted');
  });
});

describe('a receipt', () => {
  it('counts only with 201, whole, and for that agency (R5)', async () => {
    const wrong: [number, object][] = [
      [200, RECEIPT],
      [202, RECEIPT],
      [201, {...RECEIPT, agency: 'other'}],
      [201, {...RECEIPT, queryCode: ''}],
      [201, {...RECEIPT, number: 1}],
      [201, {...RECEIPT, linkToken: 'x'}],
      [201, {...RECEIPT, submittedAt: 'x'}],
      [201, {...RECEIPT, next: [{}]}],
      [201, {...RECEIPT, next: 'x'}],
      [201, {...RECEIPT, next: undefined}],
    ];
    for (const [status, body] of wrong) {
      const code = await codeOf(
        submitApplication(
          client(() => Promise.resolve(json(body, status))),
          INPUT,
          {key: KEY},
        ),
      );
      expect(code, JSON.stringify(body)).to.equal('intercepted');
    }
  });
  it('of an earlier key is found, or is known not to be there', async () => {
    const keys: (string | null)[] = [];
    const found = client((_, {headers}) => (keys.push(new Headers(headers).get('idempotency-key')), Promise.resolve(json(RECEIPT))));
    expect((await getReceiptByKey(found, KEY)).number).to.equal(RECEIPT.number);
    expect(keys).to.deep.equal([KEY]);
    expect(
      await codeOf(
        getReceiptByKey(
          client(() => Promise.resolve(json({code: 'not-found'}, 404))),
          KEY,
        ),
      ),
    ).to.equal('not-found');
  });
  it('that is still at work is waited for; whatever else goes wrong is told at once', async () => {
    let tries = 0;
    const atWork = client(() =>
      Promise.resolve(tries++ < 2 ? json({code: 'idempotency-in-progress'}, 409, {'retry-after': '1'}) : json(RECEIPT)),
    );
    expect((await hurried(() => getReceiptByKey(atWork, KEY))).number).to.equal(RECEIPT.number);
    expect(tries).to.equal(3);
    tries = 0;
    const down = client(() => (tries++, Promise.resolve(json({code: 'unavailable'}, 503, {'retry-after': '1'}))));
    expect(await codeOf(hurried(() => getReceiptByKey(down, KEY)))).to.equal('server-error');
    expect(tries).to.equal(1);
  });
});

describe('other writes', () => {
  it('that keep no key are sent once', async () => {
    let tries = 0;
    const down = client((_, {method}) => {
      if (method === 'POST') tries++;
      return Promise.reject(new TypeError());
    });
    expect(await codeOf(getApplicationStatus(down, {token: 'x'}))).to.equal('unreachable');
    expect(tries).to.equal(1);
  });
  it('may answer with nothing', async () => {
    expect(
      await codeOf(
        countResolved(
          client(() => Promise.resolve(new Response(null, {status: 204}))),
          'a',
          'd',
        ),
      ),
    ).to.equal('success');
    expect(
      await codeOf(
        countResolved(
          client(() => Promise.resolve(json({}))),
          'a',
          'd',
        ),
      ),
    ).to.equal('intercepted');
  });
});

describe('a file', () => {
  const file = new File(['x'], '证件 正面.jpg');
  const staged = {...{id: 'u'.repeat(22), name: file.name, mediaType: 'image/jpeg'}, bytes: 1, sha256: 'x', expiresAt: 'x'};
  it('goes as it is, with its name, and says how far it is', async () => {
    const progress: number[] = [];
    let sent: RequestInit = {};
    const taking = client((_, init, onSent) => {
      sent = init;
      onSent?.(1);
      return Promise.resolve(json(staged, 201));
    });
    expect((await stageUpload(taking, file, {onProgress: (bytes) => progress.push(bytes)})).id).to.equal(staged.id);
    expect(new Headers(sent.headers).get('upload-name')).to.equal('%E8%AF%81%E4%BB%B6%20%E6%AD%A3%E9%9D%A2.jpg');
    expect(sent.body === file).to.equal(true);
    expect(progress).to.deep.equal([1]);
  });
  it('counts as there only when the server says which one it is', async () => {
    expect(
      await codeOf(
        stageUpload(
          client(() => Promise.resolve(json({}, 201))),
          file,
        ),
      ),
    ).to.equal('intercepted');
    expect(
      await codeOf(
        stageUpload(
          client(() => Promise.resolve(json({code: 'file-refused'}, 422))),
          file,
        ),
      ),
    ).to.equal('rejected');
  });
});

describe('a key', () => {
  it('is of 22 safe characters, and never the same', () => {
    const keys = Array.from({length: 500}, newIdempotencyKey);
    expect(new Set(keys).size).to.equal(500);
    expect(keys.every((key) => /^[\w-]{22}$/.test(key))).to.equal(true);
  });
});

describe('how long to wait', () => {
  const seconds = (text?: string): number | undefined => retrySeconds(new ApiError('server-error', '', 503, undefined, text), 0);
  it('is read from a number or a date', () => {
    expect([seconds('5'), seconds(' 0 '), seconds('Thu, 01 Jan 1970 00:00:30 GMT')]).to.deep.equal([5, 0, 30]);
    expect([seconds(), seconds('x'), seconds('-1'), seconds('1.5e3')].map((value) => value === undefined || value < 0)).to.deep.equal(
      Array<boolean>(4).fill(true),
    );
  });
});
