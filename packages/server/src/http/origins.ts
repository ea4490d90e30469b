/** Which web pages may call the API: those of the service itself, and registered sites by exact origin. */
import type {Store} from '../store/store.ts';

export class Origins {
  readonly #store: Pick<Store, 'listSites'>;
  #sites: ReadonlySet<string> = new Set();
  #version = -1;

  constructor(store: Pick<Store, 'listSites'>) {
    this.#store = store;
  }

  /** Whether the origin is registered, as of the data version. `null` and anything but the exact text never is. */
  async isRegistered(origin: string, dataVersion: number): Promise<boolean> {
    if (dataVersion !== this.#version) {
      this.#sites = new Set(await this.#store.listSites());
      this.#version = dataVersion;
    }
    return this.#sites.has(origin);
  }
}

/** Whether a page of this very service sent the request: browsers set `Origin`, pages cannot. */
export function isSameOrigin(origin: string, host: string | null): boolean {
  return /^https?:\/\//.test(origin) && origin.slice(origin.indexOf('//') + 2) === host;
}
