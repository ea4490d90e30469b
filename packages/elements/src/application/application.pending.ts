/**
 * The key of a request that was sent and not yet answered, on this device: nothing personal. After a crash it tells whether
 * the request landed. Every access to storage may be refused: then the key lives as long as the page.
 */
const DAY = 86_400_000;
const nameOf = (endpoint: string): string => `zwgk-application-pending:${endpoint}`;

/** The key of this backend's unanswered request, if there is one of today. */
export function pendingKey(endpoint: string, now = Date.now()): string | undefined {
  try {
    const [key, at] = (localStorage.getItem(nameOf(endpoint)) ?? '').split(' ');
    return key && /^[\w-]{22}$/.test(key) && Math.abs(now - Number(at)) < DAY ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the key, or forgets it. */
export function keepPending(endpoint: string, key: string | undefined): void {
  try {
    if (key) localStorage.setItem(nameOf(endpoint), `${key} ${Date.now()}`);
    else localStorage.removeItem(nameOf(endpoint));
  } catch {
    // Refused or full: the key is in memory.
  }
}
