/** The draft, shown by `<zwgk-document>`, with a way to comment at each of its sections. */
import type {DocumentDetail} from '@zwgk/contract';
import {commentable, nameOf} from './consultation.logic.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

/** What `<zwgk-document>` is asked for; it is defined by the loader, not by this slice. */
interface DraftElement extends HTMLElement {
  marks: readonly {readonly id: string; readonly section: string; readonly label: string; readonly action: string}[];
  show?(section: string, start?: number, end?: number, options?: {readonly focus?: boolean}): boolean;
}

export class DraftText {
  doc: DocumentDetail | undefined;
  readonly #session: ConsultationWriting;
  readonly #element = document.createElement('zwgk-document') as DraftElement;
  #drawn = '';

  /** @param box What is shown below the section that it is slotted to. */
  constructor(session: ConsultationWriting, box: HTMLElement) {
    this.#session = session;
    this.#element.toggleAttribute('compact', true);
    this.#element.append(box);
    this.#element.addEventListener('zwgk-document-ready', ({detail}) => {
      this.doc = detail.document;
      session.host.requestUpdate();
    });
    this.#element.addEventListener('zwgk-document-mark', ({detail}) => session.write({section: detail.section, text: ''}));
    this.#element.addEventListener('zwgk-document-passage', ({detail: {passage}}) => {
      session.passage = passage && {section: passage.section, span: {start: passage.start, end: passage.end}, text: passage.text};
      session.host.requestUpdate();
    });
    for (const type of ['ready', 'error', 'mark', 'passage', 'open'])
      this.#element.addEventListener(`zwgk-document-${type}`, (event) => event.stopPropagation());
  }

  show(section: string): void {
    this.#element.show?.(section, undefined, undefined, {focus: true});
  }

  /** The marks follow what is written; a long text is drawn again only when they change. */
  updated(): void {
    const {doc} = this;
    const {t, isOpen, entries} = this.#session;
    const counts = new Map<string, number>();
    for (const {section = ''} of entries) counts.set(section, (counts.get(section) ?? 0) + 1);
    const key = JSON.stringify([doc?.id, doc?.version, isOpen, t.comment, [...counts]]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#element.marks = (doc && isOpen ? commentable(doc) : []).map((section) => ({
      id: section.id,
      section: section.id,
      action: counts.has(section.id) ? t.commentAgain(counts.get(section.id)!) : t.comment,
      label: `${t.colon}${nameOf(section, '')}`,
    }));
  }

  render(): HTMLElement {
    const {host, consultation} = this.#session.page;
    const attributes = {
      'document-id': consultation.draft.document,
      'document-href': host.documentHref,
      endpoint: host.client?.endpoint ?? '',
      'heading-level': String(Math.min(host.headingLevel + 1, 6)),
    };
    for (const [name, value] of Object.entries(attributes))
      if (this.#element.getAttribute(name) !== value) this.#element.setAttribute(name, value);
    return this.#element;
  }
}
