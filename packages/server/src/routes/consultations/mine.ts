/** 我的意见怎么样了: for whoever has the receipt (R3.10; 个人信息保护法第十五、四十七条). */
import type {MyComments, MyCommentsChange} from '@zwgk/contract';
import type {ModerationEvent} from '@zwgk/rules/consultation';
import type {Api, Dependencies} from '../../http/api.ts';
import {numberOf} from '../../http/credential.ts';
import {ProblemError} from '../../http/problem.ts';
import type {StoredComment} from '../../store/consultations/records.ts';
import type {Store} from '../../store/store.ts';
import {refuse} from '../applications/check.ts';
import {myAnswers} from './survey.ts';
import {authorName, myComment, standingOf} from './view.ts';

export function myCommentRoutes(api: Api, {store, now: clock}: Dependencies): void {
  const {consultations} = store;

  api.on('getMyComments', async ({body, address, now}) => ({
    body: await mine(store, await numberOf(consultations, body, address, clock()), now),
  }));

  api.on('changeMyComments', async ({body, address, now}) => {
    const number = await numberOf(consultations, body.credential, address, clock());
    const {consultation, receipt, comments} = await consultations.ofNumber(number);
    const ids = targets(body, comments);
    if (ids.length > 0) {
      const {refused} = await consultations.move(consultation.row, ids, eventOf(body, now), {all: true});
      if (refused.length > 0) throw new ProblemError('illegal-move', refused[0]!.illegal?.guard ? {detail: refused[0]!.illegal.guard} : {});
    }
    if (body.type === 'withdraw' && (body.answers ?? !body.comments)) await consultations.surveys.withdraw(consultation, receipt.row, now);
    return {body: await mine(store, number, now)};
  });
}

const eventOf = ({type, publish = false}: MyCommentsChange, at: string): ModerationEvent => {
  const base = {at, actor: 'author'} as const;
  return type === 'consent' ? {...base, type, publish} : {...base, type};
};

/** The comments that a change is for; those that are as it wants them already are left alone. @throws ProblemError `invalid-body` */
function targets({type, publish = false, comments: named, answers}: MyCommentsChange, comments: readonly StoredComment[]): string[] {
  const known = new Map(comments.map((comment) => [comment.id, comment.progress]));
  refuse(
    (named ?? []).flatMap((id, i) =>
      known.has(id) ? [] : [{path: `/comments/${i}`, code: 'unknown-comment', message: '回执里没有这条意见'}],
    ),
  );
  if (type === 'appeal' && !named) refuse([{path: '/comments', code: 'required', message: '请指明对哪一条意见申诉'}]);
  // Who takes back the answers alone keeps what they said.
  if (type === 'withdraw' && answers && !named) return [];
  const standing = [...known].filter(([id, {state}]) => (named ? named.includes(id) : state !== 'withdrawn'));
  const done = (progress: StoredComment['progress']): boolean => {
    switch (type) {
      case 'withdraw':
        return progress.state === 'withdrawn';
      case 'consent':
        return progress.publish === publish && progress.state !== 'withdrawn';
      case 'appeal':
        return progress.state === 'appealed';
    }
  };
  return standing.filter(([, progress]) => !done(progress)).map(([id]) => id);
}

async function mine(store: Store, number: string, now: string): Promise<MyComments> {
  const {consultations} = store;
  const {consultation, receipt, comments} = await consultations.ofNumber(number);
  const {reportedAt} = consultation.schedule;
  const published = reportedAt === undefined ? undefined : await consultations.reports.published(consultation.row);
  const name = authorName(receipt, true);
  const answers = await consultations.surveys.ofReceipt(receipt.row);
  const files = (await consultations.uploads.ofComments([receipt.row], consultations.vault)).get(receipt.row);
  return {
    number,
    submittedAt: receipt.submittedAt,
    consultation: consultation.id,
    title: consultation.input.title,
    standing: standingOf(consultations, consultation, Date.parse(now)),
    ...(name === undefined ? {} : {name}),
    comments: comments.map((comment) => myComment(comment, published, now)),
    ...(answers ? {answers: myAnswers(answers)} : {}),
    ...(files ? {files} : {}),
  };
}
