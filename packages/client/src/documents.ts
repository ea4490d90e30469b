/** Reads of one document. */
import type {DocumentDetail} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';

export const getDocument = (client: ZwgkClient, id: string, signal?: AbortSignal): Promise<DocumentDetail> =>
  client.get(`/documents/${encodeURIComponent(id)}`, (json: Partial<DocumentDetail>) => json.id, signal);
