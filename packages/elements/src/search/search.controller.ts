import type {ReactiveControllerHost} from 'lit';
import type {SearchResults} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import type {ViewState} from '../foundation/view-state.ts';
import type {SearchQuery, SearchSource} from './search.source.ts';

/** Where answers come from: a key at once, the source itself when it is first asked. */
export interface SourceRef {
  readonly key: string;
  readonly load: () => Promise<SearchSource>;
}

/** Milliseconds after which a reader is told that it takes long. */
const SLOW = 2_500;

/** Loads the results of the query that is wanted. A later query always wins, whatever order answers come in. */
export class SearchController {
  readonly #host: ReactiveControllerHost;
  readonly #resource: Resource<[string, string], SearchResults>;
  #source: SourceRef | undefined;
  #wanted = '';
  #timer = 0;
  /** Whether the present request has been under way for long. */
  slow = false;

  constructor(host: ReactiveControllerHost, onSettled: (state: ViewState<SearchResults>) => void) {
    this.#host = host;
    this.#resource = new Resource<[string, string], SearchResults>(host, {
      load: async ([, query], signal) => (await this.#source!.load()).search(JSON.parse(query) as SearchQuery, signal),
      isEmpty: ({items}) => items.length === 0,
      onSettled: (state) => {
        this.#watch(false);
        onSettled(state);
      },
    });
  }

  /** What should be in view now; loads only when it differs from the last call. */
  want(source: SourceRef | undefined, query: SearchQuery | undefined): void {
    this.#source = source;
    const wanted = source && query ? JSON.stringify(query) : '';
    if (wanted !== this.#wanted) this.#watch(wanted !== '');
    this.#wanted = wanted;
    this.#resource.want(wanted ? [source!.key, wanted] : undefined);
  }

  retry(): void {
    this.#watch(true);
    this.#resource.retry();
  }

  #watch(on: boolean): void {
    clearTimeout(this.#timer);
    this.slow = false;
    if (!on) return;
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.#host.requestUpdate();
    }, SLOW) as unknown as number;
  }

  get state(): ViewState<SearchResults> {
    return this.#source ? this.#resource.state : {kind: 'unconfigured'};
  }
}
