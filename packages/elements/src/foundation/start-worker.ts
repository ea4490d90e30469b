/** Milliseconds after which a worker that has not spoken counts as refused. */
const PATIENCE = 5000;

/**
 * A worker whose script runs, which it says with its first message; `undefined` where none can be had: the SDK is of another
 * origin, the page's policy has no `worker-src 'self'`, the browser is too old.
 */
export function startWorker(make: () => Worker): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = make();
      const refuse = (event?: Event): void => {
        event?.preventDefault();
        worker.terminate();
        resolve(undefined);
      };
      const timer = setTimeout(refuse, PATIENCE);
      worker.onerror = refuse;
      worker.onmessage = () => {
        clearTimeout(timer);
        resolve(worker);
      };
    } catch {
      resolve(undefined);
    }
  });
}
