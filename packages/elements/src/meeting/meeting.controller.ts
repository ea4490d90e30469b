import {ApiError, type ZwgkClient} from '@zwgk/client';
import type {Meeting} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type {MeetingHost} from './meeting.host.ts';

/** What is in view: one meeting or their list, whose file comes along with the answer. */
export interface MeetingView {
  readonly id: string;
  readonly meeting?: Meeting;
  readonly part: {render(): unknown; updated?(): void};
}

/** What is listed. */
export interface Listed {
  readonly agency: string;
  readonly region: string;
  readonly kind: string;
  readonly state: string;
  readonly consultation: string;
}
type Args = [ZwgkClient, string, string];

/** Loads one meeting, or their list, each with the file that shows it. */
export class MeetingController {
  readonly #host: MeetingHost;
  readonly #resource: Resource<Args, MeetingView>;
  #unconfigured = false;
  #id = '';

  constructor(host: MeetingHost, onSettled: (state: ViewState<MeetingView>) => void) {
    this.#host = host;
    this.#resource = new Resource<Args, MeetingView>(host, {load: (args, signal) => this.#load(args, signal), onSettled});
  }

  /** What should be in view; loads only when it differs from the last call. */
  want(client: ZwgkClient | undefined, id: string, listed: Listed): void {
    this.#unconfigured = !client;
    this.#id = id;
    this.#resource.want(client && [client, id, id ? '' : JSON.stringify(listed)]);
  }

  retry(): void {
    this.#resource.retry();
  }

  /** Whether what is shown is what is wanted, perhaps of a minute ago. */
  get isSame(): boolean {
    return valueOf(this.#resource.state)?.id === this.#id;
  }

  get state(): ViewState<MeetingView> {
    return this.#unconfigured ? {kind: 'unconfigured'} : this.#resource.state;
  }

  async #load([client, id, listed]: Args, signal: AbortSignal): Promise<MeetingView> {
    // A file that cannot be loaded is told as such, and trying again tries it again.
    const missing = (): never => {
      throw new ApiError('script-missing', '');
    };
    const before = valueOf(this.#resource.state);
    if (id) {
      const page = await import('./meeting.page.ts').catch(missing);
      return page.load(this.#host, client, id, before, signal);
    }
    const list = await import('./meeting.list.ts').catch(missing);
    return list.load(this.#host, client, JSON.parse(listed) as Listed, signal);
  }
}
