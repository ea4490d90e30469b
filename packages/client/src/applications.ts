/** Asking for information: the request, its receipt, and what its applicant may do afterwards. */
import type {
  ApplicationInput,
  ApplicationStatus,
  CorrectionInput,
  Credential,
  Receipt,
  SearchHit,
  SearchResults,
  WithdrawalInput,
} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {queryString} from './query.ts';
import {findByKey, post, type WriteOptions} from './write.ts';

/** A write that is stored once for its key, however often it is sent. */
export type KeyedOptions = WriteOptions & {readonly key: string};

const isStatus = (json: Partial<ApplicationStatus>): boolean =>
  Boolean(json.number && json.clock && json.events?.concat && json.actions?.concat);

/** A receipt, whole, and for that agency: nothing less may be shown as one. */
const isReceipt =
  (agency?: string) =>
  (json: Partial<Receipt>): boolean =>
    /^\d{8}-\d{6}$/.test(json.number ?? '') &&
    /^[\dA-Z]{4}(?:-[\dA-Z]{4}){2}$/.test(json.queryCode ?? '') &&
    /^[\w-]{22,43}$/.test(json.linkToken ?? '') &&
    Date.parse(json.submittedAt ?? '') > 0 &&
    Boolean(json.agencyName && json.handledByName && json.guideVersion) &&
    Array.isArray(json.next) &&
    json.next.every((each: Partial<Receipt['next'][number]> | null) => each?.what && each.on) &&
    (agency === undefined || json.agency === agency);

/**
 * Sends a request; resolves only with a receipt, which is proof that it was stored. Tried up to five times with one key.
 * @throws ApiError `rejected` with the problem's `errors` on fields; `intercepted` when something else answered.
 */
export const submitApplication = (client: ZwgkClient, input: ApplicationInput, options: KeyedOptions): Promise<Receipt> =>
  post(client, '/applications', input, {status: 201, is: isReceipt(input.agency)}, options);

/** The receipt of an earlier `submitApplication` with this key. @throws ApiError `not-found` when nothing was stored. */
export const getReceiptByKey = (client: ZwgkClient, key: string, signal?: AbortSignal): Promise<Receipt> =>
  findByKey(client, '/applications/receipt', key, {status: 200, is: isReceipt()}, signal);

/** Where a request stands. @throws ApiError `rejected` with problem code `wrong-credential` or `locked-out`. */
export const getApplicationStatus = (client: ZwgkClient, credential: Credential, signal?: AbortSignal): Promise<ApplicationStatus> =>
  post(client, '/applications/status', credential, {status: 200, is: isStatus}, {signal});

/** Published documents that may be what these words ask for, at most five. */
export const findPublished = async (client: ZwgkClient, words: string, signal?: AbortSignal): Promise<readonly SearchHit[]> => {
  const path = `/search${queryString({q: words, type: 'document', limit: 5})}`;
  return (await client.get<SearchResults>(path, ({items}: Partial<SearchResults>) => items?.concat, signal)).items;
};

/** Sends the corrected request; tried up to five times with one key. */
export const correctApplication = (client: ZwgkClient, input: CorrectionInput, options: KeyedOptions): Promise<ApplicationStatus> =>
  post(client, '/applications/corrections', input, {status: 200, is: isStatus}, options);

/** Takes a request back; never tried again unasked. */
export const withdrawApplication = (client: ZwgkClient, input: WithdrawalInput, signal?: AbortSignal): Promise<ApplicationStatus> =>
  post(client, '/applications/withdrawals', input, {status: 200, is: isStatus}, {signal});

/** Says that a published document was enough, so that nothing had to be asked for. */
export const countResolved = (client: ZwgkClient, agency: string, document: string, signal?: AbortSignal): Promise<void> =>
  post(client, '/applications/resolved', {agency, document}, {status: 204, is: () => true}, {signal});
