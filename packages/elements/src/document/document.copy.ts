/** What is copied from a document says where it is from. */
import {formatDate} from '../foundation/format.ts';
import {TextIndex} from '../foundation/passages.ts';
import type {DocumentHost} from './document.host.ts';
import {citation} from './document.logic.ts';

/** Characters from which a copy is a quotation: a number or a name is copied as it is. */
const QUOTATION = 20;
const NOT_COPIED = '.gutter, .act, .note';

type Composed = Selection & {getComposedRanges?(options: {shadowRoots: ShadowRoot[]}): StaticRange[]};

/** What is selected inside a shadow root; a selection is hidden from the page there. */
export function selectedIn(root: ShadowRoot): Range | undefined {
  const found = (getSelection() as Composed | null)?.getComposedRanges?.({shadowRoots: [root]})[0];
  if (!found || !root.contains(found.startContainer) || !root.contains(found.endContainer)) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** Puts the selected text with its citation and address into the clipboard, as text and with its tables and lists. */
export function copyWithCitation(host: DocumentHost, root: ShadowRoot, event: ClipboardEvent): void {
  const {doc, locale} = host;
  const range = selectedIn(root);
  if (!doc || !range || !event.clipboardData) return;
  const copy = document.createElement('div');
  copy.append(range.cloneContents());
  for (const element of copy.querySelectorAll(NOT_COPIED)) element.remove();
  const {text} = new TextIndex(copy, NOT_COPIED);
  if (text.length < QUOTATION) return;
  const from = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const section = from?.closest('section')?.id;
  const source = `${citation(doc, formatDate(doc.publishedOn, locale))}${section ? host.hrefOf(section) : location.href}`;
  const line = document.createElement('p');
  line.textContent = source;
  copy.append(line);
  event.clipboardData.setData('text/plain', `${text}\n\n${source}`);
  event.clipboardData.setData('text/html', new XMLSerializer().serializeToString(copy));
  event.preventDefault();
}
