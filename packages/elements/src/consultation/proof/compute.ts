/** Computes a proof of work: in a worker, or on the page in slices where none may run. */
import type {ProofRequest} from '@zwgk/contract';
import {startWorker} from '../../foundation/start-worker.ts';
import type {FromProof} from './proof.worker.ts';

// By the name that bundlers look for beside the worker's address.
const Worker = globalThis.Worker as typeof globalThis.Worker;

/** The build of the SDK puts the worker's own file here. */
const startProof = (): Promise<Worker | undefined> =>
  startWorker(() => new Worker(new URL('./proof.worker.ts', import.meta.url), {type: 'module', name: 'zwgk-proof'}));

/** `undefined` when the worker died, as workers of phones that run out of memory do, or the signal was aborted. */
async function inWorker(request: ProofRequest, signal: AbortSignal, told: (tried: number) => void): Promise<number | undefined> {
  const worker = await startProof();
  const nonce = await new Promise<number | undefined>((resolve) => {
    if (!worker || signal.aborted) return resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), {once: true});
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    worker.onmessage = ({data}: MessageEvent<FromProof>) => {
      if (data.kind === 'tried') told(data.tried);
      else if (data.kind === 'found') resolve(data.nonce);
    };
    worker.postMessage(request);
  });
  worker?.terminate();
  return nonce;
}

/** @param told How many were tried. @returns the nonce; `undefined` when the signal was aborted. */
export async function compute(request: ProofRequest, signal: AbortSignal, told: (tried: number) => void): Promise<number | undefined> {
  const found = await inWorker(request, signal, told);
  if (found !== undefined || signal.aborted) return found;
  const [{inSlices}, {findNonce}] = await Promise.all([import('../../foundation/in-slices.ts'), import('./find-nonce.ts')]);
  return inSlices(findNonce(request.challenge, request.bits, told), signal);
}
