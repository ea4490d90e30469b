/** What stands above the explanations: the document, who explains it by when, and who speaks. */
import {html, nothing, type TemplateResult} from 'lit';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import type {InterpretationHost} from './interpretation.host.ts';
import type {Reading} from './interpretation.logic.ts';

const date = (host: InterpretationHost, day: string): TemplateResult => html`<span class="nowrap">${formatDate(day, host.locale)}</span>`;

/** Whether the explanation came in time, and how soon after the document (R4.4). */
function renderDone({t, view, locale}: InterpretationHost): TemplateResult {
  const {status, dueOn, minutesAfter} = view.answer.duty;
  const after = minutesAfter === undefined ? '' : t.after(minutesAfter);
  return html`<span class="badge ${status === 'late' ? 'attention' : ''}"
    >${icon(status === 'late' ? 'alert' : 'done')}<span>${t.done[status]?.(dueOn ? formatDate(dueOn, locale) : '')}${after}</span></span
  >`;
}

export function renderHead(host: InterpretationHost): TemplateResult {
  const {t, view, headingLevel} = host;
  const {document} = view.answer;
  const isDemo = document.demo ?? view.answer.items.some(({demo}) => demo);
  return html`<header class="heading">
    <h2 class="title" aria-level=${headingLevel}>${t.title}${isDemo ? html` <span class="demo">${host.demoMark}</span>` : nothing}</h2>
    <p class="about">
      <span class="soft">${t.about}</span
      ><button type="button" class="btn quiet go" @click=${() => host.seeDocument()}>
        <span lang="zh-Hans">《${document.title}》${document.docNumber ? `（${document.docNumber}）` : nothing}</span>
      </button>
    </p>
    <p class="soft">${t.caution}${host.hasMarks ? t.hint : nothing}</p>
    ${view.more?.renderDuty(host)}
  </header>`;
}

/** Who speaks, when, in which form (R4.1, R4.2, R4.8–R4.10). */
export function renderMeta(host: InterpretationHost, {item}: Reading): TemplateResult {
  const {t, locale} = host;
  const {duty} = host.view.answer;
  const {responsible, coResponsible, interpreter, pressRelease, forms, audience} = item;
  const join = (names: readonly string[]): string => names.join(locale === 'en' ? ', ' : '、');
  const press = pressRelease && safeHref(pressRelease, host.base);
  const isDuty = item.phase !== 'before' && item.publishedOn === duty.publishedOn && duty.status !== 'not_required';
  const basis = responsible === duty.responsible ? t.duties[duty.basis]! : '';
  const rows: [string, unknown][] = [
    [t.responsible, html`<span lang="zh-Hans">${responsible}</span> ${basis && html`<span class="soft">${basis}</span>`}`],
    [t.coResponsible, coResponsible?.length && html`<span lang="zh-Hans">${coResponsible.join('、')}</span>`],
    [
      t.interpreter,
      interpreter &&
        html`<span lang="zh-Hans">${interpreter.name}，${interpreter.title}</span>
          ${interpreter.isHead ? html`<span class="badge">${icon('done')}${t.isHead}</span>` : nothing}`,
    ],
    [t.published, html`${date(host, item.publishedOn)} ${isDuty ? renderDone(host) : nothing}`],
    [t.form, join(forms.map((form) => t.forms[form]!))],
    [t.audiences, audience?.length && html`<span lang="zh-Hans">${audience.join('、')}</span>`],
    [t.press, press && html`<a href=${press} target="_blank" rel="noopener noreferrer">${t.pressOpen}</a>`],
  ];
  return html`<dl class="dl small">
    ${rows.map(([name, value]) =>
      value
        ? html`<dt>${name}</dt>
            <dd>${value}</dd>`
        : nothing,
    )}
  </dl>`;
}
