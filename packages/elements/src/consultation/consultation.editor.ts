/** Writing one comment, below the article that it is about; a passage can be chosen without selecting anything. */
import {html, nothing, type TemplateResult} from 'lit';
import {COMMENT_LIMITS} from '@zwgk/rules/consultation';
import {icon} from '../foundation/icons.ts';
import {isTooLong, lengthOf, sectionOf, sentencesOf, type Span} from './consultation.logic.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

/** Characters of a sentence by which it is chosen. */
const TEASER = 28;

const keyOf = ({start, end}: Span): string => `${start}-${end}`;

function renderPlace(session: ConsultationWriting): unknown {
  const {t, doc, writing} = session;
  const section = sectionOf(doc, writing?.section);
  if (!section || !writing) return nothing;
  const {span} = writing;
  const sentences = sentencesOf(section);
  const own = span && !sentences.some((each) => keyOf(each) === keyOf(span)) ? [span] : [];
  const spans = [...own, ...sentences];
  if (spans.length === 0) return nothing;
  const teaser = (each: Span): string => {
    const words = [...session.quoteOf({section: section.id, span: each})];
    return words.length > TEASER ? `${words.slice(0, TEASER).join('')}…` : words.join('');
  };
  const choose = ({target}: Event): void => {
    const {value} = target as HTMLSelectElement;
    session.type({span: spans.find((each) => keyOf(each) === value)});
  };
  return html`<div class="field">
    <label class="label" for="about">${t.about}</label>
    <select class="input" id="about" @change=${choose}>
      <option value="" .selected=${!span}>${t.wholeSection}</option>
      ${spans.map((each) => html`<option value=${keyOf(each)} lang="zh-Hans" .selected=${span !== undefined && keyOf(span) === keyOf(each)}>${teaser(each)}</option>`)}
    </select>
  </div>`;
}

function renderField(session: ConsultationWriting): TemplateResult {
  const {t, writing, fault} = session;
  const text = writing?.text ?? '';
  const over = isTooLong(text);
  const name = session.nameOf(writing?.section);
  return html`<div class="field">
    <label class="label" for="comment">${t.yours(name)}</label>
    <p class="help" id="comment-help">${t.help}</p>
    ${fault ? html`<p class="error" id="comment-fault">${icon('alert')}${fault === 'required' ? t.required : t.tooLong}</p>` : nothing}
    <textarea
      class="input"
      id="comment"
      rows="4"
      autocomplete="off"
      aria-describedby="comment-help comment-count${fault ? ' comment-fault' : ''}"
      aria-invalid=${fault || over ? 'true' : nothing}
      .value=${text}
      @input=${({target}: Event) => session.type({text: (target as HTMLTextAreaElement).value})}
    ></textarea>
    <p class="small ${over ? 'over' : 'soft'}" id="comment-count">${t.count(lengthOf(text), COMMENT_LIMITS.text)}</p>
  </div>`;
}

export function renderEditor(session: ConsultationWriting): TemplateResult {
  const {t, writing} = session;
  const quote = writing ? session.quoteOf(writing) : '';
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing && !writing?.text.trim()) session.cancel();
  };
  return html`<div class="editor" role="group" aria-label=${t.yours(session.nameOf(writing?.section))} @keydown=${escape}>
    ${renderPlace(session)} ${quote ? html`<blockquote lang="zh-Hans">${quote}</blockquote>` : nothing} ${renderField(session)}
    <p class="actions">
      <button class="btn secondary" type="button" @click=${() => session.put()}>${writing?.id ? t.change : t.put}</button>
      <button class="btn quiet" type="button" @click=${() => session.cancel()}>${writing?.id ? t.keep : t.drop}</button>
    </p>
  </div>`;
}
