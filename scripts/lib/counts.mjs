/** Counts of tests, and the one line that says them. */

export const noCounts = () => ({passed: 0, failed: 0, skipped: 0});

/** Adds `more` to `counts` in place. */
export function add(counts, more) {
  for (const key of ['passed', 'failed', 'skipped']) counts[key] += more[key];
  return counts;
}

/** `12 passed, 0 failed` and, when any was skipped, `, 3 skipped`. */
export const countsLine = ({passed, failed, skipped}) => `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
