import {html, nothing, type TemplateResult} from 'lit';
import type {ProseBlock} from '@zwgk/contract';
import type {Locale} from '../foundation/host-context.ts';
import type {InterpretationView} from './interpretation.controller.ts';
import type {Note, Part, Place, Reading} from './interpretation.logic.ts';
import type {InterpretationStrings} from './interpretation.strings.ts';

/** A mark in the margin of the document: at a section, for what it explains there. */
export interface SourceMark {
  readonly id: string;
  readonly section: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** What the mark leads to. */
  readonly label: string;
}
/** Where the document is read: `<zwgk-document>`, or the article of the host page. */
export interface Source {
  marks: readonly SourceMark[];
  /** Scrolls to a passage and lights it up; answers whether it is there. */
  show(section: string, start?: number, end?: number, options?: {readonly focus?: boolean}): boolean;
}

/** What the templates need of the element: its state to read, and the few things they can ask for. */
export interface InterpretationHost {
  readonly t: InterpretationStrings;
  readonly locale: Locale;
  readonly view: InterpretationView;
  /** Those for the chosen audience, in order of time. */
  readonly readings: readonly Reading[];
  /** The one that is open. */
  readonly reading: Reading | undefined;
  /** The explanation that the reader is at. */
  readonly note: string;
  readonly audience: string;
  readonly hasPanes: boolean;
  /** Whether marks stand beside the document. */
  readonly hasMarks: boolean;
  readonly headingLevel: number;
  readonly demoMark: string;
  /** Address that relative addresses of the data belong to. */
  readonly base: string;
  /** What a section of the document is called; empty until the document is there. */
  nameOf(section: string): string;
  titleOf(part: Part): string;
  /** Address of such a view; `undefined` when the page's address is not to be touched. */
  hrefOf(reading: Reading, part?: string): string | undefined;
  /** Shows an interpretation, a part of it, or one explanation there, with the focus on it. */
  open(reading: Reading, part?: string, note?: Note): void;
  /** Shows a passage of the document, with the focus on it. */
  see(note: Note, place: Place): void;
  /** Shows the document from its top. */
  seeDocument(): void;
  choose(audience: string): void;
}

/** A click that the browser should handle itself: a new tab, a download. */
const isPlain = (event: MouseEvent): boolean => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Goes somewhere inside the widget: a real link where the address follows, else a button. */
export function renderOpen(
  host: InterpretationHost,
  reading: Reading,
  part: string | undefined,
  content: unknown,
  note?: Note,
): TemplateResult {
  const href = host.hrefOf(reading, part);
  const go = (): void => host.open(reading, part, note);
  if (href === undefined) return html`<button type="button" class="btn quiet go" @click=${go}>${content}</button>`;
  const follow = (event: MouseEvent): void => {
    if (!isPlain(event)) return;
    event.preventDefault();
    go();
  };
  return html`<a class="go" href=${href} @click=${follow}>${content}</a>`;
}

/** Words of an interpretation; HTML only through the sanitiser. */
export const renderProse = ({view, base}: InterpretationHost, blocks: readonly ProseBlock[]): unknown =>
  blocks.map((block) =>
    'text' in block
      ? html`<p class="prose">${block.text}</p>`
      : html`<div class="html">${view.sanitise?.(block.html, base) ?? nothing}</div>`,
  );

/** Gives the focus to a place and scrolls it to the top of its pane, else of the page; what a head of the page would hide needs a file of its own. */
export async function goTo(place: HTMLElement, pane: Element | false | null): Promise<void> {
  place.focus({preventScroll: true});
  if (pane) {
    pane.scrollTop += place.getBoundingClientRect().top - pane.getBoundingClientRect().top - 8;
    pane.scrollIntoView({block: 'nearest'});
  } else place.scrollIntoView();
  const loaded = await import('../foundation/uncover.ts').catch(() => undefined);
  loaded?.uncover(place);
}
