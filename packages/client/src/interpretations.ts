/** Reads of interpretations. */
import type {DocumentInterpretations, Interpretation, InterpretationList, InterpretationQuery} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';
import {isList} from './list.ts';
import {queryString} from './query.ts';

export const listInterpretations = (client: ZwgkClient, query: InterpretationQuery, signal?: AbortSignal): Promise<InterpretationList> =>
  client.get(`/interpretations${queryString(query)}`, isList, signal);

export const getInterpretation = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<Interpretation> =>
  client.get(`/interpretations/${encodeURIComponent(id)}`, (json: Partial<Interpretation>) => json.id, signal);

export const getDocumentInterpretations = (client: ZwgkClient, document: string, signal?: AbortSignal): Promise<DocumentInterpretations> =>
  client.get(
    `/documents/${encodeURIComponent(document)}/interpretations`,
    (json: Partial<DocumentInterpretations>) => json.items?.concat && json.duty,
    signal,
  );
