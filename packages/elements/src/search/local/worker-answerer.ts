/** Starts the engine's worker and asks it. */
import type {SearchIndex} from '@zwgk/contract';
import {startWorker} from '../../foundation/start-worker.ts';
import type {Answer, Answerer, FromEngine, Question, ToEngine} from './protocol.ts';

// By the name that bundlers look for beside the worker's address.
const Worker = globalThis.Worker as typeof globalThis.Worker;

/** The engine's worker, where one can be had. The build of the SDK puts the worker's own file here. */
export const startEngine = (): Promise<Worker | undefined> =>
  startWorker(() => new Worker(new URL('./local.worker.ts', import.meta.url), {type: 'module', name: 'zwgk-search'}));

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

export class WorkerAnswerer implements Answerer {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isDead = false;

  constructor(worker: Worker, index: SearchIndex) {
    this.#worker = worker;
    worker.onmessage = ({data}: MessageEvent<FromEngine>) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#isDead = true;
      for (const {reject} of this.#waiting.values()) reject(new Error(event.message));
      this.#waiting.clear();
      worker.terminate();
    };
    this.#say({kind: 'index', index});
  }

  ask(question: Question, signal: AbortSignal): Promise<Answer> {
    if (this.#isDead) return Promise.reject(new Error('the worker died'));
    const id = ++this.#last;
    signal.addEventListener('abort', () => this.#drop(id), {once: true});
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.#say({kind: 'ask', id, question});
    });
  }

  #drop(id: number): void {
    if (this.#waiting.delete(id)) this.#say({kind: 'drop', id});
  }

  #say(message: ToEngine): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromEngine): void {
    if (message.kind === 'ready') return;
    // Of a question that was given up nobody hears.
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.reason));
  }
}
