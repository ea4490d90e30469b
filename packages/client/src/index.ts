/** Request to typed value, or one ApiError. */
export {ApiError, type ApiErrorCode} from './api-error.ts';
export {getApplicationGuide} from './application-guide.ts';
export {
  correctApplication,
  countResolved,
  findPublished,
  getApplicationStatus,
  getReceiptByKey,
  submitApplication,
  withdrawApplication,
  type KeyedOptions,
} from './applications.ts';
export {getCatalogItem, listCatalogItems} from './catalog.ts';
export {clientFor, useClient, ZwgkClient} from './client.ts';
export {
  changeMyComments,
  compareDrafts,
  getCommentReceiptByKey,
  getConsultation,
  getConsultationReport,
  getSurveyResults,
  getMyComments,
  listConsultations,
  listPublicComments,
  submitComments,
} from './consultations.ts';
export {listAgencies, listRegions} from './directory.ts';
export {compareDocument, listDocuments, listDocumentVersions} from './document-lists.ts';
export {getDocument} from './documents.ts';
export {listReposts} from './feed.ts';
export {REQUEST_TIMEOUT, type Transport} from './http.ts';
export {getDocumentInterpretations, getInterpretation, listInterpretations} from './interpretations.ts';
export {queryString, type QueryValue} from './query.ts';
export {getSearchIndex} from './search-index.ts';
export {search, suggest} from './search.ts';
export {catalogExportUrl, catalogFeedUrl} from './take-along.ts';
export {discardUpload, stageUpload, type UploadOptions} from './upload.ts';
export {newIdempotencyKey, retrySeconds, type Retry} from './write.ts';
