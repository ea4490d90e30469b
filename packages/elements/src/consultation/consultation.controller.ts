import type {TemplateResult} from 'lit';
import {ApiError, type ZwgkClient} from '@zwgk/client';
import {Resource} from '../controllers/resource.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type {ConsultationHost} from './consultation.host.ts';

/** What is in view: one consultation or their list, whose file comes along with the answer. */
export interface ConsultationView {
  readonly id: string;
  readonly part: {render(): TemplateResult; updated?(): void};
}
/** What is asked for: one by its id, else what is listed. */
export interface Listed {
  readonly id: string;
  readonly agency: string;
  readonly state: string;
}
type Args = [ZwgkClient, string, string, string];

/** Loads one consultation, or their list, each with the file that shows it. */
export class ConsultationController {
  readonly #host: ConsultationHost;
  readonly #resource: Resource<Args, ConsultationView>;
  #args: Args | undefined;

  constructor(host: ConsultationHost, onSettled: (state: ViewState<ConsultationView>) => void) {
    this.#host = host;
    this.#resource = new Resource<Args, ConsultationView>(host, {load: (args, signal) => this.#load(args, signal), onSettled});
  }

  /** What should be in view; loads only when it differs from the last call. */
  want(client: ZwgkClient | undefined, id: string, {agency, state}: Omit<Listed, 'id'>): void {
    this.#args = client && [client, id, agency, state];
    this.#resource.want(this.#args);
  }

  retry(): void {
    this.#resource.retry();
  }

  /** Whether what is shown is what is wanted, perhaps of a minute ago. */
  get isSame(): boolean {
    return valueOf(this.#resource.state)?.id === this.#args?.[1];
  }

  get state(): ViewState<ConsultationView> {
    return this.#args ? this.#resource.state : {kind: 'unconfigured'};
  }

  async #load([client, id, agency, state]: Args, signal: AbortSignal): Promise<ConsultationView> {
    // A file that cannot be loaded is told as such, and trying again tries it again.
    const missing = (): never => {
      throw new ApiError('script-missing', '');
    };
    const before = valueOf(this.#resource.state);
    const {load} = await (id ? import('./consultation.page.ts') : import('./consultation.list.ts')).catch(missing);
    return load(this.#host, client, {id, agency, state}, before, signal);
  }
}
