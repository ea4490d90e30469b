/** The engine on the page itself, in slices between which the page can draw and listen. */
import type {SearchIndex} from '@zwgk/contract';
import {inSlices} from '../../foundation/in-slices.ts';
import {LocalEngine} from './engine.ts';
import {steps, type Answer, type Answerer, type Question} from './protocol.ts';

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
