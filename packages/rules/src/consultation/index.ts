/** Rules of 意见征集 and 公众参与 (R3.9–R3.14, R10–R11; 国务院令第713号 第十四至十八条). */
export * from './vocabulary.ts';
export type {AgendaItem, ConsultationInput, HearingInput} from './consultation.ts';
export {consultationPolicy, type ConsultationPolicy} from './policy.ts';
export {
  CLOSING_SOON,
  consultationStanding,
  isListed,
  lastDayOf,
  liveState,
  signUpState,
  startOfDay,
  takesComments,
  wholeDays,
  type ConsultationStanding,
  type ReportDuty,
  type Scheduled,
  type SignUpState,
} from './standing.ts';
export {reviewAgenda, reviewConsultation, reviewHearing, type ConsultationCode, type ParticipationViolation} from './review.ts';
export {
  COMMENT_LIMITS,
  publishedName,
  validateComment,
  validateSubmission,
  type CommentCode,
  type CommentInput,
  type CommentProblem,
  type Consents,
  type SubmissionInput,
  type SubmissionOptions,
} from './comment.ts';
export {commentText} from './text.ts';
export {
  MODERATION_MOVES,
  moderate,
  publicView,
  receivedComment,
  type CommentProgress,
  type IllegalModeration,
  type ModerationEvent,
  type ModerationEventType,
  type ModerationGuard,
  type ModerationMove,
  type ModerationResult,
} from './moderation.ts';
export {
  concentrated,
  outcomeOf,
  reportTally,
  reviewReport,
  type CommentOutcome,
  type ReceivedTotals,
  type ReportCode,
  type ReportInput,
  type ReportViolation,
} from './report.ts';
export {
  SURVEY_LIMITS,
  keptAnswers,
  reviewSurvey,
  showsResults,
  surveyMarks,
  surveyTally,
  tallySurvey,
  validateAnswers,
  type AnswerProblem,
  type AnswerProblemCode,
  type QuestionCode,
  type QuestionProblem,
  type QuestionTally,
  type Survey,
  type SurveyAnswer,
  type SurveyAnswers,
  type SurveyMark,
  type SurveyOption,
  type SurveyQuestion,
} from './survey.ts';
export {
  COMMENT_BUCKETS,
  loadOf,
  takeFromAll,
  takeToken,
  tokensIn,
  type Bucket,
  type BucketLimit,
  type BucketResult,
  type BucketsResult,
} from './flood.ts';
export {
  MIN_PROOF_BITS,
  PROOF_TTL_MS,
  PROOF_WAIT_MS,
  challengeText,
  checkProof,
  checkWait,
  leadingZeroBits,
  proofBits,
  proofText,
  readChallenge,
  type ProofChallenge,
  type ProofProblem,
  type ProofWanted,
} from './proof.ts';
export {NEAR_COPY, bareText, likeness, mayBeDuplicate, nearCopies, sketchOf} from './likeness.ts';
export {maskEmail, maskName, maskPhone} from '../application/masks.ts';
