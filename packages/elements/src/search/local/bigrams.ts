/**
 * An index of character pairs in typed arrays: which texts hold a pair. Each pair's rows are written as the steps from
 * one to the next, in one to four bytes: about a byte and a half a pair and text.
 */

const NONE: Uint32Array = new Uint32Array(0);
/** Texts, or pairs, between two chances to pause: well under a millisecond. */
const TEXTS = 64;
const ENTRIES = 1 << 15;

/** By UTF-16 unit: 2 for those that words are made of, halves of a surrogate pair among them; 1 for others; 0 not known yet. */
const KIND = new Uint8Array(0x10000);

function isWord(code: number): boolean {
  if (KIND[code] === 0) KIND[code] = /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) || (code >= 0xd800 && code < 0xe000) ? 2 : 1;
  return KIND[code] === 2;
}

const pairKey = (before: number, code: number): number => ((before << 16) | code) >>> 0;

function atLeast(array: Uint32Array, length: number): Uint32Array {
  if (array.length >= length) return array;
  const larger = new Uint32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** Seven bits of a step in each byte, the lowest first; all but its last byte carry the eighth. */
const bytesOf = (step: number): number => (step < 1 << 7 ? 1 : step < 1 << 14 ? 2 : step < 1 << 21 ? 3 : 4);

/** Numbers the pairs from 1, in the order in which they are met: open addressing, at most half full. */
class Numbers {
  count = 0;
  #keys: Uint32Array = new Uint32Array(1 << 12);
  #slots = new Uint32Array(1 << 13);

  /** The slot that holds the key, or the free one where it would stand. */
  #slotOf(key: number): number {
    const last = this.#slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & last;
    for (let number = this.#slots[slot]!; number !== 0 && this.#keys[number - 1] !== key; number = this.#slots[slot]!)
      slot = (slot + 1) & last;
    return slot;
  }

  /** 0 for a pair that no text holds. */
  find(key: number): number {
    return this.#slots[this.#slotOf(key)]!;
  }

  add(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#slots[slot] !== 0) return this.#slots[slot]!;
    this.#keys = atLeast(this.#keys, this.count + 1);
    this.#keys[this.count] = key;
    this.#slots[slot] = ++this.count;
    if (this.count * 2 > this.#slots.length) this.#rehash();
    return this.count;
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let number = 1; number <= this.count; number++) this.#slots[this.#slotOf(this.#keys[number - 1]!)] = number;
  }
}

export class BigramIndex {
  readonly #numbers = new Numbers();
  /** The steps of pair `n` stand from `#starts[n]` to `#starts[n + 1]`. */
  #starts = NONE;
  #steps = new Uint8Array(0);
  /** While building: the different pairs of each text, one text after the other, in parts that never move. */
  #stream: Uint32Array[] = [];
  #length = 0;
  /** While building: by pair, the last text that held it (from 1), and the bytes of its steps. */
  #last = NONE;
  #sizes = NONE;

  /** Takes folded texts; text `i` becomes row `i`. The generator pauses often. */
  *build(texts: readonly string[]): Generator<undefined, void> {
    const ends = new Uint32Array(texts.length);
    for (const [row, text] of texts.entries()) {
      this.#read(text, row + 1);
      ends[row] = this.#length;
      if (row % TEXTS === 0) yield;
    }
    yield* this.#sort(ends);
    this.#stream = [];
    this.#last = this.#sizes = NONE;
  }

  #read(text: string, mark: number): void {
    let before = -1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (!isWord(code)) before = -1;
      else {
        if (before >= 0) this.#count(this.#numbers.add(pairKey(before, code)), mark);
        before = code;
      }
    }
  }

  #count(pair: number, mark: number): void {
    if (pair >= this.#last.length) {
      this.#last = atLeast(this.#last, Math.max(1 << 12, pair + 1));
      this.#sizes = atLeast(this.#sizes, this.#last.length);
    }
    if (this.#last[pair] === mark) return;
    this.#sizes[pair]! += bytesOf(mark - this.#last[pair]!);
    this.#last[pair] = mark;
    const at = this.#length++ % ENTRIES;
    if (at === 0) this.#stream.push(new Uint32Array(ENTRIES));
    this.#stream.at(-1)![at] = pair;
  }

  /** Puts the pairs of the stream in order, by counting. */
  *#sort(ends: Uint32Array): Generator<undefined, void> {
    const {count} = this.#numbers;
    this.#starts = new Uint32Array(count + 2);
    for (let pair = 1; pair <= count; pair++) this.#starts[pair + 1] = this.#starts[pair]! + this.#sizes[pair]!;
    const next = this.#starts.slice();
    this.#steps = new Uint8Array(this.#starts[count + 1]!);
    this.#last.fill(0);
    yield;
    let [row, i] = [0, 0];
    for (const part of this.#stream) {
      for (let at = 0; at < ENTRIES && i < this.#length; at++, i++) {
        while (ends[row]! <= i) row++;
        const pair = part[at]!;
        let step = row + 1 - this.#last[pair]!;
        this.#last[pair] = row + 1;
        for (; step > 0x7f; step >>>= 7) this.#steps[next[pair]!++] = (step & 0x7f) | 0x80;
        this.#steps[next[pair]!++] = step;
      }
      yield;
    }
  }

  /** Rows of the texts that hold these two characters beside each other, ascending. */
  rows(pair: string): Uint32Array {
    const number = this.#numbers.find(pairKey(pair.charCodeAt(0), pair.charCodeAt(1)));
    if (number === 0) return NONE;
    const [from, to] = [this.#starts[number]!, this.#starts[number + 1]!];
    const rows = new Uint32Array(to - from);
    let [count, row] = [0, -1];
    for (let at = from; at < to; at++) {
      let byte = this.#steps[at]!;
      let step = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) step |= ((byte = this.#steps[++at]!) & 0x7f) << shift;
      rows[count++] = row += step;
    }
    return rows.subarray(0, count);
  }
}
