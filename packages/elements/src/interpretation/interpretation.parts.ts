/** The explanations themselves: facets in their order, each after the words that it explains. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../foundation/icons.ts';
import {renderOpen, renderProse, type InterpretationHost} from './interpretation.host.ts';
import {type Note, type Part, type Place, type Reading} from './interpretation.logic.ts';

/** One thing in the table of contents. */
interface Entry {
  readonly key: string;
  readonly title: string;
}

/** What can be gone to: facets, pictures and sound, questions, and the passages that have changed. */
function entriesOf(host: InterpretationHost, {item, parts, lost}: Reading): Entry[] {
  const {t} = host;
  return [
    ...(item.media.length > 0 ? [{key: 'media', title: t.media}] : []),
    ...parts.map((part) => ({key: part.key, title: host.titleOf(part)})),
    ...(item.questions.length > 0 ? [{key: 'questions', title: t.questions}] : []),
    ...(lost.length > 0 ? [{key: 'changed', title: t.changed}] : []),
  ];
}

/** Table of contents: open beside the document, folded where the column is narrow. */
export function renderContents(host: InterpretationHost, reading: Reading): unknown {
  const entries = entriesOf(host, reading);
  if (entries.length < 2) return nothing;
  const title = host.t.parts(entries.length);
  return html`<nav class="contents no-print" aria-label=${title}>
    <details class="disclose" ?open=${host.hasPanes}>
      <summary>${icon('chevron')}<span class="t">${title}</span></summary>
      <ul>
        ${entries.map(({key, title}) => html`<li>${renderOpen(host, reading, key, title)}</li>`)}
      </ul>
    </details>
  </nav>`;
}

/** A part with a heading that the focus can go to. */
export function renderSection(host: InterpretationHost, {key, title}: Entry, content: unknown, kind?: string): TemplateResult {
  return html`<section class="part" id="part-${key}" tabindex="-1" aria-labelledby="title-${key}">
    ${kind ? html`<p class="small soft">${kind}</p>` : nothing}
    <h4 class="h3" id="title-${key}" aria-level=${Math.min(host.headingLevel + 2, 6)}>${title}</h4>
    ${content}
  </section>`;
}

export function renderParts(host: InterpretationHost, reading: Reading): unknown {
  const {t, view} = host;
  return reading.parts.map((part) =>
    renderSection(
      host,
      {key: part.key, title: host.titleOf(part)},
      html`${part.notes.map((note) => renderNote(host, part, note))}
      ${part.changes.length > 0 ? view.comparison?.renderChanges(t.change, part.changes) : nothing}`,
      part.heading && t.kinds[part.kind],
    ),
  );
}

/** An explanation after the words that it explains. */
function renderNote(host: InterpretationHost, part: Part, note: Note): TemplateResult {
  const isHere = note.id === host.note;
  return html`<div
    class="note ${isHere ? 'here' : ''}"
    id=${note.id}
    role="group"
    tabindex="-1"
    aria-label=${host.titleOf(part)}
    aria-current=${isHere ? 'true' : nothing}
  >
    ${note.places.map((place) => renderPlace(host, note, place))}
    <div lang="zh-Hans">${renderProse(host, note.blocks)}</div>
    ${isHere ? host.view.more?.renderAlso(host, note) : nothing}
  </div>`;
}

function renderPlace(host: InterpretationHost, note: Note, place: Place): TemplateResult {
  const {t} = host;
  return html`<div class="place">
    ${place.quote ? html`<blockquote lang="zh-Hans">${place.quote}</blockquote>` : nothing}
    ${t.states[place.state] ? html`<p class="small soft">${t.states[place.state]}</p>` : nothing}
    ${
      host.view.article?.has(place.section, place.start, place.end) === false
        ? html`<p class="small soft">${t.elsewhere}</p>`
        : html`<button type="button" class="btn quiet go no-print" @click=${() => host.see(note, place)}>
            ${icon('file')}<span>${t.see}<span lang="zh-Hans">${host.nameOf(place.section)}</span></span>
          </button>`
    }
  </div>`;
}
