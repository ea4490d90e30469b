/** What is sent: everything as one, once, with the work that the server asks for in the time of a flood. */
import {getCommentReceiptByKey, submitComments, type ApiError} from '@zwgk/client';
import type {CommentReceipt, CommentSubmission} from '@zwgk/contract';
import {KeyedSend, type Sent} from '../controllers/keyed-send.ts';
import type {ConsultationErrorDetail, ConsultationSubmittedDetail} from './consultation.events.ts';
import {problemsOf} from './consultation.logic.ts';
import type {Proving} from './consultation.proof.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

export class Outbox {
  readonly sending: KeyedSend<CommentSubmission, CommentReceipt>;
  /** Shows the work, and the way around it; comes when it is first asked for. */
  proving: Proving | undefined;
  readonly #session: ConsultationWriting;
  readonly #onEmptied: () => void;

  /**
   * @param storage Where what has left and is not answered is kept; '' where nothing is.
   * @param onEmptied Told when what was sent has its receipt.
   */
  constructor(session: ConsultationWriting, storage: () => string, onEmptied: () => void) {
    const {host, page} = session;
    this.#session = session;
    this.#onEmptied = onEmptied;
    this.sending = new KeyedSend<CommentSubmission, CommentReceipt>(host, {
      send: (client, input, options) => {
        const send = (proof?: string): Promise<CommentReceipt> => submitComments(client, page.consultation.id, input, {...options, proof});
        return send().catch((error: ApiError) => this.#prove(error, send, options.signal!));
      },
      find: (client, key, signal) => getCommentReceiptByKey(client, key, signal),
      storage,
      onSettled: (state) => this.#handleSettled(state),
    });
  }

  submit(): void {
    const session = this.#session;
    const {client} = session.host;
    if (!client || !session.isReady || this.sending.busy) return;
    session.problems = session.check();
    if (session.problems.length > 0) return session.focus('.problems');
    if (session.entries.length > 0 && session.files?.isWaiting) return session.focus('[data-field="attachments"]');
    void this.sending.send(client, session.submission());
  }

  async #prove(error: ApiError, send: (proof: string) => Promise<CommentReceipt>, signal: AbortSignal): Promise<CommentReceipt> {
    if (!error.problem?.proof) throw error;
    const {Proving} = await import('./consultation.proof.ts');
    this.proving ??= new Proving(this.#session);
    return this.proving.send(error, send, signal);
  }

  #handleSettled(state: Sent<CommentReceipt>): void {
    const session = this.#session;
    if (state.kind === 'done') {
      // What was written after an earlier one was sent is not in its receipt: it stays.
      if (!state.earlier) {
        session.survey?.reset();
        session.set({entries: [], writing: undefined, deleted: undefined});
      }
      session.extras = {};
      session.files?.files.clear();
      session.set({reviewing: false, note: ''});
      this.#onEmptied();
      session.focus('.receipt');
      session.host.say(session.t.received);
      session.host.emit('zwgk-consultation-submitted', {number: state.receipt.number} satisfies ConsultationSubmittedDetail);
    } else if (state.kind === 'unsent') {
      this.#handleUnsent(state.error);
    }
    session.host.requestUpdate();
  }

  #handleUnsent(error: ApiError): void {
    const session = this.#session;
    const {host, survey} = session;
    const found = problemsOf(error.problem?.errors);
    session.problems = survey?.refused(found) ?? found;
    if (error.problem?.code === 'consultation-closed' || error.problem?.code === 'form-closed') host.reload();
    if (error.problem?.code === 'upload-expired') session.files?.files.expire();
    if (session.problems.length < found.length) session.set({reviewing: false});
    else session.focus(session.problems.length > 0 ? '.problems' : '.failed');
    host.say(session.t.unsent);
    host.emit('zwgk-consultation-error', {error} satisfies ConsultationErrorDetail);
  }
}
