import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * A widget's state in the page's address, each value under `<key>.<name>`, all other parameters left alone.
 * An empty key keeps the address untouched and the state in memory. Nothing throws where history is off limits.
 */
export class UrlState implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #key: () => string;
  readonly #onChange: () => void;
  #memory = new URLSearchParams();

  /** @param onChange Called when the reader goes back or forward. */
  constructor(host: ReactiveControllerHost, key: () => string, onChange: () => void) {
    this.#host = host;
    this.#key = key;
    this.#onChange = onChange;
    host.addController(this);
  }
  hostConnected(): void {
    window.addEventListener('popstate', this.#onPop);
  }
  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPop);
  }
  readonly #onPop = (): void => {
    if (!this.#key()) return;
    this.#onChange();
    this.#host.requestUpdate();
  };

  /** This widget's own values, without the key. */
  read(): URLSearchParams {
    const prefix = `${this.#key()}.`;
    if (prefix === '.') return new URLSearchParams(this.#memory);
    const own = new URLSearchParams();
    for (const [name, value] of new URLSearchParams(location.search))
      if (name.startsWith(prefix)) own.append(name.slice(prefix.length), value);
    return own;
  }

  /** The page's address with these values in place of the present ones; `undefined` with an empty key. */
  href(own: URLSearchParams): string | undefined {
    const prefix = `${this.#key()}.`;
    if (prefix === '.') return undefined;
    const url = new URL(location.href);
    for (const name of [...url.searchParams.keys()]) if (name.startsWith(prefix)) url.searchParams.delete(name);
    for (const [name, value] of own) url.searchParams.append(prefix + name, value);
    url.hash = '';
    return url.href;
  }

  /** Puts the values into the address: a new history entry, or `replace` of the present one. */
  write(own: URLSearchParams, replace = false): void {
    this.#memory = own;
    const href = this.href(own);
    if (!href || href === location.href) return;
    try {
      history[replace ? 'replaceState' : 'pushState'](history.state, '', href);
    } catch {
      // A sandboxed or about:blank page: the state still lives in the widget.
    }
  }
}
