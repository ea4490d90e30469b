import type {ReactiveControllerHost} from 'lit';
import {getCatalogItem, listCatalogItems, type ZwgkClient} from '@zwgk/client';
import type {CatalogItemDetail, CatalogItemList, CatalogQuery} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import type {ViewState} from '../foundation/view-state.ts';

/** The value behind what is in view. */
export type CatalogView =
  {readonly view: 'list'; readonly list: CatalogItemList} | {readonly view: 'item'; readonly detail: CatalogItemDetail};

/** Loads the list or the item that is asked for, and shows either as one `ViewState`. */
export class CatalogController {
  readonly #resource: Resource<[ZwgkClient, string], CatalogView>;
  #unconfigured = false;

  constructor(host: ReactiveControllerHost, onSettled: (state: ViewState<CatalogView>) => void) {
    this.#resource = new Resource<[ZwgkClient, string], CatalogView>(host, {
      load: async ([client, request], signal) => {
        const wanted = JSON.parse(request) as {item?: string; query: CatalogQuery};
        return wanted.item
          ? {view: 'item', detail: await getCatalogItem(client, wanted.item, signal)}
          : {view: 'list', list: await listCatalogItems(client, wanted.query, signal)};
      },
      isEmpty: (value) => value.view === 'list' && value.list.total === 0,
      onSettled,
    });
  }

  /** What should be in view now; loads only when it differs from the last call. */
  want(client: ZwgkClient | undefined, item: string | undefined, query: CatalogQuery): void {
    this.#unconfigured = !client;
    this.#resource.want(client && [client, JSON.stringify(item ? {item} : {query})]);
  }

  retry(): void {
    this.#resource.retry();
  }

  get state(): ViewState<CatalogView> {
    return this.#unconfigured ? {kind: 'unconfigured'} : this.#resource.state;
  }
}
