import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  COMMENT_STATES,
  MODERATION_MOVES,
  moderate,
  publicView,
  receivedComment,
  type CommentProgress,
  type CommentState,
  type ModerationEvent,
  type ModerationEventType,
} from './index.ts';

const AT = '2026-11-24T10:00:00+08:00';
const event = (type: ModerationEventType, payload: object = {}): ModerationEvent => {
  const own = {reject: {reason: 'abuse'}, consent: {publish: true}}[type as string];
  return {type, at: AT, actor: 'staff', ...own, ...payload} as ModerationEvent;
};
function told(publish: boolean, ...events: ModerationEvent[]): CommentProgress {
  let comment = receivedComment(publish);
  for (const each of events) {
    const result = moderate(comment, each);
    if (!result.ok) throw new Error(`${result.event} from ${result.from}: ${result.guard ?? 'no such move'}`);
    comment = result.comment;
  }
  return comment;
}

/** How a comment whose author agreed to publication gets into each state. */
const STORIES: Record<CommentState, ModerationEvent[]> = {
  pending: [],
  approved: [event('approve')],
  rejected: [event('reject')],
  appealed: [event('reject'), event('appeal')],
  published: [event('approve'), event('publish')],
  withdrawn: [event('withdraw')],
};
/** Every pair that is legal, and where it leads. */
const LEGAL: Record<CommentState, Partial<Record<ModerationEventType, CommentState>>> = {
  pending: {approve: 'approved', reject: 'rejected', consent: 'pending', withdraw: 'withdrawn'},
  approved: {reject: 'rejected', publish: 'published', consent: 'approved', withdraw: 'withdrawn'},
  rejected: {appeal: 'appealed', consent: 'rejected', withdraw: 'withdrawn'},
  appealed: {approve: 'approved', reject: 'rejected', consent: 'appealed', withdraw: 'withdrawn'},
  published: {reject: 'rejected', unpublish: 'approved', consent: 'published', withdraw: 'withdrawn'},
  withdrawn: {},
};
const EVENTS: ModerationEventType[] = ['approve', 'reject', 'publish', 'unpublish', 'consent', 'appeal', 'withdraw'];

describe('a comment', () => {
  for (const state of Object.keys(COMMENT_STATES) as CommentState[]) {
    it(`from ${state} goes only where it may`, () => {
      const comment = told(true, ...STORIES[state]);
      assert.equal(comment.state, state);
      for (const type of EVENTS) {
        const result = moderate(comment, event(type));
        const to = LEGAL[state][type];
        if (to) assert.equal(result.ok && result.comment.state, to, `${state} ${type}`);
        else assert.deepEqual(result, {ok: false, error: 'illegal-move', from: state, event: type});
      }
    });
  }

  it('is published only with its author’s consent (个人信息保护法第二十五条)', () => {
    const refused = moderate(told(false, event('approve')), event('publish'));
    assert.deepEqual(refused, {ok: false, error: 'illegal-move', from: 'approved', event: 'publish', guard: 'publication_agreed'});
    assert.equal(told(false, event('approve'), event('consent'), event('publish')).state, 'published');
  });

  it('is no longer shown when its author takes the consent back (同法第十五条)', () => {
    const comment = told(true, ...STORIES.published, event('consent', {publish: false}));
    assert.deepEqual([comment.state, comment.publish], ['approved', false]);
    assert.equal(moderate(comment, event('publish')).ok, false);
  });

  it('is turned down with a reason that its author is told', () => {
    const guard = (payload: object) => {
      const result = moderate(receivedComment(true), event('reject', payload));
      return result.ok ? 'ok' : result.guard;
    };
    assert.equal(guard({reason: undefined}), 'reason_given');
    assert.equal(guard({reason: 'boring'}), 'reason_given');
    assert.equal(guard({reason: 'other', note: ' '}), 'reason_given');
    assert.equal(guard({reason: 'other', note: '内容与已公布的答复重复'}), 'ok');
    assert.deepEqual(told(true, event('reject', {reason: 'advertising'})).rejection, {reason: 'advertising'});
  });

  it('can be appealed for once; what is then let through has no reason any more', () => {
    const again = moderate(told(true, ...STORIES.appealed, event('reject')), event('appeal'));
    assert.equal(!again.ok && again.guard, 'first_appeal');
    const heard = told(true, ...STORIES.appealed, event('approve'));
    assert.deepEqual(heard, {state: 'approved', publish: true, appealedAt: AT});
  });

  it('leaves a tombstone where it was shown, and nothing where it was not', () => {
    assert.equal(publicView(told(true, ...STORIES.published)), 'whole');
    assert.equal(publicView(told(true, ...STORIES.published, event('withdraw'))), 'withdrawn');
    assert.equal(publicView(told(true, ...STORIES.published, event('reject'))), 'removed');
    assert.equal(publicView(told(true, ...STORIES.published, event('unpublish'))), 'removed');
    for (const state of ['pending', 'approved', 'rejected', 'appealed', 'withdrawn'] as const) {
      assert.equal(publicView(told(true, ...STORIES[state])), undefined);
    }
  });

  it('is shown whole only while it was read, let through and agreed to, whatever happened', () => {
    const step = fc.record({type: fc.constantFrom(...EVENTS), publish: fc.boolean()});
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, {maxLength: 20, size: 'max'}), (publish, steps) => {
        let comment = receivedComment(publish);
        let read = false;
        for (const {type, publish: agreed} of steps) {
          const result = moderate(comment, event(type, type === 'consent' ? {publish: agreed} : {}));
          if (!result.ok) continue;
          comment = result.comment;
          if (type === 'approve' || type === 'reject') read = type === 'approve';
          if (publicView(comment) === 'whole') assert.ok(read && comment.publish);
          if (comment.state === 'withdrawn') assert.ok(!EVENTS.some((each) => moderate(comment, event(each)).ok));
        }
      }),
    );
  });

  it('has no move that the table does not know', () => {
    for (const {from, event: type, to} of MODERATION_MOVES) {
      if (type !== 'consent') assert.equal(LEGAL[from][type], to);
    }
  });
});
