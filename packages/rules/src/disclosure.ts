import {PUBLIC_MARK, type DocumentInput, type ErrorCode} from '@zwgk/contract';

/** One broken rule of §3: the wire code, where it is broken, and whether the document goes back (退文). */
export interface Violation {
  readonly code: ErrorCode;
  readonly path: string;
  readonly message: string;
  readonly rule: string;
}

/** Whether the body of a document with this attribute may be published (R3.4). */
export const bodyIsPublic = (disclosure: DocumentInput['disclosure']): boolean => disclosure === 'proactive' || disclosure === 'partial';

/** The mark that a document with this attribute carries (R3.7). */
export const publicMark = (disclosure: DocumentInput['disclosure']): typeof PUBLIC_MARK | null =>
  disclosure === 'proactive' ? PUBLIC_MARK : null;

/** An attribute that keeps something back needs a reason (R3.4; for partial disclosure, of the part kept back). */
export function reasonMissing(item: Pick<DocumentInput, 'disclosure' | 'disclosureReason'>): boolean {
  return item.disclosure !== 'proactive' && !item.disclosureReason;
}

/** Every rule of R3.3–R3.7 and R4.3 that a submitted document breaks, the one that sends it back first. */
export function reviewSubmission(doc: DocumentInput): Violation[] {
  const found: Violation[] = [];
  if (!doc.disclosureProposal) {
    found.push({
      code: 'no-disclosure-proposal',
      path: '/disclosureProposal',
      rule: 'R3.6',
      message: '请示正文没有写明公开属性建议和理由，请补写后再报。',
    });
  }
  if (reasonMissing(doc)) {
    found.push({code: 'reason-required', path: '/disclosureReason', rule: 'R3.4', message: '不是主动公开的，要写明理由和依据。'});
  }
  // Put so that an instant which cannot be read is no review in time.
  if (!doc.disclosureReview || !(Date.parse(doc.disclosureReview.at) <= Date.parse(doc.signedAt))) {
    found.push({code: 'review-before-signing', path: '/disclosureReview', rule: 'R3.5', message: '公文审签前应先送政务公开工作机构审查。'});
  }
  if (doc.publicMark !== undefined && doc.publicMark !== publicMark(doc.disclosure)) {
    found.push({
      code: 'public-mark-mismatch',
      path: '/publicMark',
      rule: 'R3.7',
      message: '主动公开的公文应标注“此件公开发布”，其他的不应标注。',
    });
  }
  return [...found, ...reviewPlan(doc)];
}

/** A major policy comes with its plan and its material, or goes back (R4.3). */
function reviewPlan(doc: Pick<DocumentInput, 'major' | 'interpretationPlan' | 'interpretationMaterial'>): Violation[] {
  if (!doc.major) return [];
  const needed = {interpretationPlan: '解读方案', interpretationMaterial: '解读材料'} as const;
  return (['interpretationPlan', 'interpretationMaterial'] as const)
    .filter((field) => doc[field] === undefined)
    .map((field) => ({
      code: 'interpretation-missing',
      path: `/${field}`,
      rule: 'R4.3',
      message: `重大政策要同时报送解读方案和解读材料，缺${needed[field]}，请补齐后再报。`,
    }));
}
