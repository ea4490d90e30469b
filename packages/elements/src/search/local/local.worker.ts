/** The engine in a thread of its own: the page stays smooth while it builds and searches. A file of the SDK by itself. */
import {LocalEngine, type Steps} from './engine.ts';
import {steps, type FromEngine, type Question, type ToEngine} from './protocol.ts';

interface Port {
  onmessage: ((event: MessageEvent<ToEngine>) => void) | null;
  postMessage(message: FromEngine): void;
}
const port = globalThis as unknown as Port;

function finish<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

let engine: LocalEngine | undefined;
const waiting = new Map<number, Question>();

function answer(id: number): void {
  const question = waiting.get(id);
  if (!waiting.delete(id) || !question) return;
  try {
    port.postMessage({kind: 'answer', id, answer: finish(steps(engine!, question))});
  } catch (error) {
    port.postMessage({kind: 'failed', id, reason: String(error)});
  }
}

port.onmessage = ({data}) => {
  switch (data.kind) {
    case 'index':
      engine = finish(LocalEngine.build(data.index));
      break;
    case 'ask':
      waiting.set(data.id, data.question);
      // A key pressed meanwhile drops the question before any work is done.
      setTimeout(answer, 0, data.id);
      break;
    case 'drop':
      waiting.delete(data.id);
      break;
  }
};
port.postMessage({kind: 'ready'});
