/** Rules of 依申请公开 (国务院令第711号 第四章): moves, periods, identifiers, fees, the form, the annual table. */
export * from './vocabulary.ts';
export {PAUSE_LAWS, type Pause, type PauseReason, type Segment} from './answer-period.ts';
export {applicationClocks, answerClock, type ApplicationClocks, type Clock, type ClockStatus, type ConsultationClock} from './clocks.ts';
export {fee, itemFee} from './fees.ts';
export {APPLICATION_BUCKET} from './flood.ts';
export {applyEvent, eventsFrom, foldEvents, type EventResult, type IllegalMove} from './machine.ts';
export {MOVES, type Guard, type Move} from './moves.ts';
export {requestPolicy, type RequestPolicy, type RequestRules} from './policy.ts';
export {
  DRAFT,
  needsConfirmation,
  receivedOn,
  type Actor,
  type ApplicationEvent,
  type ApplicationProgress,
  type Consultation,
  type Consulted,
  type EventType,
  type Opinion,
  type Outcome,
} from './progress.ts';
export type {Checked, IdentifierCode} from './checked.ts';
export {validateEmail, validateMobile, validatePhone, validatePostcode} from './contact.ts';
export {
  checkCharacter,
  validateForeignResidence,
  validateHkMacaoPermit,
  validateIdNumber,
  validatePassport,
  validateResidencePermit,
  validateResidentId,
  validateTaiwanPermit,
  validateUscc,
} from './identity.ts';
export {maskAddress, maskEmail, maskIdNumber, maskName, maskPhone} from './masks.ts';
export {
  ANNUAL_COLUMNS,
  ANNUAL_ROWS,
  annualTable,
  type AnnualColumn,
  type AnnualEntry,
  type AnnualRow,
  type AnnualTable,
} from './annual-table.ts';
export {
  FORM_FIELDS,
  TEXT_LIMITS,
  type AgentInput,
  type ApplicantInput,
  type ApplicationInput,
  type ContactInput,
  type FormField,
  type OrgInput,
  type RecordCorrectionInput,
  type RequestInput,
} from './form.ts';
export {MEDIA_OF_DELIVERY, validateApplication, type FieldCode, type FieldProblem, type FormOptions} from './validate-application.ts';
