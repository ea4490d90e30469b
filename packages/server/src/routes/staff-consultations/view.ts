/** Comments as the staff of the sponsor see them: without ways of contact, unless they ask for them. */
import type {ModerationEventType, StaffComment, StaffCommentList} from '@zwgk/contract';
import {moderate, type ModerationEvent} from '@zwgk/rules/consultation';
import type {StaffFilter, StoredReceipt} from '../../store/consultations/comments.ts';
import type {Consultations} from '../../store/consultations/consultations.ts';
import type {StoredComment, StoredConsultation} from '../../store/consultations/records.ts';

const STAFF_MOVES = ['approve', 'reject', 'publish', 'unpublish'] as const satisfies ModerationEventType[];

/** An event of each kind that would pass every guard on what it says itself. */
const tryOut = (type: (typeof STAFF_MOVES)[number], at: string): ModerationEvent =>
  type === 'reject' ? {type, reason: 'off_topic', at, actor: 'staff'} : {type, at, actor: 'staff'};

export async function staffComments(
  consultations: Consultations,
  {row}: StoredConsultation,
  {reveal = false, ...filter}: StaffFilter & {readonly reveal?: boolean | undefined},
  now: string,
): Promise<StaffCommentList> {
  const {comments, ...page} = await consultations.comments.staffPage(row, filter);
  const receipts = await consultations.comments.receiptsOf(comments.map(({receipt}) => receipt));
  const files = reveal
    ? await consultations.uploads.ofComments(
        comments.map(({receipt}) => receipt),
        consultations.vault,
      )
    : undefined;
  const families = await consultations.comments.idsOf(comments.flatMap(({family}) => (family === null ? [] : [family])));
  const report = await consultations.reports.draft(row);
  const clusters = new Map(report?.clusters.flatMap(({id, comments: ids}) => ids.map((each) => [each, id] as const)));
  const view = (comment: StoredComment): StaffComment => ({
    ...staffComment(comment, receipts.get(comment.receipt)!, now, reveal),
    ...(files?.has(comment.receipt) ? {files: files.get(comment.receipt)!} : {}),
    ...(comment.family === null ? {} : {family: families.get(comment.family)!}),
    ...(clusters.has(comment.id) ? {cluster: clusters.get(comment.id)!} : {}),
  });
  return {items: comments.map(view), ...page, states: await consultations.comments.stateCounts(row)};
}

function staffComment(
  {id, receivedAt, words, progress, honeypot, family}: StoredComment,
  {number, authorType, author}: StoredReceipt,
  now: string,
  reveal: boolean,
): StaffComment {
  const {state, publish, rejection, appealedAt} = progress;
  return {
    id,
    number,
    receivedAt,
    ...(words ? {text: words.text, ...(words.anchors.length ? {anchors: [...words.anchors]} : {})} : {}),
    ...(authorType ? {authorType} : {}),
    state,
    publish,
    ...(rejection ? {rejection: {...rejection}} : {}),
    ...(appealedAt === undefined ? {} : {appealedAt}),
    moves: STAFF_MOVES.filter((type) => moderate(progress, tryOut(type, now)).ok),
    marks: [...(family === null ? [] : (['near_copy'] as const)), ...(honeypot ? (['honeypot'] as const) : [])],
    ...(reveal && author?.displayName ? {displayName: author.displayName} : {}),
    ...(reveal && author?.contact ? {contact: author.contact} : {}),
  };
}
