/** What not every document has: none or more than one interpretation, questions, and explanations of a text that has changed. */
import {css, html, nothing, type TemplateResult} from 'lit';
import type {Question} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {renderOpen, renderProse, type InterpretationHost} from './interpretation.host.ts';
import {audiencesOf, marksOf, type Lost, type Note, type Reading} from './interpretation.logic.ts';
import {zhHansMore} from './interpretation.more.strings.ts';
import {renderSection} from './interpretation.parts.ts';
import type {EveryString} from './interpretation.strings.ts';

export const stringsOf = ({t}: Pick<InterpretationHost, 't'>): EveryString => ({...zhHansMore, ...t});

/** Whose duty it is (R4.1) and until when (R4.4), as long as it is not done. */
export function renderDuty(host: InterpretationHost): unknown {
  const t = stringsOf(host);
  const {status, responsible, basis, dueOn, estimated} = host.view.answer.duty;
  const words = t.open[status];
  if (!words) return nothing;
  const isLate = status === 'overdue';
  return html`<p class="duty">
    <span class="badge ${isLate ? 'attention' : ''}"
      >${icon(isLate ? 'alert' : 'clock')}<span
        >${words(dueOn ? formatDate(dueOn, host.locale) : '')}${estimated ? t.estimated : ''}</span
      ></span
    >
    <span>${t.who(responsible, t.duties[basis]!)}</span>
  </p>`;
}

/** Every time that the document was explained, in order (R4.6); a single one needs no timeline. */
export function renderTimes(host: InterpretationHost): unknown {
  const {view, readings} = host;
  const t = stringsOf(host);
  if (view.readings.length < 2) return nothing;
  return html`<nav class="times no-print" aria-label=${t.times}>
    ${renderAudience(host)}
    <ol>
      ${readings.map((reading) => renderTime(host, reading))}
    </ol>
  </nav>`;
}

function renderTime(host: InterpretationHost, reading: Reading): TemplateResult {
  const t = stringsOf(host);
  const {phase, publishedOn, title, forms} = reading.item;
  const isHere = reading === host.reading;
  return html`<li class=${isHere ? 'here' : ''}>
    <p class="small">
      <strong>${t.phases[phase]}</strong> <span class="soft"><span class="nowrap">${formatDate(publishedOn, host.locale)}</span></span>
    </p>
    ${renderOpen(host, reading, undefined, html`<span lang="zh-Hans">${title}</span>`)}
    <p class="small soft">${forms.map((form) => t.forms[form]).join(' · ')}${isHere ? html` · <strong>${t.shown}</strong>` : nothing}</p>
  </li>`;
}

/** Whom the reader is (R4.9): what was written for others steps aside. */
function renderAudience(host: InterpretationHost): unknown {
  const audiences = audiencesOf(host.view.answer.items);
  if (audiences.length === 0) return nothing;
  const choose = (event: Event): void => host.choose((event.target as HTMLSelectElement).value);
  const t = stringsOf(host);
  return html`<label class="audience"
    >${t.audience}
    <select class="input" @change=${choose}>
      ${['', ...audiences].map((name) => html`<option value=${name} .selected=${name === host.audience}>${name || t.everyone}</option>`)}
    </select></label
  >`;
}

/** Other explanations of the same sections: a mark in the margin may stand for several. */
export function renderAlso(host: InterpretationHost, note: Note): unknown {
  const others = new Map(
    [...marksOf(host.readings).values()]
      .filter((mark) => mark.note.id !== note.id && note.places.some(({section}) => section === mark.place.section))
      .map((mark) => [mark.note.id, mark]),
  );
  if (others.size === 0) return nothing;
  const t = stringsOf(host);
  return html`<ul class="also no-print">
    ${[...others.values()].map(({reading, part, note}) => {
      const title = reading === host.reading ? host.titleOf(part) : `${host.titleOf(part)}，${reading.item.title}`;
      return html`<li>${renderOpen(host, reading, part.key, t.also(title), note)}</li>`;
    })}
  </ul>`;
}

export function renderQuestions(host: InterpretationHost, questions: readonly Question[]): unknown {
  if (questions.length === 0) return nothing;
  const list = questions.map(
    ({question, answer}) =>
      html`<details class="disclose" lang="zh-Hans">
        <summary>${icon('chevron')}<span class="t">${question}</span></summary>
        <div class="answer">${renderProse(host, answer)}</div>
      </details>`,
  );
  return renderSection(host, {key: 'questions', title: host.t.questions}, html`<div>${list}</div>`);
}

/** Explanations whose passage is no longer in the document: shown with the words of then, at no place of now. */
export function renderLost(host: InterpretationHost, lost: readonly Lost[]): unknown {
  if (lost.length === 0) return nothing;
  const t = stringsOf(host);
  const list = lost.map(
    ({quotes, blocks, part}) =>
      html`<li>
        <div lang="zh-Hans">${quotes.map((quote) => (quote ? html`<blockquote>${quote}</blockquote>` : nothing))}</div>
        ${
          blocks.length > 0
            ? html`<details class="disclose">
                <summary>${icon('chevron')}<span class="t">${t.changedFrom(host.titleOf(part))}</span></summary>
                <div class="answer" lang="zh-Hans">${renderProse(host, blocks)}</div>
              </details>`
            : html`<p class="small soft">${t.stillThere}</p>`
        }
      </li>`,
  );
  const help = html`<p class="badge attention">${icon('alert')}<span>${t.changedHelp}</span></p>`;
  return renderSection(
    host,
    {key: 'changed', title: t.changed},
    html`${help}
      <ul class="lost">
        ${list}
      </ul>`,
  );
}

/** A document that nothing explains yet: what to do meanwhile. */
export function renderNone(host: InterpretationHost, hotline: string, fallback: unknown): TemplateResult {
  const t = stringsOf(host);
  return html`<div class="state">
    ${icon('clock')}
    <div>
      <p class="h3">${t.none}</p>
      <p>${t.noneHelp}</p>
      ${fallback}
      <p>${hotline}</p>
    </div>
  </div>`;
}

export const moreStyles = css`
  .heading .duty {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-5);
    margin-block-start: var(--zwgk-space-2);
    font-weight: 600;
    color: inherit;
  }
  .html :is(ul, ol) {
    padding-inline-start: 2em;
    list-style: revert;
  }
  .html {
    overflow-x: auto;
  }
  .answer {
    padding: var(--zwgk-space-1) 0 var(--zwgk-space-3) var(--zwgk-space-4);
    border-inline-start: 3px solid var(--zwgk-color-line);
  }
  :is(.prose, .html) + .html,
  .html + .prose,
  .html > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .html table {
    border-collapse: collapse;
  }
  .html :is(td, th) {
    border: 1px solid var(--zwgk-color-line-control);
    padding: 4px 8px;
    text-align: start;
    vertical-align: top;
  }
  .html img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .times ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .times li {
    position: relative;
    padding: 0 0 var(--zwgk-space-3) var(--zwgk-space-6);
    border-inline-start: 2px solid var(--zwgk-color-line);
    margin-inline-start: 7px;
  }
  .times li::before {
    content: '';
    position: absolute;
    inset: 0.45em auto auto -8px;
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid var(--zwgk-color-accent-text);
    border-radius: 50%;
    background: var(--zwgk-color-surface);
  }
  .times li.here::before {
    background: var(--zwgk-color-accent-text);
    box-shadow: inset 0 0 0 2px var(--zwgk-color-surface);
  }
  .times .go {
    text-wrap: balance;
  }
  .times .here .go {
    font-weight: 600;
  }
  .audience {
    display: flex;
    align-items: center;
    gap: var(--zwgk-space-3);
    margin-block-end: var(--zwgk-space-3);
  }
  .audience .input {
    inline-size: auto;
    max-inline-size: 100%;
  }
  .lost li {
    padding-block: var(--zwgk-space-3);
  }
  @container zwgk (min-width: 640px) {
    .root:not([data-density='elder']) .times ol {
      grid-template-columns: repeat(auto-fill, minmax(230px, 1fr));
      row-gap: var(--zwgk-space-4);
    }
    .root:not([data-density='elder']) .times li {
      padding: var(--zwgk-space-4) var(--zwgk-space-4) 0 0;
      margin: 7px 0 0;
      border-inline-start: 0;
      border-block-start: 2px solid var(--zwgk-color-line);
    }
    .root:not([data-density='elder']) .times li::before {
      inset: -8px auto auto 0;
    }
  }
`;
