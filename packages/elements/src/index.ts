/** Element classes without registration, for pages that register tags themselves. */
export {ZwgkCatalog} from './catalog/catalog.ts';
export {ZwgkConfig} from './config/config.ts';
export {ZwgkDocument} from './document/document.ts';
export type {CatalogErrorDetail, CatalogFilterDetail, CatalogSelectDetail} from './catalog/catalog.events.ts';
export type {DocumentErrorDetail, DocumentReadyDetail} from './document/document.events.ts';
export {ZwgkSearch} from './search/search.ts';
export type {SearchErrorDetail, SearchResultsDetail, SearchSelectDetail} from './search/search.events.ts';
export {ZwgkInterpretation} from './interpretation/interpretation.ts';
export type {
  InterpretationErrorDetail,
  InterpretationReadyDetail,
  InterpretationSelectDetail,
} from './interpretation/interpretation.events.ts';
export {ZwgkFeed} from './feed/feed.ts';
export type {FeedErrorDetail} from './feed/feed.events.ts';
export {ZwgkApplicationStatus} from './application-status/application-status.ts';
export type {ApplicationStatusErrorDetail} from './application-status/application-status.events.ts';
export {ZwgkApplication} from './application/application.ts';
export type {ApplicationErrorDetail} from './application/application.events.ts';
export {ZwgkConsultation} from './consultation/consultation.ts';
export type {ConsultationErrorDetail} from './consultation/consultation.events.ts';
export {ZwgkMeeting} from './meeting/meeting.ts';
export type {MeetingErrorDetail} from './meeting/meeting.events.ts';
