import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ApiError, type KeyedOptions, type ZwgkClient} from '@zwgk/client';
import type {ApplicationStatus, CorrectionInput, Credential} from '@zwgk/contract';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type * as details from './application-status.details.ts';

/** What is loaded with the first question: the requests, and all that shows their answer. */
type Details = typeof details;

/** What is corrected. */
export type Correction = Omit<CorrectionInput, 'credential'>;
/** A write's key, and who is told of further tries. */
export type CorrectOptions = Pick<KeyedOptions, 'key' | 'onRetry'>;

const loadDetails = (): Promise<Details> =>
  import('./application-status.details.ts').catch(() => {
    throw new ApiError('script-missing', '');
  });

/** Keeps one person's credential and what it opens, in memory alone, until they are forgotten; `idle` is the form. */
export class ApplicationStatusController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onSettled: (state: ViewState<ApplicationStatus>) => void;
  readonly #load: () => Promise<Details>;
  #client: ZwgkClient | undefined;
  #credential: Credential | undefined;
  #abort = new AbortController();
  #state: ViewState<ApplicationStatus> = {kind: 'idle'};
  /** Loaded with the first question. */
  details: Details | undefined;

  constructor(host: ReactiveControllerHost, onSettled: (state: ViewState<ApplicationStatus>) => void, load = loadDetails) {
    this.#host = host;
    this.#onSettled = onSettled;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#whenOnline);
  }
  hostDisconnected(): void {
    window.removeEventListener('online', this.#whenOnline);
    this.forget();
  }
  readonly #whenOnline = (): void => {
    if (this.#state.kind === 'failed' && this.#state.error.code === 'offline') this.retry();
  };

  get state(): ViewState<ApplicationStatus> {
    return this.#client ? this.#state : {kind: 'unconfigured'};
  }

  /** Whether what is asked about came with a link. */
  get byLink(): boolean {
    return this.#credential?.token !== undefined;
  }

  /** The backend to ask. What was for another one is not told to it. */
  want(client: ZwgkClient | undefined): void {
    if (client === this.#client) return;
    if (this.#client) this.forget();
    this.#client = client;
    if (this.#credential) this.retry();
  }

  /** Asks where a request stands; a question before the backend is known waits for it. */
  look(credential: Credential): void {
    this.#credential = credential;
    // What somebody else's credential opened is not shown for a moment longer.
    this.#state = {kind: 'idle'};
    this.retry();
  }

  /** Asks again. */
  retry(): void {
    if (this.#client && this.#credential) void this.#run(this.#client, this.#credential);
  }

  /** Gets ready for the first question. */
  prepare(): void {
    if (!this.details) void this.#prepared().catch(() => undefined);
  }

  /** Leaves nothing of the person behind. */
  forget(): void {
    this.#abort.abort();
    this.#credential = undefined;
    this.#state = {kind: 'idle'};
    this.#host.requestUpdate();
  }

  /** Sends the corrected request. @throws ApiError */
  correct(correction: Correction, options: CorrectOptions): Promise<void> {
    return this.#write(({correctApplication}, client, credential, signal) =>
      correctApplication(client, {credential, ...correction}, {...options, signal}),
    );
  }

  /** Takes the request back. @throws ApiError */
  withdraw(note: string): Promise<void> {
    return this.#write(({withdrawApplication}, client, credential, signal) =>
      withdrawApplication(client, {credential, ...(note ? {note} : {})}, signal),
    );
  }

  async #prepared(): Promise<Details> {
    if (!this.details) {
      this.details = await this.#load();
      this.#host.requestUpdate();
    }
    return this.details;
  }

  async #run(client: ZwgkClient, credential: Credential): Promise<void> {
    this.#abort.abort();
    const {signal} = (this.#abort = new AbortController());
    const shown = valueOf(this.#state);
    const previous = shown ? {previous: shown} : {};
    this.#state = {kind: 'loading', ...previous};
    this.#host.requestUpdate();
    try {
      const {getApplicationStatus} = await this.#prepared();
      this.#settle({kind: 'ready', value: await getApplicationStatus(client, credential, signal)}, signal);
    } catch (error) {
      this.#settle({kind: 'failed', error: error as ApiError, ...previous}, signal);
    }
  }

  /** What a write answers takes the place of what is shown. */
  async #write(
    send: (details: Details, client: ZwgkClient, credential: Credential, signal: AbortSignal) => Promise<ApplicationStatus>,
  ): Promise<void> {
    const {signal} = this.#abort;
    const value = await send(this.details!, this.#client!, this.#credential!, signal);
    this.#settle({kind: 'ready', value}, signal);
  }

  #settle(state: ViewState<ApplicationStatus>, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#state = state;
    this.#onSettled(state);
    this.#host.requestUpdate();
  }
}
