/** What staff and author do with a comment (R3.10; 互联网跟帖评论服务管理规定: 先审后发, appeals). */
import {commentText} from './text.ts';
import {REJECTION_REASONS, type CommentState, type RejectionReason} from './vocabulary.ts';

type Of<Type extends string, Payload = unknown> = {readonly type: Type} & Readonly<Payload>;
type Facts =
  | Of<'approve'>
  | Of<'reject', {reason: RejectionReason; note?: string}>
  | Of<'publish'>
  | Of<'unpublish'>
  | Of<'consent', {publish: boolean}>
  | Of<'appeal'>
  | Of<'withdraw'>;

/** One fact of a comment's log; `at` is an ISO instant. Holds no personal data. */
export type ModerationEvent = Facts & {readonly at: string; readonly actor: 'author' | 'staff' | 'system'};
export type ModerationEventType = ModerationEvent['type'];

/** What the log of a comment comes to. */
export interface CommentProgress {
  readonly state: CommentState;
  /** Whether its author lets it be shown; can be taken back at any time (个人信息保护法第十五条). */
  readonly publish: boolean;
  readonly rejection?: {readonly reason: RejectionReason; readonly note?: string};
  readonly appealedAt?: string;
  /** Since when it has been, or had been, shown. */
  readonly publishedAt?: string;
  readonly withdrawnAt?: string;
}

/** A comment that has just come in. */
export const receivedComment = (publish: boolean): CommentProgress => ({state: 'pending', publish});

interface Attempt {
  readonly before: CommentProgress;
  readonly event: ModerationEvent;
}
export type ModerationGuard = keyof typeof GUARDS;
const GUARDS = {
  /** Its author is told why; 其他原因 in words. */
  reason_given: ({event}: Attempt) =>
    event.type === 'reject' &&
    Object.hasOwn(REJECTION_REASONS, event.reason) &&
    (event.reason !== 'other' || commentText(event.note ?? '') !== ''),
  /** No publication without separate consent (个人信息保护法第二十五条). */
  publication_agreed: ({before}: Attempt) => before.publish,
  first_appeal: ({before}: Attempt) => before.appealedAt === undefined,
  consent_given: ({event}: Attempt) => event.type === 'consent' && event.publish,
} satisfies Record<string, (attempt: Attempt) => boolean>;

/** From a state an event leads to a state, if every guard holds. Of several moves, the first that may be made is made. */
export interface ModerationMove {
  readonly from: CommentState;
  readonly event: ModerationEventType;
  readonly to: CommentState;
  readonly guards: readonly ModerationGuard[];
}

const move = (
  from: readonly CommentState[],
  event: ModerationEventType,
  to: CommentState,
  ...guards: ModerationGuard[]
): ModerationMove[] => from.map((each) => ({from: each, event, to, guards}));

/** Every move there is. Nothing is shown before it was read; what is withdrawn stays so. */
export const MODERATION_MOVES: readonly ModerationMove[] = [
  ...move(['pending', 'appealed'], 'approve', 'approved'),
  ...move(['pending', 'approved', 'published', 'appealed'], 'reject', 'rejected', 'reason_given'),
  ...move(['approved'], 'publish', 'published', 'publication_agreed'),
  ...move(['published'], 'unpublish', 'approved'),
  ...move(['published'], 'consent', 'published', 'consent_given'),
  ...move(['published'], 'consent', 'approved'),
  ...(['pending', 'approved', 'rejected', 'appealed'] as const).flatMap((state) => move([state], 'consent', state)),
  ...move(['rejected'], 'appeal', 'appealed', 'first_appeal'),
  ...move(['pending', 'approved', 'rejected', 'appealed', 'published'], 'withdraw', 'withdrawn'),
];

/** An event that may not happen now; `guard` names the condition that failed where the state as such would allow it. */
export interface IllegalModeration {
  readonly ok: false;
  readonly error: 'illegal-move';
  readonly from: CommentState;
  readonly event: ModerationEventType;
  readonly guard?: ModerationGuard;
}
export type ModerationResult = {readonly ok: true; readonly comment: CommentProgress} | IllegalModeration;

function record(progress: CommentProgress, event: ModerationEvent): CommentProgress {
  const {rejection: _rejection, ...heard} = progress;
  switch (event.type) {
    case 'approve':
      return heard;
    case 'reject':
      return {...progress, rejection: {reason: event.reason, ...(event.note ? {note: event.note} : {})}};
    case 'publish':
      return {...progress, publishedAt: progress.publishedAt ?? event.at};
    case 'consent':
      return {...progress, publish: event.publish};
    case 'appeal':
      return {...progress, appealedAt: event.at};
    case 'withdraw':
      return {...progress, withdrawnAt: event.at, publish: false};
    case 'unpublish':
      return progress;
  }
}

/** The comment after one more event, or why the event is illegal. */
export function moderate(comment: CommentProgress, event: ModerationEvent): ModerationResult {
  const illegal: IllegalModeration = {ok: false, error: 'illegal-move', from: comment.state, event: event.type};
  const moves = MODERATION_MOVES.filter((each) => each.from === comment.state && each.event === event.type);
  if (!moves.length) return illegal;
  const failing = moves.map(({guards}) => guards.find((guard) => !GUARDS[guard]({before: comment, event})));
  const chosen = moves[failing.indexOf(undefined)];
  if (chosen) return {ok: true, comment: {...record(comment, event), state: chosen.to}};
  return {...illegal, guard: failing.at(-1)!};
}

/**
 * What the public sees of a comment: the whole while it is published; a tombstone, without a word of it, once what was
 * shown is gone; else nothing.
 */
export function publicView({state, publishedAt}: CommentProgress): 'whole' | 'withdrawn' | 'removed' | undefined {
  if (state === 'published') return 'whole';
  if (publishedAt === undefined) return undefined;
  return state === 'withdrawn' ? 'withdrawn' : 'removed';
}
