import type {ReactiveControllerHost} from 'lit';
import {listAgencies, type ZwgkClient} from '@zwgk/client';
import {Resource} from '../controllers/resource.ts';
import type {ViewState} from '../foundation/view-state.ts';
import type {ConsultationItem} from './consultation.logic.ts';

type View = readonly ConsultationItem[];

/** Loads what the element shows, and says in one state how far it is. */
export class ConsultationController {
  readonly #resource: Resource<[ZwgkClient, string], View>;
  #unconfigured = false;

  constructor(host: ReactiveControllerHost, onSettled: (state: ViewState<View>) => void) {
    this.#resource = new Resource<[ZwgkClient, string], View>(host, {
      load: async ([client, region], signal) => (await listAgencies(client, region ? {region} : {}, signal)).items,
      isEmpty: (items) => items.length === 0,
      onSettled,
    });
  }

  /** What should be in view; loads only when it differs from the last call. */
  want(client: ZwgkClient | undefined, region: string): void {
    this.#unconfigured = !client;
    this.#resource.want(client && [client, region]);
  }

  retry(): void {
    this.#resource.retry();
  }

  get state(): ViewState<View> {
    return this.#unconfigured ? {kind: 'unconfigured'} : this.#resource.state;
  }
}
