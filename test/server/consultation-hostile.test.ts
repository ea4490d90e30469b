/** What nobody should send to a consultation: script, formulas, and strings that break careless programs, into every text. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import type {Consultation, ConsultationReport, MyComments, PublicCommentList, StaffComment} from '@zwgk/contract';
import {commentText} from '@zwgk/rules/consultation';
import {json, testApp} from '../../packages/server/src/testing/app.ts';
import {staffGet} from '../../packages/server/src/testing/applications.ts';
import {allComments, crowd, putUp, reportInput} from '../../packages/server/src/testing/consultations.ts';
import {commentInput, consultationInput} from '../../packages/server/src/testing/inputs.ts';
import {missing, shared} from '../../packages/server/src/testing/shared.ts';

const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('1')",
  '<svg/onload=alert(1)>',
  '=cmd|"/c calc"!A1',
];

describe('naughty strings in a consultation', {skip: missing('data/blns.json')}, () => {
  const strings = missing('data/blns.json') ? [] : (JSON.parse(readFileSync(shared('data/blns.json'), 'utf8')) as string[]);

  test('as comments: never 5xx, and what is taken comes back as it was, to everybody who may see it', async (t) => {
    const app = await testApp(t, 1, {config: {proxies: 1}});
    await putUp(app.store);
    const texts = [...strings, ...SCRIPTS].filter((text) => commentText(text) !== '');
    const next = crowd(app);
    for (let i = 0; i < texts.length; i += 50) {
      const some = texts.slice(i, i + 50);
      const who = next();
      const receipt = await who.sent('c-1', {comments: some.map((text) => ({text})), displayName: some[0]!.slice(0, 40)});
      const mine = await json<MyComments>(await who.post('/comments/status', {token: receipt.linkToken}));
      assert.deepEqual(
        mine.comments.map(({text}) => text),
        some.map(commentText),
      );
      for (const type of ['approve', 'publish'])
        await app.write('POST', '/staff/consultations/c-1/moderation', {type, comments: receipt.comments});
    }
    const shown: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: PublicCommentList = await json(
        await app.get(`/consultations/c-1/comments?sort=date&limit=100${cursor && `&cursor=${cursor}`}`),
      );
      shown.push(...page.items.map(({text}) => text!));
      cursor = page.nextCursor;
    }
    assert.deepEqual(shown, texts.map(commentText));
    const csv = await staffGet(app, '/staff/consultations/c-1/export');
    assert.equal(csv.headers.get('x-content-type-options'), 'nosniff');
    assert.ok((await csv.text()).length > 0);
  });

  test('in every other text: never 5xx', async (t) => {
    const app = await testApp(t, 1, {config: {proxies: 1}});
    await putUp(app.store);
    const next = crowd(app);
    for (const text of [...SCRIPTS, ...strings.filter((_, i) => i % 4 === 0)]) {
      const put = await app.write('POST', '/consultations', {
        ...consultationInput('draft-c-1'),
        title: text,
        explanation: text,
        basis: [{title: text, url: text}],
        shortReason: text,
        addresses: {letter: text},
      });
      assert.ok(put.status < 500, `consultation: ${put.status} for ${JSON.stringify(text)}`);
      if (/^javascript/i.test(text)) assert.equal(put.status, 400);
      const sent = await next()
        .post('/consultations/c-1/comments', commentInput({displayName: text, contact: {email: text}, website: text}), {
          'Idempotency-Key': text,
        })
        .catch(() => undefined);
      assert.ok((sent?.status ?? 400) < 500, `comment: ${sent?.status} for ${JSON.stringify(text)}`);
      for (const path of ['/comments/status', '/comments/changes']) {
        const {status} = await next().post(path, {number: text, code: text, token: text, credential: {number: text}, type: text});
        assert.ok(status < 500, `${path}: ${status}`);
      }
      for (const query of [`q=${encodeURIComponent(text)}`, `cursor=${encodeURIComponent(text)}`])
        assert.ok((await app.get(`/consultations?${query}`)).status < 500, query);
      assert.ok((await app.get(`/consultations/c-1/comments?section=${encodeURIComponent(text)}`)).status < 500);
    }
    assert.equal((await app.get('/consultations?limit=100')).status, 200);
  });
});

test('script in the words of staff stays words: title, explanation, theme, reason, note', async (t) => {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  for (const [i, script] of SCRIPTS.entries()) {
    const id = await putUp(app.store, {title: script, explanation: script, closesAt: '2026-12-20T00:00:00+08:00'}, `c-${i}`);
    const page = await app.get(`/consultations/${id}`);
    assert.match(page.headers.get('content-type')!, /^application\/json/);
    assert.equal((await json<Consultation>(page)).title, script);
    const receipt = await crowd(app)().sent(id, {comments: [{text: script}]});
    await app.write('POST', `/staff/consultations/${id}/moderation`, {
      type: 'reject',
      reason: 'other',
      note: script,
      comments: receipt.comments,
    });
    const [comment] = await allComments(app, id);
    assert.deepEqual([comment!.rejection!.note, comment!.text] satisfies StaffComment['text'][], [script, script]);
    await app.write('PUT', `/staff/consultations/${id}/report`, reportInput(receipt.comments, {theme: script, reason: script}), {
      'If-Match': '*',
    });
    const {input} = (await app.store.consultations.find(id))!;
    await app.store.consultations.save({id, input: {...input, closesAt: '2026-11-24T00:00:00Z'}}, '2026-11-24T00:00:00Z');
    assert.equal((await app.write('POST', `/staff/consultations/${id}/report/publication`, undefined, {'If-Match': '*'})).status, 201);
    const report = await json<ConsultationReport>(await app.get(`/consultations/${id}/report`));
    assert.deepEqual([report.clusters[0]!.theme, report.clusters[0]!.reason], [script, script]);
  }
});
