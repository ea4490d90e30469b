/** A receipt is shown only for comments that are stored, once, whatever becomes of the network (security model: R1, F1). */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import type {CommentReceipt} from '@zwgk/contract';
import {tallySurvey} from '@zwgk/rules/consultation';
import {serve} from '../../packages/server/src/serve.ts';
import {putUp} from '../../packages/server/src/testing/consultations.ts';
import {commentInput, surveyInput} from '../../packages/server/src/testing/inputs.ts';
import {NOW} from '../../packages/server/src/testing/temp-store.ts';
import {JSON_TYPE, openStore, prepared} from './application-client.ts';
import {FATES, flakyProxy} from './flaky-proxy.ts';
import {oneRequest} from './one-request.ts';

/** `ZWGK_COMMENTS=1000` for the whole of it. */
const COUNT = Number(process.env['ZWGK_COMMENTS'] ?? 300);
const TOPICS = 4;

const answersOf = (n: number): {often: string; happy: number} => ({often: ['daily', 'weekly', 'never'][n % 3]!, happy: (n % 5) + 1});

/** As the client does: the same key until there is a receipt. */
async function submit(port: number, n: number): Promise<CommentReceipt> {
  const body = Buffer.from(
    JSON.stringify(commentInput({comments: [{text: `第${n}条意见：${(n * 7919) % 10_007}`}], answers: answersOf(n)})),
  );
  const headers = {
    ...JSON_TYPE,
    'Idempotency-Key': `intent-of-the-flaky-comments-${n}`,
    'X-Forwarded-For': `10.0.${n >> 8}.${n & 255}`,
  };
  for (let attempt = 0; attempt < 60; attempt++) {
    const heard = await oneRequest(port, 'POST', `/consultations/c-${n % TOPICS}/comments`, headers, body).catch(() => undefined);
    if (heard?.status === 201) return JSON.parse(heard.body) as CommentReceipt;
    if (heard && heard.status !== 409 && heard.status !== 503) throw new Error(`${heard.status} ${heard.body}`);
    await wait(5 + (attempt % 7));
  }
  throw new Error('no receipt after 60 attempts');
}

test(
  'R1 comments over a network that fails in five ways, to two servers: as many rows as receipts, each with the one that was shown',
  {timeout: 120_000},
  async (t) => {
    const file = await prepared();
    const stores = [await openStore(file), await openStore(file)];
    for (let i = 0; i < TOPICS; i++) await putUp(stores[0]!, {survey: surveyInput()}, `c-${i}`);
    const now = (): number => Date.parse(NOW);
    const servers = await Promise.all(stores.map((store) => serve({store, now, config: {proxies: 1}, port: 0, host: '127.0.0.1'})));
    const proxy = await flakyProxy(
      servers.map(({port}) => port),
      9,
    );
    t.after(async () => {
      await proxy.close();
      for (const server of servers) await server.stop();
    });
    const shown = new Map<string, number>();
    let next = 0;
    const hand = async (): Promise<void> => {
      for (let n = next++; n < COUNT; n = next++) {
        const {number, queryCode, comments} = await submit(proxy.port, n);
        assert.equal(comments.length, 1);
        shown.set(`${number} ${queryCode}`, n);
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({length: 24}, hand));
    t.diagnostic(`${JSON.stringify(proxy.counts)} in ${Math.round(performance.now() - start)} ms`);
    for (const fate of FATES) assert.ok(proxy.counts[fate] > COUNT / 20, `${fate} happened only ${proxy.counts[fate]} times`);
    assert.equal(shown.size, COUNT, 'a receipt for each, and each its own');
    const {consultations} = stores[0]!;
    let rows = 0;
    for (let i = 0; i < TOPICS; i++) rows += (await consultations.comments.receivedIds((await consultations.find(`c-${i}`))!.row)).length;
    assert.equal(rows, COUNT, 'and not one more');
    for (let i = 0; i < TOPICS; i++) {
      const sheets = [...shown.values()].filter((n) => n % TOPICS === i).map(answersOf);
      const counted = await consultations.surveys.counted((await consultations.find(`c-${i}`))!);
      const expected = {participants: sheets.length, setAside: 0, questions: tallySurvey(surveyInput().questions, sheets)};
      assert.deepEqual(counted, expected, 'each sheet is counted once, however often it was sent');
    }
    for (const [receipt, n] of shown) {
      const [number, code] = receipt.split(' ') as [string, string];
      assert.deepEqual(await consultations.look({number, code}, number, Date.now()), {number});
      const {comments, receipt: stored} = await consultations.ofNumber(number);
      assert.equal(comments[0]!.words!.text, `第${n}条意见：${(n * 7919) % 10_007}`);
      assert.equal(stored.author!.contact!.mobile, '13800000001');
    }
    const bytes = Buffer.concat([file, `${file}-wal`].map((each) => readFileSync(each)));
    assert.ok(bytes.includes('招生工作办法'), 'what is public is found in the file');
    for (const secret of ['13800000001', '朱示例', '条意见：', '10.0.1.7']) assert.ok(!bytes.includes(secret), `${secret} is in the file`);
  },
);
