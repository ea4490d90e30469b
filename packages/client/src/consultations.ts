/** Saying something about a draft, and what became of it. */
import type {
  CommentReceipt,
  CommentSubmission,
  Consultation,
  ConsultationList,
  ConsultationQuery,
  ConsultationReport,
  Credential,
  DocumentComparison,
  DraftComparisonQuery,
  MyComments,
  MyCommentsChange,
  PublicCommentList,
  PublicCommentQuery,
  SurveyResults,
} from '@zwgk/contract';
import type {KeyedOptions} from './applications.ts';
import type {ZwgkClient} from './client.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';
import {findByKey, post} from './write.ts';

const at = (id: string, rest = ''): string => `/consultations/${encodeURIComponent(id)}${rest}`;

export const listConsultations = (client: ZwgkClient, query: ConsultationQuery, signal?: AbortSignal): Promise<ConsultationList> =>
  client.get(`/consultations${queryString(query)}`, isList, signal);

export const getConsultation = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<Consultation> =>
  client.get(at(id), (json: Partial<Consultation>) => json.id && json.standing && json.draft, signal);

/** Opinions that may be shown. */
export const listPublicComments = (
  client: ZwgkClient,
  id: string,
  query: PublicCommentQuery,
  signal?: AbortSignal,
): Promise<PublicCommentList> =>
  client.get(
    at(id, `/comments${queryString(query)}`),
    (json: Partial<PublicCommentList>) => isList(json as never) && json.sections?.concat,
    signal,
  );

/** @throws ApiError `not-found` while there is no report. */
export const getConsultationReport = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<ConsultationReport> =>
  client.get(at(id, '/report'), (json: Partial<ConsultationReport>) => json.publishedAt && json.clusters?.concat && json.tally, signal);

/** @throws ApiError `not-found` while they may not be shown. */
export const getSurveyResults = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<SurveyResults> =>
  client.get(
    at(id, '/survey/results'),
    (json: Partial<SurveyResults>) => json.questions?.concat && json.participants !== undefined,
    signal,
  );

/** What changed in the text. @throws ApiError `not-found` where a text may not be read, or nothing was decided. */
export const compareDrafts = (
  client: ZwgkClient,
  id: string,
  query: DraftComparisonQuery,
  signal?: AbortSignal,
): Promise<DocumentComparison> =>
  client.get(at(id, `/comparison${queryString(query)}`), (json: Partial<DocumentComparison>) => json.rows?.concat, signal);

/** A receipt, whole, and for that consultation: nothing less may be shown as one. */
const isReceipt =
  (consultation?: string) =>
  (json: Partial<CommentReceipt>): boolean =>
    /^Y\d{8}-\d{6}$/.test(json.number ?? '') &&
    /^[\dA-Z]{4}(?:-[\dA-Z]{4}){2}$/.test(json.queryCode ?? '') &&
    /^[\w-]{22,43}$/.test(json.linkToken ?? '') &&
    Date.parse(json.submittedAt ?? '') > 0 &&
    Array.isArray(json.comments) &&
    (json.comments.length > 0 || json.answered! > 0) &&
    (consultation === undefined || json.consultation === consultation);

/**
 * Sends comments; resolves only with a receipt, which is proof that they were stored. Tried up to five times with one key.
 * @throws ApiError `rejected` with the problem's `errors` on fields, or its code `consultation-closed`, `too-many-requests`.
 */
export const submitComments = (client: ZwgkClient, id: string, input: CommentSubmission, options: KeyedOptions): Promise<CommentReceipt> =>
  post(client, at(id, '/comments'), input, {status: 201, is: isReceipt(id)}, options);

/** The receipt of an earlier `submitComments` with this key. @throws ApiError `not-found` when nothing was stored. */
export const getCommentReceiptByKey = (client: ZwgkClient, key: string, signal?: AbortSignal): Promise<CommentReceipt> =>
  findByKey(client, '/comments/receipt', key, {status: 200, is: isReceipt()}, signal);

const isMine = (json: Partial<MyComments>): boolean => Boolean(json.number && json.standing && json.comments?.concat);

/** 我的意见怎么样了. @throws ApiError `rejected` with problem code `wrong-credential` or `locked-out`. */
export const getMyComments = (client: ZwgkClient, credential: Credential, signal?: AbortSignal): Promise<MyComments> =>
  post(client, '/comments/status', credential, {status: 200, is: isMine}, {signal});

/** Withdraws, changes consent, appeals; again changes nothing. */
export const changeMyComments = (client: ZwgkClient, change: MyCommentsChange, signal?: AbortSignal): Promise<MyComments> =>
  post(client, '/comments/changes', change, {status: 200, is: isMine}, {signal});
