/** The work of a proof in a thread of its own: the page stays smooth. A file of the SDK by itself. */
import type {ProofRequest} from '@zwgk/contract';
import {findNonce} from './find-nonce.ts';

/** What the worker says: that it runs, how many it has tried, what it found. */
export type FromProof =
  {readonly kind: 'ready'} | {readonly kind: 'tried'; readonly tried: number} | {readonly kind: 'found'; readonly nonce: number};

interface Port {
  onmessage: ((event: MessageEvent<ProofRequest>) => void) | null;
  postMessage(message: FromProof): void;
}
const port = globalThis as unknown as Port;

/** Milliseconds between two words about how far it is. */
const TELL = 100;

port.onmessage = ({data: {challenge, bits}}) => {
  let last = performance.now();
  const work = findNonce(challenge, bits, (tried) => {
    if (performance.now() - last < TELL) return;
    last = performance.now();
    port.postMessage({kind: 'tried', tried});
  });
  let step = work.next();
  while (!step.done) step = work.next();
  port.postMessage({kind: 'found', nonce: step.value});
};
port.postMessage({kind: 'ready'});
