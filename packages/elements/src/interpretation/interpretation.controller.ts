import type {ReactiveControllerHost} from 'lit';
import {ApiError, getDocumentInterpretations, type ZwgkClient} from '@zwgk/client';
import type {DocumentInterpretations, InterpretationDuty} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type {HostArticle} from './interpretation.article.ts';
import type * as Comparison from './interpretation.comparison.ts';
import {holdsHtml, marksOf, readingOf, type Reading} from './interpretation.logic.ts';
import type * as Media from './interpretation.media.ts';
import type * as More from './interpretation.more.ts';

/** `sanitise` of the foundation, named by its type so that its module is not loaded for it. */
type Sanitise = (dirty: string, origin: string) => DocumentFragment;

/** Everything that explains a document, and what showing it takes: loaded along with it, so that nothing moves later. */
export interface InterpretationView {
  readonly answer: DocumentInterpretations;
  readonly readings: readonly Reading[];
  readonly sanitise: Sanitise | undefined;
  readonly media: typeof Media | undefined;
  readonly comparison: typeof Comparison | undefined;
  readonly more: typeof More | undefined;
  /** The article of the host page that shows the document; without one, the widget shows it itself. */
  readonly article: HostArticle | undefined;
}

/** Where the document is: its id, or a selector of the article in which the page shows it, or both. */
export interface Wanted {
  readonly document: string;
  readonly article: string;
}

const NO_DOCUMENT =
  'no document is named. Set document-id="…", or for="…" with a CSS selector of the article in which the page itself shows the document.';

/** A file that cannot be loaded is told as such, and trying again tries it again. */
async function part<T>(isWanted: boolean, load: () => Promise<T>): Promise<T | undefined> {
  if (!isWanted) return undefined;
  return load().catch(() => {
    throw new ApiError('script-missing', '');
  });
}

/** Whether the duty to explain is not done yet. */
const isOpen = ({status}: InterpretationDuty): boolean => status === 'pending' || status === 'overdue';

/** Loads what explains one document; media, comparison, sanitiser and the page's own article only where there are any. */
export class InterpretationController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** A text is what the page's author has to mend. */
  readonly #resource: Resource<[ZwgkClient, string, string], InterpretationView | string>;
  #article: HostArticle | undefined;
  #missing = '';
  #unconfigured = false;

  constructor(host: ReactiveControllerHost & HTMLElement, onSettled: (state: ViewState<InterpretationView>) => void) {
    this.#host = host;
    this.#resource = new Resource<[ZwgkClient, string, string], InterpretationView | string>(host, {
      load: ([client, id, selector], signal) => this.#load(client, id, selector, signal),
      isEmpty: (view) => typeof view !== 'string' && view.answer.items.length === 0,
      onSettled: () => onSettled(this.state),
    });
  }

  /** What should be in view; loads only when it differs from the last call. */
  want(client: ZwgkClient | undefined, {document, article}: Wanted): void {
    this.#unconfigured = !client || !(document || article);
    this.#missing = client && this.#unconfigured ? NO_DOCUMENT : '';
    this.#resource.want(client && !this.#unconfigured ? [client, document, article] : undefined);
  }

  retry(): void {
    this.#resource.retry();
  }

  get state(): ViewState<InterpretationView> {
    return this.#unconfigured || this.fix ? {kind: 'unconfigured'} : (this.#resource.state as ViewState<InterpretationView>);
  }

  /** What the page's author has to mend, when it is not the address of the API. */
  get fix(): string {
    const value = valueOf(this.#resource.state);
    return this.#missing || (typeof value === 'string' ? value : '');
  }

  async #load(client: ZwgkClient, id: string, selector: string, signal: AbortSignal): Promise<InterpretationView | string> {
    this.#article?.release();
    this.#article = undefined;
    const found = await this.#find(client, id, selector, signal);
    if (typeof found === 'string') return found;
    const answer = await getDocumentInterpretations(client, found.id, signal);
    const {items} = answer;
    const readings = items.map(readingOf);
    const hasHtml = holdsHtml(items);
    const [sanitise, media, comparison, more] = await Promise.all([
      part(hasHtml, async () => (await import('../foundation/sanitise.ts')).sanitise),
      part(
        items.some((item) => item.media.length > 0),
        () => import('./interpretation.media.ts'),
      ),
      part(
        items.some((item) => item.facets.some(({changes}) => changes?.length)),
        () => import('./interpretation.comparison.ts'),
      ),
      part(
        marksOf(readings).size > 1 ||
          items.length !== 1 ||
          isOpen(answer.duty) ||
          hasHtml ||
          readings.some(({item, lost}) => item.questions.length + lost.length > 0),
        () => import('./interpretation.more.ts'),
      ),
    ]);
    this.#article = found.article?.(this.#host);
    return {answer, readings, sanitise, media, comparison, more, article: this.#article};
  }

  /** The document, and the page's own article of it where the page has one; or what is wrong with the page. */
  async #find(client: ZwgkClient, id: string, selector: string, signal: AbortSignal): Promise<Found | string> {
    const module = await part(selector !== '', () => import('./interpretation.article.ts'));
    return module ? module.findArticle(client, selector, id, signal) : {id};
  }
}

/** A document, and what opens the page's own article of it. */
export interface Found {
  readonly id: string;
  readonly article?: (host: ReactiveControllerHost & HTMLElement) => HostArticle;
}
