/** Signing up (R3.12, R11.2), looking at it, giving the seat back (个人信息保护法第十五、四十七条). */
import type {SignUpInput, SignUpReceipt} from '@zwgk/contract';
import {canWithdraw} from '@zwgk/rules/meeting';
import type {Api, Dependencies, Reply} from '../../http/api.ts';
import {numberOf} from '../../http/credential.ts';
import {ProblemError} from '../../http/problem.ts';
import type {StoredMeeting} from '../../store/meetings/records.ts';
import type {Store} from '../../store/store.ts';
import {checkSignUp} from './check.ts';
import {foundMeeting} from './meetings.ts';
import {mySignUp} from './view.ts';

/** Name of the work of an intent, which no other kind of intent has. */
const workOf = (key: string): string => `sign-up ${key}`;

export function signUpRoutes(api: Api, {store, now: clock}: Dependencies): void {
  const {applications, meetings} = store;

  api.on('submitSignUp', ({path: {id}, header, body, address, now, today}) => {
    const key = header['Idempotency-Key'];
    return applications.once(workOf(key), async (): Promise<Reply> => {
      const sent = {meeting: id, ...body};
      const receipt =
        (meetings.ready ? await meetings.receiptOf(key, sent) : undefined) ??
        (await submit(store, id, body, {key, body: sent}, {address, now, today}));
      return {status: 201, body: receipt};
    });
  });

  api.on('getSignUpReceiptByKey', async ({header}) => {
    const key = header['Idempotency-Key'];
    const receipt = await applications.settled(workOf(key), (db) => meetings.receiptOf(key, undefined, db));
    if (!receipt) throw new ProblemError('not-found');
    return {body: receipt};
  });

  api.on('getMySignUp', async ({body, address, now}) => ({
    body: await mySignUp(store, await numberOf(meetings, body, address, clock()), Date.parse(now)),
  }));

  api.on('withdrawSignUp', async ({body, address, now}) => {
    const number = await numberOf(meetings, body, address, clock());
    const {meeting, signUp} = await meetings.ofNumber(number);
    if (signUp.state !== 'withdrawn') {
      if (!canWithdraw(signUp.state, meeting.schedule.startsAt, Date.parse(now))) throw new ProblemError('illegal-move');
      await meetings.move(meeting, [number], {to: 'withdrawn'}, now);
    }
    return {body: await mySignUp(store, number, Date.parse(now))};
  });
}

/** By the server's clock, whatever the page's says (T32). @throws ProblemError */
async function mustBeOpen({meetings}: Store, meeting: StoredMeeting, now: string): Promise<void> {
  const {signUp} = await meetings.standing(meeting, Date.parse(now));
  if (!signUp) throw new ProblemError('form-closed');
  if (signUp.state === 'not_open') throw new ProblemError('sign-up-not-open', {detail: signUp.opensAt});
  if (signUp.state === 'over') throw new ProblemError('sign-up-closed', {detail: signUp.closesAt});
}

async function submit(
  store: Store,
  id: string,
  body: SignUpInput,
  intent: {readonly key: string; readonly body: unknown},
  when: {readonly address: string; readonly now: string; readonly today: string},
): Promise<SignUpReceipt> {
  const {meetings} = store;
  const meeting = await foundMeeting(store, id);
  await mustBeOpen(store, meeting, when.now);
  await meetings.mustHaveTokens(meeting.row, when.address, when.now);
  const words = checkSignUp(meeting, body);
  const role = body.role!;
  const {title, place} = meeting.input;
  const {startsAt, endsAt} = meeting.schedule;
  return meetings.submit(
    {
      meeting,
      role,
      words,
      ...when,
      receipt: (secrets, state) => ({
        ...secrets,
        submittedAt: when.now,
        meeting: id,
        title,
        startsAt,
        endsAt,
        ...(place ? {place} : {}),
        role,
        state,
      }),
    },
    intent,
  );
}
