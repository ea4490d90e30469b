/**
 * Whether a request was sent from this device and not yet answered, for the first view: it reads what `KeyedSend` keeps
 * without bringing that along.
 */
const DAY = 86_400_000;

/** Name under which `KeyedSend` keeps this backend's key. */
export const pendingName = (endpoint: string): string => `zwgk-application-pending:${endpoint}`;

/** The key of this backend's unanswered request, if there is one of today. */
export function pendingKey(endpoint: string, now = Date.now()): string | undefined {
  try {
    const [key, at] = (localStorage.getItem(pendingName(endpoint)) ?? '').split(' ');
    return key && /^[\w-]{22}$/.test(key) && Math.abs(now - Number(at)) < DAY ? key : undefined;
  } catch {
    return undefined;
  }
}
