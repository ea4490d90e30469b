/** Consultations with comments, as visitors and staff would make them. */
import assert from 'node:assert/strict';
import type {CommentReceipt, CommentSubmission, ConsultationInput, ReportInput, StaffComment, StaffCommentList} from '@zwgk/contract';
import type {Store} from '../store/store.ts';
import {json, type TestApp} from './app.ts';
import {newIntent, staffGet} from './applications.ts';
import {commentInput, consultationInput, documentInput} from './inputs.ts';
import {NOW} from './temp-store.ts';

/** A draft, and a consultation on it. @returns its id. */
export async function putUp(store: Store, more: Partial<ConsultationInput> = {}, id = 'c-1'): Promise<string> {
  const {disclosureProposal: _1, disclosureReview: _2, signedAt: _3, body, ...meta} = documentInput({title: '招生工作办法（征求意见稿）'});
  await store.saveDocuments([{id: `draft-${id}`, meta, body}], NOW);
  await store.consultations.save({id, input: consultationInput(`draft-${id}`, more)}, NOW);
  return id;
}

/** Somebody who sends comments. */
export class Commenter {
  readonly #app: TestApp;
  /** What a reverse proxy says of the address. */
  readonly #address: string;

  constructor(app: TestApp, address = '192.0.2.7') {
    this.#app = app;
    this.#address = address;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.#app.get(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', 'X-Forwarded-For': this.#address, ...headers},
    });
  }

  send(id: string, more: Partial<CommentSubmission> = {}, key = newIntent()): Promise<Response> {
    return this.post(`/consultations/${id}/comments`, commentInput(more), {'Idempotency-Key': key});
  }

  async sent(id: string, more: Partial<CommentSubmission> = {}): Promise<CommentReceipt> {
    const response = await this.send(id, more);
    assert.equal(response.status, 201, await response.clone().text());
    return json<CommentReceipt>(response);
  }
}

/** Somebody new each time, so that no limit of an address is met. */
export const crowd = (app: TestApp): (() => Commenter) => {
  let count = 0;
  return () => new Commenter(app, `198.51.${(++count >> 8) & 255}.${count & 255}`);
};

/** Everything that was sent, as staff see it. */
export async function allComments(app: TestApp, id: string, query = ''): Promise<StaffComment[]> {
  const response = await staffGet(app, `/staff/consultations/${id}/comments?limit=100${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await json<StaffCommentList>(response)).items;
}

/** A report with every comment in one cluster. */
export const reportInput = (comments: readonly string[], more: Partial<ReportInput['clusters'][number]> = {}): ReportInput => ({
  otherComments: 0,
  clusters: [
    {
      id: 'k1',
      theme: '写明公布日期',
      count: comments.length,
      comments: [...comments],
      outcome: 'adopted',
      change: '第一条写明日期',
      ...more,
    },
  ],
  duplicates: [],
  unrelated: {count: 0, comments: []},
});
