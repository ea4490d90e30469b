/** Which source a page has, and what it takes to ask it. */
import {ApiError, type ZwgkClient} from '@zwgk/client';
import type {SourceRef} from './search.controller.ts';
import {remoteSource, type SearchSource} from './search.source.ts';

/** The engine of a static index comes only to pages that have one. */
async function loadLocal(url: string): Promise<SearchSource> {
  const loaded = await import('./local/local-source.ts').catch(() => undefined);
  if (!loaded) throw new ApiError('script-missing', url);
  return loaded.localSource(url);
}

/** Keeps one reference while nothing differs, so that nothing is loaded again. */
export class Answers {
  #ref: SourceRef | undefined;

  /** The static index where the page names one, else the backend, else nothing. */
  of(index: string, client: ZwgkClient | undefined): SourceRef | undefined {
    const local = index && URL.canParse(index, location.href) ? new URL(index, location.href).href : '';
    const key = local || (client?.endpoint ?? '');
    if (key === (this.#ref?.key ?? '')) return this.#ref;
    this.#ref = key ? {key, load: () => (local ? loadLocal(local) : Promise.resolve(remoteSource(client!)))} : undefined;
    return this.#ref;
  }
}
