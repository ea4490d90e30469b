/** Proof of work in the time of a flood, over HTTP (T18, T31). */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {DatabaseSync} from 'node:sqlite';
import {test, type TestContext} from 'node:test';
import type {CommentReceipt, Problem, ProofRequest} from '@zwgk/contract';
import {COMMENT_BUCKETS, leadingZeroBits, PROOF_TTL_MS, PROOF_WAIT_MS} from '@zwgk/rules/consultation';
import {json, problem, testApp, type TestApp} from '../../testing/app.ts';
import {newIntent} from '../../testing/applications.ts';
import {allComments, Commenter, crowd, putUp} from '../../testing/consultations.ts';
import {commentInput} from '../../testing/inputs.ts';
import {NOW} from '../../testing/temp-store.ts';

interface World {
  readonly app: TestApp;
  readonly clock: {now: number};
  readonly next: () => Commenter;
  /** Takes so much of what everybody draws on. */
  readonly load: (share: number) => void;
  /** Rows of proofs that were spent. */
  readonly spent: () => number;
}

async function world(t: TestContext): Promise<World> {
  const clock = {now: Date.parse(NOW)};
  const app = await testApp(t, 1, {now: () => clock.now, config: {proxies: 1}});
  await putUp(app.store);
  await putUp(app.store, {}, 'c-2');
  const database = new DatabaseSync(app.file);
  t.after(() => database.close());
  const {capacity, everyMs} = COMMENT_BUCKETS.service;
  const load = (share: number): unknown =>
    database
      .prepare("insert into buckets values ('service', ?) on conflict do update set full_at = excluded.full_at")
      .run(clock.now + share * capacity * everyMs);
  const spent = (): number => Number(database.prepare('select count(*) as n from spent_proofs').get()!['n']);
  return {app, clock, next: crowd(app), load, spent};
}

/** As a client computes it, by the words of the contract. */
function solved({challenge, signature, bits}: ProofRequest): string {
  for (let nonce = 0; ; nonce++) {
    const digest = createHash('sha256').update(`${challenge}.${nonce}`).digest();
    if (leadingZeroBits(digest) >= bits) return `${challenge}.${signature}.${nonce}`;
  }
}
const waited = ({challenge, signature}: ProofRequest): string => `${challenge}.${signature}.waited`;

const send = (who: Commenter, proof?: string, key = newIntent(), id = 'c-1'): Promise<Response> =>
  who.post(`/consultations/${id}/comments`, commentInput({comments: [{text: `意见${key}`}]}), {
    'Idempotency-Key': key,
    ...(proof === undefined ? {} : {'Zwgk-Proof': proof}),
  });

async function asked(who: Commenter, proof?: string, key?: string): Promise<ProofRequest> {
  const {status, code, proof: request} = await problem(await send(who, proof, key));
  assert.deepEqual([status, code], [428, 'proof-required']);
  return request!;
}

test('nobody is asked for a proof in quiet times, and what is sent as one is left alone', async (t) => {
  const {next, spent} = await world(t);
  assert.equal((await send(next())).status, 201);
  assert.equal((await send(next(), 'whatever.it.is')).status, 201);
  assert.equal(spent(), 0);
});

test('T18 a flood from many addresses brings proofs of work about, harder as it grows', async (t) => {
  const {next} = await world(t);
  const {capacity} = COMMENT_BUCKETS.consultation;
  const answers = [];
  for (let i = 0; i < capacity / 2 + 1; i++) answers.push((await send(next())).status);
  assert.deepEqual([...new Set(answers.slice(0, -1))], [201]);
  assert.equal(answers.at(-1), 428);
  const first = await asked(next());
  assert.deepEqual([first.bits, first.waitSeconds], [14, 60]);
  assert.equal((await send(next(), undefined, undefined, 'c-2')).status, 201, 'another consultation is not held up');
});

test('T31 a proof that is sent a hundred times counts once', async (t) => {
  const {app, next, load, spent} = await world(t);
  load(0.6);
  const proof = solved(await asked(next()));
  const answers = await Promise.all(Array.from({length: 100}, () => send(next(), proof)));
  const taken = answers.filter(({status}) => status === 201);
  assert.equal(taken.length, 1);
  for (const answer of answers) if (answer !== taken[0]) assert.equal((await problem(answer)).code, 'proof-required');
  assert.equal((await allComments(app, 'c-1')).length, 1);
  assert.equal(spent(), 1);
});

test('T31 a replay is asked for as much as everybody, not for less', async (t) => {
  const {next, load} = await world(t);
  load(0.5);
  const proof = solved(await asked(next()));
  assert.equal((await send(next(), proof)).status, 201);
  load(0.8);
  const [replayed, fresh] = [await asked(next(), proof), await asked(next())];
  assert.equal(replayed.bits, fresh.bits);
  assert.ok(fresh.bits > 14);
});

test('T31 it holds for one consultation, for five minutes, and as it was signed', async (t) => {
  const {clock, next, load} = await world(t);
  load(0.6);
  const request = await asked(next());
  const proof = solved(request);
  const refused = async (given: string, why: string): Promise<void> => {
    assert.equal((await send(next(), given)).status, 428, why);
  };
  assert.equal((await send(next(), proof, undefined, 'c-2')).status, 428, 'of another consultation');
  const nonce = Number(/\d+$/.exec(proof)![0]);
  await refused(proof.replace(/\d+$/, String(nonce + 1)), 'not solved');
  const easy = request.challenge.replace(/\.14\.(\d+)$/, '.1.$1');
  assert.notEqual(easy, request.challenge);
  await refused(solved({...request, challenge: easy, bits: 1}), 'made easier');
  const late = request.challenge.replace(/\d+$/, (end) => String(Number(end) + 1000));
  await refused(solved({...request, challenge: late}), 'made to last');
  const spliced = request.challenge.replace(/zwgk-proof-1\.(\w)/, (_, first: string) => `zwgk-proof-1.${first === 'a' ? 'b' : 'a'}`);
  await refused(solved({...request, challenge: spliced}), 'another salt');
  await refused(`${request.challenge}.${'A'.repeat(43)}.${nonce}`, 'signed by nobody');
  clock.now += PROOF_TTL_MS;
  load(0.6);
  await refused(proof, 'too late');
  clock.now -= 1;
  assert.equal((await send(next(), proof)).status, 201, 'just in time');
});

test('whoever waits instead is let in after a minute, once, and only a few at a time: waiting costs a machine nothing', async (t) => {
  const {clock, next, load} = await world(t);
  load(0.6);
  const {capacity} = COMMENT_BUCKETS.waiting;
  const requests: ProofRequest[] = [];
  for (let i = 0; i < capacity + 1; i++) requests.push(await asked(next()));
  const [first, ...rest] = requests.map(waited);
  clock.now += PROOF_WAIT_MS - 1;
  load(0.6);
  assert.equal((await send(next(), first)).status, 428, 'not yet');
  clock.now += 1;
  assert.equal((await send(next(), first)).status, 201);
  assert.equal((await send(next(), first)).status, 428, 'once');
  const answers: number[] = [];
  for (const each of rest) answers.push((await send(next(), each)).status);
  assert.deepEqual(answers, [...Array<number>(capacity - 1).fill(201), 429]);
  const proof = solved(await asked(next()));
  assert.equal((await send(next(), proof)).status, 201, 'who has it computed is not held up by those who wait');
});

test('the intent stays one: the same key and body go with a proof, and again with another one', async (t) => {
  const {app, next, load, spent} = await world(t);
  load(0.6);
  const [who, key] = [next(), newIntent()];
  const proof = solved(await asked(who, undefined, key));
  const receipt = await json<CommentReceipt>(await send(who, proof, key));
  assert.deepEqual(await json<CommentReceipt>(await send(who, proof, key)), receipt, 'whoever lost the answer asks again');
  assert.deepEqual(await json<CommentReceipt>(await send(who, undefined, key)), receipt);
  assert.equal((await allComments(app, 'c-1')).length, 1);
  assert.equal(spent(), 1);
});

test('a proof is not used up by what is refused, and forgotten when it is over', async (t) => {
  const {clock, next, load, spent} = await world(t);
  load(0.6);
  const who = next();
  const proof = solved(await asked(who));
  const bad = await who.post('/consultations/c-1/comments', commentInput({consent: {}}), {
    'Idempotency-Key': newIntent(),
    'Zwgk-Proof': proof,
  });
  assert.equal((await json<Problem>(bad)).code, 'invalid-body');
  assert.equal(spent(), 0);
  assert.equal((await send(who, proof)).status, 201);
  assert.equal(spent(), 1);
  clock.now += PROOF_TTL_MS;
  load(0.6);
  assert.equal((await send(next(), solved(await asked(next())))).status, 201);
  assert.equal(spent(), 1, 'the first one is over');
});

test('pages of other sites may send a proof, and hear what is asked', async (t) => {
  const {app, load} = await world(t);
  await app.store.saveSite('https://www.example.com');
  const headers = {Origin: 'https://www.example.com', 'Access-Control-Request-Method': 'POST'};
  const preflight = await app.get('/consultations/c-1/comments', {method: 'OPTIONS', headers});
  assert.match(preflight.headers.get('access-control-allow-headers')!, /\bZwgk-Proof\b/);
  load(1);
  const answer = await new Commenter(app).send('c-1');
  assert.equal(answer.status, 429, 'a full service takes nothing, proof or not');
  load(0.99);
  const late = await new Commenter(app).send('c-1');
  assert.deepEqual([late.status, late.headers.get('retry-after')], [428, '60']);
});
