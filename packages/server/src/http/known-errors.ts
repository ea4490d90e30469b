/** What the floors below throw, as the contract words it. */
import type {ErrorCode} from '@zwgk/contract';
import {NoDataKeyError} from '../store/applications/applications.ts';
import {InProgressError, OtherBodyError} from '../store/applications/submissions.ts';
import {QuotaError} from '../store/applications/uploads.ts';
import {UnknownAgencyError} from '../store/catalog-write.ts';
import {TooManyRequestsError} from '../store/buckets.ts';
import {SurveyAnsweredError, SurveyChangedError} from '../store/consultations/surveys.ts';
import {ProofRequiredError} from '../store/consultations/proofs.ts';
import {InvalidCursorError} from '../store/cursor.ts';
import {ForeignDocumentError} from '../store/documents-write.ts';
import {UnknownDocumentError} from '../store/interpretations-write.ts';
import {MeetingFullError} from '../store/meetings/sign-ups.ts';
import {RepostedError} from '../store/reposts.ts';
import {FileRefusedError, REFUSALS} from '../uploads/refused.ts';
import {ScannerError} from '../uploads/scan.ts';
import {ProblemError, unknownDocument, type ProblemExtras} from './problem.ts';

type Kind = new (...args: never[]) => Error;

const at = (path: string, message: string, code?: string): ProblemExtras => ({
  errors: [{path, message, ...(code === undefined ? {} : {code})}],
});
const retryAfter = (seconds: number): ProblemExtras => ({headers: {'Retry-After': String(seconds)}});

const KNOWN: readonly [kind: Kind, code: ErrorCode, extras?: ProblemExtras][] = [
  [UnknownAgencyError, 'unknown-agency'],
  [InvalidCursorError, 'invalid-parameter', at('cursor', '不是本列表给出的游标')],
  [ForeignDocumentError, 'conflict', at('/issuer', '这份文件属于另一个机关')],
  [RepostedError, 'conflict', at('/sourceUrl', '这个来源的政策已经转载过')],
  [SurveyAnsweredError, 'conflict', at('/survey', '已经有人回答，问卷不能再改', 'survey-answered')],
  [SurveyChangedError, 'conflict', at('/answers', '问卷刚刚改过，请重新打开再答', 'survey-changed')],
  [InProgressError, 'idempotency-in-progress', retryAfter(1)],
  [OtherBodyError, 'idempotency-mismatch'],
  [MeetingFullError, 'meeting-full'],
  [NoDataKeyError, 'unavailable'],
  [ScannerError, 'unavailable', retryAfter(60)],
  [QuotaError, 'too-many-requests', {headers: {'Retry-After': '3600', Connection: 'close'}}],
];

/** `undefined` for what nobody expected. */
export function asProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof UnknownDocumentError) return unknownDocument();
  if (error instanceof TooManyRequestsError)
    return new ProblemError('too-many-requests', retryAfter(Math.ceil((error.retryAfterMs ?? 3_600_000) / 1000)));
  if (error instanceof ProofRequiredError) {
    const {request: proof} = error;
    return new ProblemError('proof-required', {proof, ...retryAfter(proof.waitSeconds)});
  }
  if (error instanceof FileRefusedError) {
    const {errors} = at('', REFUSALS[error.reason], error.reason);
    return new ProblemError('file-refused', {...(errors ? {errors} : {}), headers: {Connection: 'close'}});
  }
  const known = KNOWN.find(([kind]) => error instanceof kind);
  return known && new ProblemError(known[1], known[2]);
}
