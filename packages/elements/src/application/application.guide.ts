/** The first step: how to ask this agency (条例第十二条), before anything is filled in. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ApplicationGuide, ApplicationKind} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import type {ApplicationStrings} from './application.strings.ts';

export interface GuideView {
  readonly t: ApplicationStrings;
  readonly locale: Locale;
  readonly level: number;
  /** Whether something has been filled in already. */
  readonly begun: boolean;
  /** Begins; `correction`: a record about oneself is to be put right (第四十一条). */
  readonly start: (kind: ApplicationKind) => void;
}

function renderOffice({office}: ApplicationGuide, {t, level}: GuideView): TemplateResult {
  const row = (term: string, value: unknown): unknown =>
    value
      ? html`<dt>${term}</dt>
          <dd>${value}</dd>`
      : nothing;
  return html`<h3 class="h3" aria-level=${level + 1}>${t.office}</h3>
    <dl class="dl">
      ${row(t.office, office.name)} ${row(t.phone, html`<a href="tel:${office.phone.replace(/[^\d+]/g, '')}">${office.phone}</a>`)}
      ${row(t.address, office.address)} ${row(t.hours, office.hours)} ${row(t.email, office.email)}
    </dl>`;
}

export function renderGuide(guide: ApplicationGuide, view: GuideView): TemplateResult {
  const {t, level, locale} = view;
  return html`<div class="guide" lang="zh-Hans">
      ${guide.open ? nothing : html`<p class="badge attention" lang=${locale}>${icon('alert')}<strong>${t.closed}</strong></p>`}
      ${guide.applicability === 'by_reference' ? html`<p lang=${locale}>${t.byReference}</p>` : nothing}
      ${guide.sections.map(
        ({heading, text}) =>
          html`<h3 class="h3" aria-level=${level + 1}>${heading}</h3>
            <p>${text}</p>`,
      )}
      ${renderOffice(guide, view)}
      ${
        guide.averageWorkdays === undefined
          ? nothing
          : html`<p class="badge" lang=${locale}>${icon('clock')}${t.average(Math.round(guide.averageWorkdays))}</p>`
      }
      <p class="small soft" lang=${locale}>${t.version(guide.version, formatDate(guide.updatedOn, locale))}</p>
    </div>
    <p class="actions no-print">
      <button class="btn" type="button" @click=${() => view.start('information')}>${view.begun ? t.goOn : t.start}</button>
      <button class="btn quiet" type="button" @click=${() => view.start('correction')}>${t.correction}</button>
    </p>`;
}
