/** The text of what is rendered, counted as the contract counts (`Anchor`), and the way back from a count to a place. Pure DOM. */

/** Elements that stand on lines of their own: those of a section's text, and those that only host pages hold. */
const LINE =
  /^(?:p|div|h[1-6]|blockquote|pre|hr|br|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|section|article|header|footer|main|aside|nav|address)$/;
const CELL = /^t[dh]$/;
const NO_TEXT = 'script, style, template, noscript, [data-zwgk-skip], [aria-hidden="true"]';

/** A stretch of the text that stands in one text node as it is. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly node: Text;
  readonly offset: number;
}

/**
 * The section text of what is rendered under a node: a line for every paragraph, list item and table row, a tab between
 * cells, white space collapsed, no empty lines. What is marked `data-zwgk-skip` or `aria-hidden` is left out.
 */
export class TextIndex {
  readonly text: string;
  readonly #runs: readonly Run[];

  /** @param skip Selector of what is left out, in place of the usual. */
  constructor(root: Node, skip = NO_TEXT) {
    const reader = new Reader(skip);
    reader.read(root);
    this.text = reader.text;
    this.#runs = reader.runs;
  }

  /** Where characters `start` to `end` of the text stand; `undefined` for what is no such place. */
  range(start: number, end: number): Range | undefined {
    if (!(start >= 0 && start < end && end <= this.text.length)) return undefined;
    const from = this.#runs[this.#firstAfter(start)];
    const to = this.#runs[this.#firstAfter(end - 1, true)];
    if (!from || !to || from.start > to.start) return undefined;
    const range = document.createRange();
    range.setStart(from.node, from.offset + Math.max(0, start - from.start));
    range.setEnd(to.node, to.offset + Math.min(end, to.end) - to.start);
    return range;
  }

  /** Characters of the text that a range covers; `undefined` for none. */
  within(range: Range): {readonly start: number; readonly end: number} | undefined {
    let [start, end] = [-1, -1];
    for (const run of this.#runs) {
      const last = run.offset + run.end - run.start;
      const low = run.node === range.startContainer ? Math.max(run.offset, range.startOffset) : run.offset;
      const high = run.node === range.endContainer ? Math.min(last, range.endOffset) : last;
      if (low >= high || range.comparePoint(run.node, low) !== 0) continue;
      if (start < 0) start = run.start + low - run.offset;
      end = run.start + high - run.offset;
    }
    return start < 0 ? undefined : {start, end};
  }

  /** Index of the run that holds `at`; between two runs the later one, or the earlier one. */
  #firstAfter(at: number, earlier = false): number {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle]!.end > at) high = middle;
      else low = middle + 1;
    }
    return earlier && (this.#runs[low]?.start ?? Infinity) > at ? low - 1 : low;
  }
}

class Reader {
  text = '';
  readonly runs: Run[] = [];
  readonly #skip: string;
  /** What separates the next word from the text so far: a line, cells, or a space and where it stands. */
  #line = false;
  #tabs = '';
  #space: {node: Text; offset: number} | undefined;

  constructor(skip: string) {
    this.#skip = skip;
  }

  read(node: Node): void {
    if (node instanceof Text) return this.#readText(node);
    if (node instanceof Element && node.matches(this.#skip)) return;
    const name = node instanceof Element ? node.localName : '';
    if (LINE.test(name)) this.#line = true;
    for (const child of node.childNodes) this.read(child);
    if (LINE.test(name)) this.#line = true;
    else if (CELL.test(name)) this.#tabs += '\t';
  }

  #readText(node: Text): void {
    for (const {0: word, index} of node.data.matchAll(/\s+|\S+/g)) {
      if (/^\s/.test(word)) this.#space ??= {node, offset: index};
      else this.#put(word, node, index);
    }
  }

  #put(word: string, node: Text, offset: number): void {
    if (this.text && this.#line) this.text += '\n';
    else if (this.text && this.#tabs) this.text += this.#tabs;
    else if (this.text && this.#space) this.#push(' ', this.#space.node, this.#space.offset);
    this.#line = false;
    this.#tabs = '';
    this.#space = undefined;
    this.#push(word, node, offset);
  }

  #push(word: string, node: Text, offset: number): void {
    const start = this.text.length;
    this.text += word;
    this.runs.push({start, end: this.text.length, node, offset});
  }
}
