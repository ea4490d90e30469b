/** Reads of `/documents`. */
import type {DocumentDetail, DocumentList, DocumentQuery} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';

export const listDocuments = (client: ZwgkClient, query: DocumentQuery, signal?: AbortSignal): Promise<DocumentList> =>
  client.get(`/documents${queryString(query)}`, isList, signal);

export const getDocument = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<DocumentDetail> =>
  client.get(`/documents/${encodeURIComponent(id)}`, (json: Partial<DocumentDetail>) => json.id, signal);
