/** The engine on the page itself, in slices between which the page can draw and listen. */
import type {SearchIndex} from '@zwgk/contract';
import {LocalEngine, type Steps} from './engine.ts';
import {steps, type Answer, type Answerer, type Question} from './protocol.ts';

/** Milliseconds of work after which the page has its turn; with the step that goes over it, a slice stays below 8. */
const SLICE = 4;

/** Lets the page do what it has to do, without the four milliseconds that a nested timer waits. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Runs the steps; told of each slice's length in milliseconds. Ends without a value when the signal is aborted. */
export async function inSlices<T>(work: Steps<T>, signal?: AbortSignal, told?: (ms: number) => void): Promise<T | undefined> {
  let start = performance.now();
  while (!signal?.aborted) {
    const step = work.next();
    const spent = performance.now() - start;
    if (!step.done && spent < SLICE) continue;
    told?.(spent);
    if (step.done) return step.value;
    await pause();
    start = performance.now();
  }
  work.return(undefined as T);
  return undefined;
}

export class PageAnswerer implements Answerer {
  readonly #engine: Promise<LocalEngine>;
  /** The engine answers one question at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(index: SearchIndex) {
    this.#engine = inSlices(LocalEngine.build(index)) as Promise<LocalEngine>;
  }

  ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const answer = this.#last.then(() => this.#answer(question, signal));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #answer(question: Question, signal: AbortSignal): Promise<Answer> {
    const answer = await inSlices(steps(await this.#engine, question), signal);
    if (!answer) throw new Error('given up');
    return answer;
  }
}
