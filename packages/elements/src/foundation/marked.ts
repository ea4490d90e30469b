import {html} from 'lit';

/** Text with what a search found in it marked; half-open ranges as in the contract, never HTML. A range that cannot be is left out. */
export function renderMarked(text: string, ranges: readonly (readonly number[])[] = []): unknown[] {
  const parts: unknown[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of ranges) {
    if (start < at || end > text.length || end <= start) continue;
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...parts, text.slice(at)];
}
