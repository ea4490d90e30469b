/**
 * Limit against floods of applications (T18), by agreement: an address may be that of a whole office, or of a network that
 * many households share, so it may send thirty at once, and then one a minute.
 */
export const APPLICATION_BUCKET = {capacity: 30, everyMs: 60_000} as const;
