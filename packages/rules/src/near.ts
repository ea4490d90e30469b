/** Where a text holds a query only roughly: in pieces, or but for one slip of the keyboard. */

/**
 * The longest pieces, from left to right, in which `text` holds `word`, as [start, length] in the word. A piece has at
 * least two characters unless the word is one.
 */
export function pieces(word: string, text: string): [start: number, length: number][] {
  if (text.includes(word)) return [[0, word.length]];
  const found: [number, number][] = [];
  for (let start = 0; start + 2 <= word.length;) {
    let length = 1;
    for (let at = 0; start + length < word.length; length++) {
      at = text.indexOf(word.slice(start, start + length + 1), at);
      if (at < 0) break;
    }
    if (length > 1) found.push([start, length]);
    start += length;
  }
  return found;
}

/**
 * The first part of `text` that differs from `word` by at most one wrong, missing, extra or swapped character;
 * `undefined` where there is none. Both are compared by UTF-16 code unit.
 */
export function nearest(word: string, text: string): {from: number; to: number; distance: number} | undefined {
  const exact = text.indexOf(word);
  if (exact >= 0) return {from: exact, to: exact + word.length, distance: 0};
  const size = word.length + 1;
  // Three rows of the alignment table: how many slips so far, and where in the text the alignment began.
  let [row, last, before] = [new Int32Array(size), new Int32Array(size).map((_, i) => i), new Int32Array(size)];
  let [rowFrom, lastFrom, beforeFrom] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  for (let j = 1; j <= text.length; j++) {
    row[0] = 0;
    rowFrom[0] = j;
    for (let i = 1; i < size; i++) {
      let cost = last[i - 1]! + (word[i - 1] === text[j - 1] ? 0 : 1);
      let from = lastFrom[i - 1]!;
      if (last[i]! + 1 <= cost) [cost, from] = [last[i]! + 1, lastFrom[i]!];
      if (row[i - 1]! + 1 < cost) [cost, from] = [row[i - 1]! + 1, rowFrom[i - 1]!];
      const swapped = i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1];
      if (swapped && before[i - 2]! + 1 < cost) [cost, from] = [before[i - 2]! + 1, beforeFrom[i - 2]!];
      row[i] = cost;
      rowFrom[i] = from;
    }
    if (row[size - 1]! <= 1) return {from: rowFrom[size - 1]!, to: endOf(word, text, rowFrom[size - 1]!, j), distance: 1};
    [row, last, before] = [before, row, last];
    [rowFrom, lastFrom, beforeFrom] = [beforeFrom, rowFrom, lastFrom];
  }
  return undefined;
}

/** A wrong last character looks like a missing one until the next character of the text is taken in. */
function endOf(word: string, text: string, from: number, to: number): number {
  const short = to - from === word.length - 1 && to < text.length && word.startsWith(text.slice(from, to));
  return short ? to + 1 : to;
}
