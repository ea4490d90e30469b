/** Search box, facets, dates and chips of the catalogue. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CatalogFacets} from '@zwgk/contract';
import {formatNumber} from '../foundation/format.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import type {CatalogHost} from './catalog.host.ts';
import {chips, datesInOrder, noFilters, toggled, withFilters, type ListFilter} from './catalog.logic.ts';

/** Values of a facet that are shown before the reader asks for the rest. */
const FEW = 6;
const FACETS: readonly ListFilter[] = ['level', 'disclosure', 'domain', 'matter', 'agency', 'region', 'freshness', 'stage'];

export function renderSearch(host: CatalogHost, onInput: (event: InputEvent) => void): TemplateResult {
  const {t, filters} = host;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const q = new FormData(event.target as HTMLFormElement).get('q');
    host.apply(withFilters(filters, {q: String(q ?? '')}));
  };
  return html`<form role="search" class="no-print" @submit=${submit}>
    <label class="label" for="q">${t.find}</label>
    <p class="help" id="q-help">${t.findHelp}</p>
    <div class="searchrow">
      <input
        class="input"
        id="q"
        name="q"
        type="search"
        maxlength="64"
        autocomplete="off"
        enterkeyhint="search"
        aria-describedby="q-help"
        .value=${filters.q}
        @input=${onInput}
      />
      <button class="btn">${icon('search')}${t.findButton}</button>
    </div>
  </form>`;
}

function renderFacet(host: CatalogHost, name: ListFilter, facets: CatalogFacets): unknown {
  const {t, filters, locale} = host;
  const chosen = filters[name];
  const entries = facets[name].filter(({value, count}) => count > 0 || chosen.includes(value));
  const fixed = host.scope[name]?.length === 1;
  if ((fixed && name !== 'region') || (entries.length < 2 && chosen.length === 0)) return nothing;
  if (name === 'matter' && chosen.length === 0 && filters.domain.length === 0 && filters.agency.length === 0) return nothing;
  const all = host.isOpen(name);
  const shown = entries.filter(({value}, i) => all || i < FEW || chosen.includes(value));
  const hidden = entries.length - shown.length;
  return html`<fieldset>
    <legend class="label">${t.facet[name]}</legend>
    ${shown.map(
      ({value, count}) =>
        html`<label class="check">
          <input type="checkbox" .checked=${chosen.includes(value)} @change=${() => host.apply(toggled(filters, name, value))} />
          <span
            >${name === 'disclosure' ? renderDisclosure(host, value) : host.labelOf(name, value)}
            <span class="soft">${formatNumber(count, locale)}</span></span
          >
        </label>`,
    )}
    ${
      hidden > 0 || all
        ? html`<button class="btn quiet" type="button" aria-expanded=${all} @click=${() => host.toggleOpen(name)}>
            ${all ? t.fewer : t.more(hidden)}
          </button>`
        : nothing
    }
  </fieldset>`;
}

function renderDates(host: CatalogHost): TemplateResult {
  const {t, filters} = host;
  const wrong = !datesInOrder(filters);
  const field = (name: 'from' | 'to'): TemplateResult =>
    html`<label class="date"
      ><span>${t[name]}</span
      ><input
        class="input"
        type="date"
        .value=${filters[name]}
        aria-invalid=${wrong}
        aria-describedby=${wrong ? 'dates-error' : nothing}
        @change=${(event: Event) => host.apply(withFilters(filters, {[name]: (event.target as HTMLInputElement).value}))}
    /></label>`;
  return html`<fieldset>
    <legend class="label">${t.dates}</legend>
    ${field('from')}${field('to')} ${wrong ? html`<p class="error" id="dates-error">${icon('alert')}${t.datesWrong}</p>` : nothing}
  </fieldset>`;
}

/** The four attributes differ by shape and word, never by colour alone (R3.3). */
export function renderDisclosure(host: CatalogHost, value: string): TemplateResult {
  return html`<span class="badge ${value === 'withheld' ? 'quiet' : ''}" part="disclosure"
    >${icon(value as IconName)}${host.t.terms.disclosure[value]}</span
  >`;
}

/** All facets: beside the results where there is room, behind one button where there is not. */
export function renderFilters(host: CatalogHost, facets: CatalogFacets | undefined, total: number): TemplateResult {
  const {t, filters} = host;
  const open = host.isOpen('filters');
  const count = chips(filters, host.labelOf, t.datesChip).length;
  const close = (event: Event): void => {
    host.toggleOpen('filters');
    ((event.target as Element).getRootNode() as ShadowRoot).getElementById('filters-button')?.focus();
  };
  return html`<div class="filters no-print" part="filters">
    <button
      id="filters-button"
      class="fold"
      type="button"
      aria-expanded=${open}
      aria-controls="facets"
      @click=${() => host.toggleOpen('filters')}
    >
      ${icon('filter')}${t.filter(count)}<span class="end">${icon('chevron')}</span>
    </button>
    <div id="facets" class="facets ${open ? 'open' : ''}">
      ${facets ? FACETS.map((name) => renderFacet(host, name, facets)) : nothing} ${renderDates(host)}
      <button class="btn secondary done" type="button" @click=${close}>${t.filterDone} ${formatNumber(total, host.locale)}</button>
    </div>
  </div>`;
}

export function renderChips(host: CatalogHost): unknown {
  const {t, filters} = host;
  const list = chips(filters, host.labelOf, t.datesChip);
  if (list.length === 0) return nothing;
  const lead = (name: string): string => (name === 'q' ? t.words : name === 'dates' ? t.dates : t.facet[name as ListFilter]);
  return html`<ul class="chips no-print" aria-label=${t.chips}>
    ${list.map(
      (chip) =>
        html`<li>
          <button class="chip" type="button" @click=${() => host.apply(chip.without)}>
            <span>${lead(chip.name)}：${chip.label}</span>${icon('close')}<span class="sr">${t.remove}</span>
          </button>
        </li>`,
    )}
    <li>
      <button class="btn quiet" type="button" @click=${() => host.apply({...noFilters(filters.size), sort: filters.sort})}>
        ${t.clear}
      </button>
    </li>
  </ul>`;
}
