/** Text with what a search found in it marked; ranges as in the contract, never HTML. */
import {html} from 'lit';

type Ranges = readonly (readonly number[])[];

/** Text in parts, those inside the half-open ranges marked. */
export function markedParts(text: string, ranges: Ranges = []): {text: string; hit: boolean}[] {
  const parts: {text: string; hit: boolean}[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of ranges) {
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) parts.push({text: text.slice(at, start), hit: false});
    parts.push({text: text.slice(start, end), hit: true});
    at = end;
  }
  if (at < text.length) parts.push({text: text.slice(at), hit: false});
  return parts;
}

export const renderMarked = (text: string, ranges?: Ranges): unknown[] =>
  markedParts(text, ranges).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));
