import type {ReactiveControllerHost} from 'lit';
import {getDocument, type ZwgkClient} from '@zwgk/client';
import type {DocumentDetail} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import type {ViewState} from '../foundation/view-state.ts';

/** `sanitiseAll` of the foundation, named by its type so that its module is not loaded for it. */
type Sanitise = (pieces: readonly string[], origin: string) => DocumentFragment[];

/** A document and, when it holds HTML, what makes that safe to show. */
export interface DocumentView {
  readonly doc: DocumentDetail;
  readonly sanitise: Sanitise | undefined;
}

/** Loads one document; the sanitiser comes along only when there is HTML. */
export class DocumentController {
  readonly #resource: Resource<[ZwgkClient, string], DocumentView>;
  #unconfigured = false;

  constructor(host: ReactiveControllerHost, onSettled: (state: ViewState<DocumentView>) => void) {
    this.#resource = new Resource<[ZwgkClient, string], DocumentView>(host, {
      load: async ([client, id], signal) => {
        const doc = await getDocument(client, id, signal);
        const hasHtml = doc.body?.some(({blocks}) => blocks.some((block) => 'html' in block));
        return {doc, sanitise: hasHtml ? (await import('../foundation/sanitise.ts')).sanitiseAll : undefined};
      },
      onSettled,
    });
  }

  /** Which document should be in view; loads only when it differs from the last call. */
  want(client: ZwgkClient | undefined, id: string): void {
    this.#unconfigured = !client || !id;
    this.#resource.want(client && id ? [client, id] : undefined);
  }

  retry(): void {
    this.#resource.retry();
  }

  get state(): ViewState<DocumentView> {
    return this.#unconfigured ? {kind: 'unconfigured'} : this.#resource.state;
  }
}
