/** What is said about passages elsewhere: one button in the margin of each section that has any; and what can be done there. */
import {html, nothing} from 'lit';
import type {DetailsStrings} from './document.details.strings.ts';
import type {DocumentMarkDetail} from './document.events.ts';
import type {DocumentHost} from './document.host.ts';
import {documentIcon} from './document.icons.ts';
import type {DocumentMark} from './document.logic.ts';

/** Marks by the section that they stand at, in the given order. */
export function bySection(marks: readonly DocumentMark[]): Map<string, DocumentMark[]> {
  const found = new Map<string, DocumentMark[]>();
  for (const mark of marks) found.set(mark.section, [...(found.get(mark.section) ?? []), mark]);
  return found;
}

export class DocumentMarks {
  readonly #host: DocumentHost;
  readonly #t: () => DetailsStrings;
  #marks: readonly DocumentMark[] = [];
  #found = new Map<string, DocumentMark[]>();

  constructor(host: DocumentHost, t: () => DetailsStrings) {
    this.#host = host;
    this.#t = t;
  }

  render(section: string): unknown {
    if (this.#marks !== this.#host.marks) {
      this.#marks = this.#host.marks;
      this.#found = bySection(this.#marks);
    }
    const all = this.#found.get(section) ?? [];
    const actions = all.filter(({action}) => action);
    return html`${this.#renderSaid(
      section,
      all.filter(({action}) => !action),
    )}
    ${actions.map((mark) => this.#renderAction(mark))}${actions.length > 0 ? html`<slot name=${section}></slot>` : nothing}`;
  }

  #renderAction({id, section, action, label}: DocumentMark): unknown {
    const press = (): void => this.#host.emit<DocumentMarkDetail>('zwgk-document-mark', {ids: [id], section});
    return html`<p class="act no-print" data-zwgk-skip>
      <button class="btn quiet" type="button" @click=${press}>${documentIcon('comment')}${action}<span class="sr">${label}</span></button>
    </p>`;
  }

  #renderSaid(section: string, marks: readonly DocumentMark[]): unknown {
    if (marks.length === 0) return nothing;
    const t = this.#t();
    const ids = marks.map(({id}) => id);
    const press = (): void => this.#host.emit<DocumentMarkDetail>('zwgk-document-mark', {ids, section});
    const name = t.marks(marks.map(({label}) => label));
    return html`<button class="gutter no-print" type="button" data-zwgk-skip aria-label=${name} @click=${press}>
      ${documentIcon('comment')}<span>${marks.length}</span> <span class="w">${t.marked}</span>
    </button>`;
  }
}
