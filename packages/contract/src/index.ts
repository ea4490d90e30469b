/**
 * What the wire says. `openapi.yaml` is the one source; `generated.ts` and `openapi.json` are made from it
 * (`npm run check` fails when they drift).
 */
import type {components, operations, paths} from './generated.ts';

export type {components, operations, paths};
type Schemas = components['schemas'];

export type Actor = Schemas['Actor'];
export type AdoptionOutcome = Schemas['AdoptionOutcome'];
export type Agency = Schemas['Agency'];
export type Agent = Schemas['Agent'];
export type Anchor = Schemas['Anchor'];
export type AnnualReport = Schemas['AnnualReport'];
export type AnnualTableRow = Schemas['AnnualTableRow'];
export type AnswerCode = Schemas['AnswerCode'];
export type AnswerDetail = Schemas['AnswerDetail'];
export type Applicant = Schemas['Applicant'];
export type ApplicantType = Schemas['ApplicantType'];
export type ApplicationAnswer = Schemas['ApplicationAnswer'];
export type ApplicationAnswerInput = Schemas['ApplicationAnswerInput'];
export type ApplicationConsultation = Schemas['ApplicationConsultation'];
export type ApplicationEvent = Schemas['ApplicationEvent'];
export type ApplicationEventType = Schemas['ApplicationEventType'];
export type ApplicationFile = Schemas['ApplicationFile'];
export type ApplicationGuide = Schemas['ApplicationGuide'];
export type ApplicationGuideInput = Schemas['ApplicationGuideInput'];
export type ApplicationInput = Schemas['ApplicationInput'];
export type ApplicationKind = Schemas['ApplicationKind'];
export type ApplicationState = Schemas['ApplicationState'];
export type ApplicationStatus = Schemas['ApplicationStatus'];
export type Attachment = Schemas['Attachment'];
export type AuthorType = Schemas['AuthorType'];
export type Block = Schemas['Block'];
export type CalendarYear = Schemas['CalendarYear'];
export type CatalogChange = Schemas['CatalogChange'];
export type CatalogFacets = Schemas['CatalogFacets'];
export type CatalogItem = Schemas['CatalogItem'];
export type CatalogItemDetail = Schemas['CatalogItemDetail'];
export type CatalogItemInput = Schemas['CatalogItemInput'];
export type CatalogItemList = Schemas['CatalogItemList'];
export type CatalogItemVersion = Schemas['CatalogItemVersion'];
export type Channel = Schemas['Channel'];
export type ClockPause = Schemas['ClockPause'];
export type ClockSegment = Schemas['ClockSegment'];
export type ClockStatus = Schemas['ClockStatus'];
export type CommentAddresses = Schemas['CommentAddresses'];
export type CommentChannel = Schemas['CommentChannel'];
export type CommentConsents = Schemas['CommentConsents'];
export type CommentField = Schemas['CommentField'];
export type CommentFile = Schemas['CommentFile'];
export type CommentId = Schemas['CommentId'];
export type CommentInput = Schemas['CommentInput'];
export type CommentOutcome = Schemas['CommentOutcome'];
export type CommentReceipt = Schemas['CommentReceipt'];
export type CommentRejection = Schemas['CommentRejection'];
export type CommentState = Schemas['CommentState'];
export type CommentSubmission = Schemas['CommentSubmission'];
export type ComparedText = Schemas['ComparedText'];
export type ComparisonRow = Schemas['ComparisonRow'];
export type Consultation = Schemas['Consultation'];
export type ConsultationCounts = Schemas['ConsultationCounts'];
export type ConsultationDraft = Schemas['ConsultationDraft'];
export type ConsultationInput = Schemas['ConsultationInput'];
export type ConsultationList = Schemas['ConsultationList'];
export type ConsultationReport = Schemas['ConsultationReport'];
export type ConsultationStanding = Schemas['ConsultationStanding'];
export type ConsultationState = Schemas['ConsultationState'];
export type ConsultationSummary = Schemas['ConsultationSummary'];
export type Contact = Schemas['Contact'];
export type CorrectionInput = Schemas['CorrectionInput'];
export type Credential = Schemas['Credential'];
export type Cue = Schemas['Cue'];
export type DecisionBasis = Schemas['DecisionBasis'];
export type DefinedTerm = Schemas['DefinedTerm'];
export type Delivery = Schemas['Delivery'];
export type Disclosure = Schemas['Disclosure'];
export type DisclosureReason = Schemas['DisclosureReason'];
export type DocumentComparison = Schemas['DocumentComparison'];
export type DocumentDetail = Schemas['Document'];
export type DocumentInput = Schemas['DocumentInput'];
export type DocumentInterpretations = Schemas['DocumentInterpretations'];
export type DocumentLink = Schemas['DocumentLink'];
export type DocumentList = Schemas['DocumentList'];
export type DocumentMeta = Schemas['DocumentMeta'];
export type DocumentReference = Schemas['DocumentReference'];
export type DocumentSummary = Schemas['DocumentSummary'];
export type DocumentVersion = Schemas['DocumentVersion'];
export type DocumentVersionList = Schemas['DocumentVersionList'];
export type Domain = Schemas['Domain'];
export type DraftRef = Schemas['DraftRef'];
export type DuplicateComment = Schemas['DuplicateComment'];
export type EarlierDraft = Schemas['EarlierDraft'];
export type ErrorCode = Schemas['ErrorCode'];
export type Explanation = Schemas['Explanation'];
export type ExtraField = Schemas['ExtraField'];
export type Facet = Schemas['Facet'];
export type FacetKind = Schemas['FacetKind'];
export type FeeSchedule = Schemas['FeeSchedule'];
export type FieldError = Schemas['FieldError'];
export type FiveStage = Schemas['FiveStage'];
export type Freshness = Schemas['Freshness'];
export type FreshnessStatus = Schemas['FreshnessStatus'];
export type HeadInterpretations = Schemas['HeadInterpretations'];
export type Health = Schemas['Health'];
export type Hearing = Schemas['Hearing'];
export type Identity = Schemas['Identity'];
export type IdType = Schemas['IdType'];
export type InformationRequest = Schemas['InformationRequest'];
export type IntakeInput = Schemas['IntakeInput'];
export type IntakeReceipt = Schemas['IntakeReceipt'];
export type Interpretation = Schemas['Interpretation'];
export type InterpretationDuty = Schemas['InterpretationDuty'];
export type InterpretationFacet = Schemas['InterpretationFacet'];
export type InterpretationForm = Schemas['InterpretationForm'];
export type InterpretationInput = Schemas['InterpretationInput'];
export type InterpretationLink = Schemas['InterpretationLink'];
export type InterpretationList = Schemas['InterpretationList'];
export type InterpretationMeta = Schemas['InterpretationMeta'];
export type InterpretationPhase = Schemas['InterpretationPhase'];
export type InterpretationSummary = Schemas['InterpretationSummary'];
export type Interpreter = Schemas['Interpreter'];
export type LegalBasis = Schemas['LegalBasis'];
export type Level = Schemas['Level'];
export type LocalMatter = Schemas['LocalMatter'];
export type Media = Schemas['Media'];
export type Medium = Schemas['Medium'];
export type Milestone = Schemas['Milestone'];
export type ModerationDone = Schemas['ModerationDone'];
export type ModerationEventType = Schemas['ModerationEventType'];
export type ModerationGuard = Schemas['ModerationGuard'];
export type ModerationInput = Schemas['ModerationInput'];
export type MyAnswers = Schemas['MyAnswers'];
export type MyComment = Schemas['MyComment'];
export type MyComments = Schemas['MyComments'];
export type MyCommentsChange = Schemas['MyCommentsChange'];
export type Office = Schemas['Office'];
export type Opinion = Schemas['Opinion'];
export type Organization = Schemas['Organization'];
export type OrgCategory = Schemas['OrgCategory'];
export type ParticipationMethod = Schemas['ParticipationMethod'];
export type Passage = Schemas['Passage'];
export type PassageState = Schemas['PassageState'];
export type PauseReason = Schemas['PauseReason'];
export type PolicyChange = Schemas['PolicyChange'];
export type PolicyProfile = Schemas['PolicyProfile'];
export type PrivacyNotice = Schemas['PrivacyNotice'];
export type Problem = Schemas['Problem'];
export type ProseBlock = Schemas['ProseBlock'];
export type ProvinceMatter = Schemas['ProvinceMatter'];
export type ProofRequest = Schemas['ProofRequest'];
export type PublicComment = Schemas['PublicComment'];
export type PublicCommentList = Schemas['PublicCommentList'];
export type Question = Schemas['Question'];
export type QuestionTally = Schemas['QuestionTally'];
export type Receipt = Schemas['Receipt'];
export type ReceiptBasis = Schemas['ReceiptBasis'];
export type RecordAnswerCode = Schemas['RecordAnswerCode'];
export type RecordCorrection = Schemas['RecordCorrection'];
export type Region = Schemas['Region'];
export type RejectionReason = Schemas['RejectionReason'];
export type Remedy = Schemas['Remedy'];
export type ReportCluster = Schemas['ReportCluster'];
export type ReportDraft = Schemas['ReportDraft'];
export type ReportDuty = Schemas['ReportDuty'];
export type ReportedCluster = Schemas['ReportedCluster'];
export type ReportInput = Schemas['ReportInput'];
export type Repost = Schemas['Repost'];
export type RepostInput = Schemas['RepostInput'];
export type RepostList = Schemas['RepostList'];
export type SearchArticle = Schemas['SearchArticle'];
export type SearchFacets = Schemas['SearchFacets'];
export type SearchHit = Schemas['SearchHit'];
export type SearchResults = Schemas['SearchResults'];
export type SearchType = Schemas['SearchType'];
export type SearchVariant = Schemas['SearchVariant'];
export type SearchWhy = Schemas['SearchWhy'];
export type Section = Schemas['Section'];
export type SelfCheck = Schemas['SelfCheck'];
export type SelfCheckTopic = Schemas['SelfCheckTopic'];
export type StaffApplication = Schemas['StaffApplication'];
export type StaffApplicationList = Schemas['StaffApplicationList'];
export type StaffComment = Schemas['StaffComment'];
export type StaffCommentList = Schemas['StaffCommentList'];
export type StaffEventInput = Schemas['StaffEventInput'];
export type StatutoryClock = Schemas['StatutoryClock'];
export type Suggestion = Schemas['Suggestion'];
export type SuggestionList = Schemas['SuggestionList'];
export type Survey = Schemas['Survey'];
export type SurveyAnswer = Schemas['SurveyAnswer'];
export type SurveyAnswers = Schemas['SurveyAnswers'];
export type SurveyOption = Schemas['SurveyOption'];
export type SurveyQuestion = Schemas['SurveyQuestion'];
export type SurveyResults = Schemas['SurveyResults'];
export type TimeLimit = Schemas['TimeLimit'];
export type Upload = Schemas['Upload'];
export type Validity = Schemas['Validity'];
export type WithdrawalInput = Schemas['WithdrawalInput'];

/** Query of `GET /catalog/items`; `format` and paging aside, export and feed take the same. */
export type CatalogQuery = NonNullable<paths['/catalog/items']['get']['parameters']['query']>;
export type DocumentQuery = NonNullable<paths['/documents']['get']['parameters']['query']>;
export type ComparisonQuery = NonNullable<paths['/documents/{id}/comparison']['get']['parameters']['query']>;
export type InterpretationQuery = NonNullable<paths['/interpretations']['get']['parameters']['query']>;
export type ConsultationQuery = NonNullable<paths['/consultations']['get']['parameters']['query']>;
export type DraftComparisonQuery = NonNullable<paths['/consultations/{id}/comparison']['get']['parameters']['query']>;
export type PublicCommentQuery = NonNullable<paths['/consultations/{id}/comments']['get']['parameters']['query']>;
export type RepostQuery = NonNullable<paths['/feed']['get']['parameters']['query']>;
export type SearchQuery = paths['/search']['get']['parameters']['query'];
export type SuggestQuery = paths['/search/suggest']['get']['parameters']['query'];

export {
  SEARCH_INDEX_FORMAT,
  SEARCH_INDEX_RECORDS,
  SEARCH_INDEX_VERSION,
  type SearchIndex,
  type SearchIndexArticle,
  type SearchIndexRecord,
} from './search-index.ts';

/** Major version that clients of this package understand (`Health.contract`). */
export const CONTRACT_MAJOR = 1;
/** Version of this contract, as `Health.contract` prints it. */
export const CONTRACT_VERSION = '1.5';

/** Code points of a search text that the server still takes; more is answered with `query-too-long`. */
export const SEARCH_TEXT_MAX = 64;

/** The mark that proactive documents carry (R3.7). */
export const PUBLIC_MARK = '此件公开发布';

export {
  AUDIENCES,
  CHANNELS,
  DISCLOSURES,
  DOMAINS,
  FACET_KINDS,
  FIVE_STAGES,
  FRESHNESS,
  INTERPRETATION_FORMS,
  INTERPRETATION_PHASES,
  LEVELS,
} from './vocabulary.ts';
