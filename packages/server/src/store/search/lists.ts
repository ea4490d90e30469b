/** Ascending lists of rows. */

/** The `count` heads with the highest values, in order; by buckets, since sorting everything costs more than the search. */
export function highest(heads: Uint32Array, values: Float32Array, count: number): {head: number; base: number}[] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? 1023 / (most - least) : 0;
  const buckets = new Uint32Array(1024);
  for (const value of values) buckets[Math.floor((value - least) * scale)]!++;
  let cut = 1023;
  for (let sum = buckets[cut]!; sum < count && cut > 0; sum += buckets[cut]!) cut--;
  const chosen: {head: number; base: number}[] = [];
  for (const [i, value] of values.entries()) if (Math.floor((value - least) * scale) >= cut) chosen.push({head: heads[i]!, base: value});
  return chosen.sort((a, b) => b.base - a.base || b.head - a.head).slice(0, count);
}

/** Numbers in all the ascending lists, the shortest list first. */
export function common(lists: readonly Uint32Array[]): Uint32Array {
  const [first, ...others] = [...lists].sort((a, b) => a.length - b.length);
  let rows = first ?? new Uint32Array(0);
  for (const other of others) {
    const kept = new Uint32Array(rows.length);
    let count = 0;
    let at = 0;
    for (const row of rows) {
      // Leaps that double, then the last leap by halves: the other list may be a hundred times longer.
      let leap = 1;
      while (at + leap < other.length && other[at + leap]! < row) leap *= 2;
      let [low, high] = [at, Math.min(other.length, at + leap + 1)];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (other[middle]! < row) low = middle + 1;
        else high = middle;
      }
      at = low;
      if (other[at] === row) kept[count++] = row;
    }
    rows = kept.subarray(0, count);
    if (count === 0) break;
  }
  return rows;
}
