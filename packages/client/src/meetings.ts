/** Hearings, meetings and open days, and signing up for them. */
import type {Credential, Meeting, MeetingList, MeetingQuery, MySignUp, SignUpInput, SignUpReceipt} from '@zwgk/contract';
import type {KeyedOptions} from './applications.ts';
import type {ZwgkClient} from './client.ts';
import {request} from './http.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';
import {expectAnswer, post, WRITE_TIMEOUT} from './write.ts';

const at = (id: string, rest = ''): string => `/meetings/${encodeURIComponent(id)}${rest}`;

export const listMeetings = (client: ZwgkClient, query: MeetingQuery, signal?: AbortSignal): Promise<MeetingList> =>
  client.get(`/meetings${queryString(query)}`, isList, signal);

export const getMeeting = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<Meeting> =>
  client.get(at(id), (json: Partial<Meeting>) => json.id && json.standing && json.startsAt, signal);

/** A receipt, whole, and for that meeting: nothing less may be shown as one. */
const isReceipt =
  (meeting?: string) =>
  (json: Partial<SignUpReceipt>): boolean =>
    /^H\d{8}-\d{6}$/.test(json.number ?? '') &&
    /^[\dA-Z]{4}(?:-[\dA-Z]{4}){2}$/.test(json.queryCode ?? '') &&
    /^[\w-]{22,43}$/.test(json.linkToken ?? '') &&
    Date.parse(json.submittedAt ?? '') > 0 &&
    Boolean(json.state) &&
    (meeting === undefined || json.meeting === meeting);

/**
 * Signs up; resolves only with a receipt, which is proof that it was stored. Tried up to five times with one key.
 * @throws ApiError `rejected` with the problem's `errors` on fields, or its code `meeting-full`, `sign-up-closed`.
 */
export const submitSignUp = (client: ZwgkClient, id: string, input: SignUpInput, options: KeyedOptions): Promise<SignUpReceipt> =>
  post(client, at(id, '/sign-ups'), input, {status: 201, is: isReceipt(id)}, options);

/** The receipt of an earlier `submitSignUp` with this key. @throws ApiError `not-found` when nothing was stored. */
export async function getSignUpReceiptByKey(client: ZwgkClient, key: string, signal?: AbortSignal): Promise<SignUpReceipt> {
  const url = `${client.endpoint}/sign-ups/receipt`;
  const init: RequestInit = {headers: {'idempotency-key': key}, cache: 'no-store'};
  const answer = await request(url, signal ?? new AbortController().signal, client.transport, {init, timeout: WRITE_TIMEOUT});
  return expectAnswer(url, answer, {status: 200, is: isReceipt()});
}

const isMine = (json: Partial<MySignUp>): boolean => Boolean(json.number && json.standing && json.state);

/** @throws ApiError `rejected` with problem code `wrong-credential` or `locked-out`. */
export const getMySignUp = (client: ZwgkClient, credential: Credential, signal?: AbortSignal): Promise<MySignUp> =>
  post(client, '/sign-ups/status', credential, {status: 200, is: isMine}, {signal});

/** Gives the seat back; again changes nothing. */
export const withdrawSignUp = (client: ZwgkClient, credential: Credential, signal?: AbortSignal): Promise<MySignUp> =>
  post(client, '/sign-ups/withdrawals', credential, {status: 200, is: isMine}, {signal});
