/** Opinions on a draft: sent once (R3.9), and read by everybody where their authors agreed. */
import type {CommentReceipt, CommentSubmission, PublicCommentList} from '@zwgk/contract';
import {addDays} from '@zwgk/rules';
import {lastDayOf} from '@zwgk/rules/consultation';
import type {Api, Dependencies, Reply} from '../../http/api.ts';
import {pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';
import type {AuthorWords, StoredConsultation} from '../../store/consultations/records.ts';
import type {Store} from '../../store/store.ts';
import {withFiles} from '../applications/claimed.ts';
import {checkComments} from './check.ts';
import {foundConsultation} from './consultations.ts';
import {answersOf} from './survey.ts';
import {publicComment} from './view.ts';

/** Name of what is at work; applications have keys of their own. */
const workOf = (key: string): string => `comments ${key}`;

export function commentRoutes(api: Api, {store}: Dependencies): void {
  const {applications, consultations} = store;

  api.on('submitComments', ({path: {id}, header, body, address, now, today}) => {
    const key = header['Idempotency-Key'];
    return applications.once(workOf(key), async (): Promise<Reply> => {
      const sent = {consultation: id, ...body};
      const receipt =
        (consultations.ready ? await consultations.receiptOf(key, sent) : undefined) ??
        (await submit(store, id, body, {key, body: sent}, {address, now, today, proof: header['Zwgk-Proof']}));
      return {status: 201, body: receipt};
    });
  });

  api.on('getCommentReceiptByKey', async ({header}) => {
    const key = header['Idempotency-Key'];
    const receipt = await applications.settled(workOf(key), (db) => consultations.receiptOf(key, undefined, db));
    if (!receipt) throw new ProblemError('not-found');
    return {body: receipt};
  });

  api.on('listPublicComments', async ({path: {id}, query, url}) => {
    const body = await publicComments(store, await foundConsultation(store, id), query);
    return {body, headers: {Link: pageLinks(url, body)}};
  });
}

/** By the server's clock, whatever the page's says (T32). @throws ProblemError */
function mustBeOpen({schedule, input}: StoredConsultation, now: string): void {
  if (now < schedule.opensAt) throw new ProblemError('consultation-not-open', {detail: schedule.opensAt});
  if (now >= schedule.closesAt) throw new ProblemError('consultation-closed', {detail: schedule.closesAt});
  if (!input.channels?.includes('web')) throw new ProblemError('form-closed');
}

async function submit(
  store: Store,
  id: string,
  body: CommentSubmission,
  intent: {readonly key: string; readonly body: unknown},
  {proof, ...when}: {readonly address: string; readonly now: string; readonly today: string; readonly proof: string | undefined},
): Promise<CommentReceipt> {
  const {consultations} = store;
  const found = await foundConsultation(store, id);
  mustBeOpen(found, when.now);
  const admitted = await consultations.admit(found.row, when.address, proof, when.now);
  const draft = found.draft && (await consultations.drafts.get(found.draft));
  const comments = await checkComments(found, draft, body);
  const answers = answersOf(found, body.answers);
  const answered = answers ? {answered: Object.keys(answers.values).length} : {};
  const {title} = found.input;
  const reportDueOn = addDays(lastDayOf(found.schedule.closesAt), consultations.policy.reportDays);
  const files = body.attachments ?? [];
  const claims = files.map((file, i) => ({id: file, path: `/attachments/${i}`}));
  const send = (): Promise<CommentReceipt> =>
    consultations.submit(
      {
        consultation: found.row,
        comments,
        answers,
        author: authorOf(body),
        authorType: body.authorType,
        honeypot: Boolean(body.website?.trim()),
        files,
        ...when,
        receipt: (secrets, ids) => ({...secrets, submittedAt: when.now, consultation: id, title, comments: ids, ...answered, reportDueOn}),
      },
      intent,
      admitted,
    );
  return withFiles(claims, send);
}

const authorOf = ({displayName, contact, consent = {}}: CommentSubmission): AuthorWords => ({
  ...(displayName?.trim() ? {displayName: displayName.trim()} : {}),
  ...(contact ? {contact} : {}),
  consent,
});

async function publicComments(
  store: Store,
  found: StoredConsultation,
  query: Parameters<Store['consultations']['comments']['publicPage']>[1],
): Promise<PublicCommentList> {
  const {consultations} = store;
  if (!consultations.ready) return {items: [], total: 0, nextCursor: null, prevCursor: null, sections: []};
  const {
    comments,
    sections,
    published: _published,
    ...page
  } = await consultations.comments.publicPage(found.row, query, await store.dataVersion());
  const receipts = await consultations.comments.receiptsOf(comments.map(({receipt}) => receipt));
  const draft = found.draft && (await consultations.drafts.get(found.draft));
  const locate = await draft?.locate();
  const clusters = await consultations.reports.clusters(found);
  return {
    items: comments.map((comment) => publicComment(comment, receipts.get(comment.receipt)!, {locate, cluster: clusters.get(comment.id)})),
    ...page,
    sections: [...sections],
  };
}
