/** The box: a form that works by itself; suggestions join it when the reader comes near. */
import {html, nothing, type TemplateResult} from 'lit';
import {SEARCH_TEXT_MAX} from '@zwgk/contract';
import {icon} from '../foundation/icons.ts';
import {roomIn} from './search.logic.ts';
import type {SearchStrings} from './search.strings.ts';
import type {SearchSuggestions} from './search.suggestions.ts';

/** Room left from which on the reader is told how much there is. */
const NEAR = 10;

export interface Box {
  readonly t: SearchStrings;
  /** Words that the results stand for: what a change of them puts into the field. */
  readonly q: string;
  /** Words in the field now. */
  readonly draft: string;
  /** One line without a help text, as in a page's header. */
  readonly compact: boolean;
  readonly suggestions: SearchSuggestions | undefined;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onInput: (event: Event) => void;
  readonly onCompose: () => void;
  readonly onNear: (event: Event) => void;
}

/** How much room is left, when it gets short; what to do, when there is none. */
function renderRoom({t, draft}: Box): unknown {
  const room = roomIn(draft);
  if (room < 0) return html`<p class="error" id="room">${icon('alert')}<span>${t.tooLong(SEARCH_TEXT_MAX, -room)}</span></p>`;
  return room <= NEAR ? html`<p class="help small" id="room">${t.left(room)}</p>` : nothing;
}

/** The field, in the words of an editable combobox with a listbox popup (ARIA APG). */
function renderField(box: Box, described: string): TemplateResult {
  const {t, suggestions} = box;
  return html`<input
    class="input"
    id="q"
    name="q"
    type="search"
    role="combobox"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    enterkeyhint="search"
    placeholder=${box.compact ? t.label : nothing}
    aria-labelledby="q-label"
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-expanded=${suggestions?.isOpen ? 'true' : 'false'}
    aria-controls=${suggestions?.isOpen ? 'suggestions' : nothing}
    aria-activedescendant=${suggestions?.active || nothing}
    aria-describedby=${described || nothing}
    aria-invalid=${roomIn(box.draft) < 0 ? 'true' : nothing}
    .value=${box.q}
    @input=${box.onInput}
    @keydown=${suggestions?.onKey}
    @pointerdown=${box.onNear}
    @compositionstart=${box.onCompose}
    @compositionend=${box.onInput}
  />`;
}

export function renderBox(box: Box): TemplateResult {
  const {t, suggestions, compact} = box;
  const help = compact ? '' : 'q-help';
  const described = roomIn(box.draft) <= NEAR ? `${help} room`.trim() : help;
  return html`<form role="search" aria-labelledby="q-label" class="no-print ${compact ? 'compact' : ''}" part="box" @submit=${box.onSubmit}>
    <label class=${compact ? 'sr' : 'label'} id="q-label" for="q">${t.label}</label>
    ${compact ? nothing : html`<p class="help" id="q-help">${t.help}</p>`}
    <div class="searchrow">
      <div class="combo" @focusin=${box.onNear} @focusout=${suggestions?.onLeave}>
        ${renderField(box, described)}${suggestions?.render()}
      </div>
      <button class="btn">${icon('search')}<span class="go">${t.button}</span></button>
    </div>
    ${renderRoom(box)}
  </form>`;
}

/** Room of the height that results will have. */
export const renderSkeleton = (label: string): TemplateResult =>
  html`<p class="soft waiting">${label}</p>
    <div class="skeleton" aria-hidden="true">
      ${[0, 1, 2, 3].map(() => html`<div><span class="sk w30"></span><span class="sk w60"></span><span class="sk w90"></span></div>`)}
    </div>`;
