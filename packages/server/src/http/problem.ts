/** Errors on the wire: RFC 9457 problems with a stable code. Never a stack, a statement or a path of this machine. */
import type {ErrorCode, FieldError, Problem, ProofRequest} from '@zwgk/contract';

/** Status and title of each code. */
export const PROBLEMS: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  'bad-request': [400, '请求有误'],
  'invalid-parameter': [400, '查询参数有误'],
  'invalid-body': [400, '提交的内容不符合格式'],
  'invalid-json': [400, '提交的内容不是合法的 JSON'],
  unauthorized: [401, '需要有效的工作人员令牌'],
  forbidden: [403, '只能维护本机关的内容'],
  'origin-not-allowed': [403, '该网站未登记，不能调用本服务'],
  'not-found': [404, '没有找到'],
  'method-not-allowed': [405, '不支持这种操作'],
  'not-acceptable': [406, '没有客户端接受的格式'],
  conflict: [409, '与现有内容冲突'],
  'precondition-failed': [412, '内容已被他人更新，请刷新后再改'],
  'precondition-required': [428, '请带上 If-Match，说明要改的是哪一版'],
  'payload-too-large': [413, '提交的内容过大'],
  'broken-off': [400, '提交的内容没有收完'],
  'unsupported-media-type': [415, '只接受 application/json'],
  'rule-violated': [422, '不符合政务公开规则'],
  'no-disclosure-proposal': [422, '退文：没有公开属性建议'],
  'reason-required': [422, '需要说明不公开的理由和依据'],
  'review-before-signing': [422, '退文：审签前未经公开审查'],
  'public-mark-mismatch': [422, '“此件公开发布”标注与公开属性不符'],
  'attribute-required': [422, '需要认定公开属性'],
  'unknown-agency': [422, '没有登记过这个机关'],
  'unknown-item': [422, '没有这个公开事项'],
  'interpretation-missing': [422, '退文：重大政策没有同时送解读方案和解读材料'],
  'responsible-mismatch': [422, '解读单位与“谁起草、谁解读”不符'],
  'media-alternative-missing': [422, '图片需要文字说明，音频、视频需要字幕'],
  'unknown-document': [422, '没有这份文件'],
  'idempotency-key-required': [400, '需要带上 Idempotency-Key'],
  'idempotency-in-progress': [409, '同一份提交正在处理，请稍候再试'],
  'idempotency-mismatch': [422, '同一个 Idempotency-Key 已用于另一份内容'],
  'illegal-move': [409, '现在的状态不能这样办理'],
  'form-closed': [409, '该机关还没有开通网上申请'],
  'guide-outdated': [409, '申请指引已经更新，请先看新的指引'],
  'wrong-credential': [404, '编号或查询码不对'],
  'locked-out': [429, '试错次数太多，请稍后再查'],
  'file-refused': [422, '不能接收这个文件'],
  'upload-expired': [422, '文件已过期，请重新上传'],
  'consultation-not-open': [409, '还没有开始征求意见'],
  'consultation-closed': [409, '征求意见已经截止'],
  'consultation-not-closed': [409, '征求意见还没有截止'],
  'proof-required': [428, '现在提交的人很多，要先核验，或者等一会儿'],
  'calendar-not-published': [404, '该年的节假日安排尚未公布'],
  'query-too-long': [400, '查询词太长，最多 64 个字'],
  'too-many-requests': [429, '请求过于频繁，请稍后再试'],
  timeout: [408, '等待请求超时'],
  internal: [500, '服务内部错误'],
  unavailable: [503, '服务暂时不可用，请稍后再试'],
  'storage-full': [507, '存储空间已满，内容没有保存'],
};

export interface ProblemExtras {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Set when the rules of §3 send a document back (退文). */
  readonly state?: 'returned';
  /** What must be answered first, in the time of a flood. */
  readonly proof?: ProofRequest;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere below a route; becomes the problem response. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ErrorCode;
  readonly extras: ProblemExtras;

  constructor(code: ErrorCode, extras: ProblemExtras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }
}

export const unknownDocument = (): ProblemError =>
  new ProblemError('unknown-document', {errors: [{path: '/document', code: 'unknown-document', message: '没有这份文件'}]});

/** Past these nobody reads on, and a hostile body must not be answered with a longer one. */
const MOST_ERRORS = 20;

/** Body of the problem response. */
export function problemBody(code: ErrorCode, requestId: string, {detail, errors, state, proof}: ProblemExtras = {}): Problem {
  const [status, title] = PROBLEMS[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : {detail}),
    requestId,
    ...(state === undefined ? {} : {state}),
    ...(errors === undefined ? {} : {errors: errors.slice(0, MOST_ERRORS)}),
    ...(proof === undefined ? {} : {proof}),
  };
}

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;

/** The problem that an unexpected error amounts to. */
export function codeOfError(error: unknown): ErrorCode {
  const primary = ((error as {errcode?: number} | null)?.errcode ?? 0) & 0xff;
  const {code} = (error ?? {}) as {code?: unknown};
  if (primary === SQLITE_FULL || code === 'ENOSPC' || code === 'EDQUOT') return 'storage-full';
  return primary === SQLITE_BUSY ? 'unavailable' : 'internal';
}
