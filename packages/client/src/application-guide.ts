/** Reads of `/agencies/{id}/application-guide`. */
import type {ApplicationGuide} from '@zwgk/contract';
import type {ZwgkClient} from './client.ts';

/** 申请指引: how to ask this agency, and what its form needs. */
export const getApplicationGuide = (client: ZwgkClient, agency: string, signal?: AbortSignal): Promise<ApplicationGuide> =>
  client.get(
    `/agencies/${encodeURIComponent(agency)}/application-guide`,
    (json: Partial<ApplicationGuide>) => json.agency && json.office && json.sections?.concat && json.deliveries?.concat,
    signal,
  );
