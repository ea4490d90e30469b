/** Request to typed value, or one ApiError. */
export {ApiError, type ApiErrorCode} from './api-error.ts';
export {clientFor, useClient, ZwgkClient} from './client.ts';
export {REQUEST_TIMEOUT, type Transport} from './http.ts';
export {queryString, type QueryValue} from './query.ts';
