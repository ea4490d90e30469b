/** Long work on the page itself, in slices between which the page can draw and listen. */

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
export async function inSlices<T>(
  work: Generator<undefined, T>,
  signal?: AbortSignal,
  told?: (ms: number) => void,
): Promise<T | undefined> {
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
