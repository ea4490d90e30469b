/** Kinds, conditions and chips: what makes many results fewer. */
import {html, nothing, type TemplateResult} from 'lit';
import type {SearchFacets} from '@zwgk/contract';
import {formatNumber} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {searchIcon} from './search.icons.ts';
import {renderGo, type Going} from './search.link.ts';
import {datesInOrder, LISTS, withFilters, type ListFilter, type SearchFilters} from './search.logic.ts';
import {chips, monthsBefore, onlyWords, tabs, toggled} from './search.results.logic.ts';
import type {ResultStrings} from './search.results.strings.ts';

/** Values of a facet that are shown before the reader asks for the rest. */
const FEW = 6;
const FACETS: readonly ListFilter[] = ['validity', 'agency', 'region'];

/** What the conditions need besides the host: which parts are open, and names of values. */
export interface FilterPanel extends Going {
  readonly t: ResultStrings;
  labelOf(name: ListFilter, value: string): string;
  isOpen(panel: string): boolean;
  setOpen(panel: string, open: boolean): void;
}

/** Kinds of record as a row of links with counts: each is a place of its own, so they are no ARIA tabs. */
export function renderTabs(panel: FilterPanel, facets: SearchFacets | undefined): unknown {
  const {t, host} = panel;
  const list = tabs(facets, host.filters.type);
  if (list.length === 0) return nothing;
  return html`<nav class="tabs no-print" aria-label=${t.types}>
    <ul>
      ${list.map(
        ({type, count}) =>
          html`<li>
            ${renderGo(
              panel,
              withFilters(host.filters, {type}),
              html`${type ? t.type[type] : t.all} <span class="n">${formatNumber(count)}</span>`,
              {name: 'tab', current: type === host.filters.type, id: `type/${type}`, focus: `[data-link="type/${type}"]`},
            )}
          </li>`,
      )}
    </ul>
  </nav>`;
}

function renderFacet(panel: FilterPanel, name: ListFilter, facets: SearchFacets): unknown {
  const {t, host} = panel;
  const {filters} = host;
  const chosen = filters[name];
  const entries = facets[name].filter(({value, count}) => count > 0 || chosen.includes(value));
  if (entries.length < 2 && chosen.length === 0) return nothing;
  const all = panel.isOpen(name);
  const shown = entries.filter(({value}, i) => all || i < FEW || chosen.includes(value));
  const hidden = entries.length - shown.length;
  const more = all ? t.fewer : t.more(hidden);
  const link = (value: string, count: number): TemplateResult => {
    const id = `${name}/${value}`;
    const content = html`${panel.labelOf(name, value)} <span class="n">${formatNumber(count)}</span>`;
    return renderGo(panel, toggled(filters, name, value), content, {
      name: 'step',
      current: chosen.includes(value),
      id,
      focus: `[data-link="${CSS.escape(id)}"]`,
    });
  };
  return html`<section>
    <h3 class="h4" aria-level=${host.headingLevel + 1}>${t.facet[name]}</h3>
    <ul>
      ${shown.map(({value, count}) => html`<li>${link(value, count)}</li>`)}
    </ul>
    ${
      hidden > 0 || all
        ? html`<button class="btn quiet" type="button" aria-expanded=${all} @click=${() => panel.setOpen(name, !all)}>${more}</button>`
        : nothing
    }
  </section>`;
}

function renderDates(panel: FilterPanel): TemplateResult {
  const {t, host} = panel;
  const {filters} = host;
  const wrong = !datesInOrder(filters);
  const today = new Date().toISOString().slice(0, 10);
  const field = (name: 'from' | 'to'): TemplateResult =>
    html`<label class="date"
      ><span>${t[name]}</span
      ><input
        class="input"
        type="date"
        .value=${filters[name]}
        aria-invalid=${wrong}
        aria-describedby=${wrong ? 'dates-error' : nothing}
        @change=${(event: Event) => panel.go(withFilters(filters, {[name]: (event.target as HTMLInputElement).value}))}
    /></label>`;
  const recent = (months: number, name: string): TemplateResult => {
    const since: Partial<SearchFilters> = {from: monthsBefore(today, months), to: ''};
    return renderGo(panel, withFilters(filters, since), name, {name: 'step', current: filters.from === since.from && !filters.to});
  };
  return html`<fieldset>
    <legend class="label">${t.dates}</legend>
    <p class="actions">${recent(3, t.lastMonths)} ${recent(12, t.lastYear)}</p>
    ${field('from')}${field('to')} ${wrong ? html`<p class="error" id="dates-error">${icon('alert')}${t.datesWrong}</p>` : nothing}
  </fieldset>`;
}

/** Conditions: beside the results where there is room, behind one button where there is not. */
export function renderFilters(panel: FilterPanel, facets: SearchFacets | undefined, total: number): TemplateResult {
  const {t} = panel;
  const open = panel.isOpen('filters');
  const count = chips(panel.host.filters).length;
  const done = (): void => {
    panel.setOpen('filters', false);
    panel.go(panel.host.filters, '#results');
  };
  return html`<div class="filters no-print" part="filters">
    <button class="fold" type="button" aria-expanded=${open} aria-controls="facets" @click=${() => panel.setOpen('filters', !open)}>
      ${icon('filter')}${t.filter(count)}<span class="end">${icon('chevron')}</span>
    </button>
    <div id="facets" class="facets ${open ? 'open' : ''}">
      ${facets ? FACETS.map((name) => renderFacet(panel, name, facets)) : nothing} ${renderDates(panel)}
      <button class="btn secondary done" type="button" @click=${done}>${t.filterDone} ${formatNumber(total)}</button>
    </div>
  </div>`;
}

/** Every condition in force as a button that takes it back. */
export function renderChips(panel: FilterPanel): unknown {
  const {t, host} = panel;
  const {filters} = host;
  const list = chips(filters);
  if (list.length === 0) return nothing;
  const named = (name: string, value: string): string =>
    (LISTS as readonly string[]).includes(name)
      ? `${t.facet[name]}：${panel.labelOf(name as ListFilter, value)}`
      : name === 'wide'
        ? t.wide
        : `${t.dates}：${t.datesChip(filters.from, filters.to)}`;
  return html`<ul class="chips no-print" aria-label=${t.chips}>
    ${list.map(
      ({name, value, without}) =>
        html`<li>
          <button class="chip" type="button" @click=${() => panel.go(without, '#results')}>
            <span>${named(name, value)}</span>${searchIcon('close')}<span class="sr">${t.remove}</span>
          </button>
        </li>`,
    )}
    <li>
      <button class="btn quiet" type="button" @click=${() => panel.go({...onlyWords(filters), type: filters.type, wide: ''}, '#results')}>
        ${t.clear}
      </button>
    </li>
  </ul>`;
}
