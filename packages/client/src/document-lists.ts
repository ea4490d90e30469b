/** Reads of `/documents` that only some views need: lists, versions, comparison. */
import type {ComparisonQuery, DocumentComparison, DocumentList, DocumentQuery, DocumentVersionList} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';

export const listDocuments = (client: ZwgkClient, query: DocumentQuery, signal?: AbortSignal): Promise<DocumentList> =>
  client.get(`/documents${queryString(query)}`, isList, signal);

export const listDocumentVersions = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<DocumentVersionList> =>
  client.get(`/documents/${encodeURIComponent(id)}/versions`, isList, signal);

export const compareDocument = (
  client: ZwgkClient,
  id: string,
  query: ComparisonQuery,
  signal?: AbortSignal,
): Promise<DocumentComparison> =>
  client.get(
    `/documents/${encodeURIComponent(id)}/comparison${queryString(query)}`,
    (json: Partial<DocumentComparison>) => json.rows?.concat,
    signal,
  );
