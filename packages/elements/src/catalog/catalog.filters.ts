/** Facets, dates and chips of the catalogue: what opens on demand. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CatalogFacets} from '@zwgk/contract';
import {formatNumber} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {moreIcon} from '../foundation/more-icons.ts';
import type {DetailsStrings} from './catalog.details.strings.ts';
import type {CatalogHost} from './catalog.host.ts';
import {renderDisclosure} from './catalog.list.ts';
import {chips, toggled} from './catalog.details.logic.ts';
import {datesInOrder, noFilters, withFilters, type ListFilter} from './catalog.logic.ts';

/** Values of a facet that are shown before the reader asks for the rest. */
const FEW = 6;
const FACETS: readonly ListFilter[] = ['level', 'disclosure', 'domain', 'matter', 'agency', 'region', 'freshness', 'stage'];

function renderFacet(host: CatalogHost, t: DetailsStrings, name: ListFilter, facets: CatalogFacets): unknown {
  const {filters} = host;
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
            <span class="soft">${formatNumber(count)}</span></span
          >
        </label>`,
    )}
    ${
      hidden > 0 || all
        ? html`<button class="btn quiet" type="button" aria-expanded=${all} @click=${() => host.setOpen(name, !all)}>
            ${all ? t.fewer : t.more(hidden)}
          </button>`
        : nothing
    }
  </fieldset>`;
}

function renderDates(host: CatalogHost, t: DetailsStrings): TemplateResult {
  const {filters} = host;
  const wrong = !datesInOrder(filters);
  const set =
    (name: 'from' | 'to') =>
    (event: Event): void => {
      const {value} = event.target as HTMLInputElement;
      // A year under way: 0002 while 2026 is typed.
      if (value.startsWith('0')) return;
      const next = withFilters(filters, {[name]: value});
      host.apply(next);
      if (!datesInOrder(next)) host.say(t.datesWrong);
    };
  const field = (name: 'from' | 'to'): TemplateResult =>
    html`<label class="date"
      ><span>${t[name]}</span
      ><input
        class="input"
        type="date"
        .value=${filters[name]}
        aria-invalid=${wrong}
        aria-describedby=${wrong ? 'dates-error' : nothing}
        @change=${set(name)}
    /></label>`;
  return html`<fieldset>
    <legend class="label">${t.dates}</legend>
    ${field('from')}${field('to')} ${wrong ? html`<p class="error" id="dates-error">${icon('alert')}${t.datesWrong}</p>` : nothing}
  </fieldset>`;
}

/** All conditions that a reader can set, as checkboxes with counts. */
export function renderFacets(host: CatalogHost, t: DetailsStrings, facets: CatalogFacets | undefined, total: number): TemplateResult {
  const close = (event: Event): void => {
    host.setOpen('filters', false);
    ((event.target as Element).getRootNode() as ShadowRoot).getElementById('filters-button')?.focus();
  };
  const skip = (event: Event): void => ((event.target as Element).getRootNode() as ShadowRoot).getElementById('results')?.focus();
  return html`<button class="btn quiet skip" type="button" @click=${skip}>${t.skip}</button>
    ${facets ? FACETS.map((name) => renderFacet(host, t, name, facets)) : nothing} ${renderDates(host, t)}
    <button class="btn secondary done" type="button" @click=${close}>${t.filterDone} ${formatNumber(total)}</button>`;
}

/** Every condition in force as a button that takes it back. */
export function renderChips(host: CatalogHost, t: DetailsStrings): unknown {
  const {filters} = host;
  const list = chips(filters, host.labelOf, t.datesChip);
  if (list.length === 0) return nothing;
  const lead = (name: string): string => (name === 'q' ? t.words : name === 'dates' ? t.dates : t.facet[name as ListFilter]);
  return html`<ul class="chips no-print" aria-label=${t.chips}>
    ${list.map(
      (chip) =>
        html`<li>
          <button class="chip" type="button" @click=${() => host.apply(chip.without)}>
            <span>${lead(chip.name)}：${chip.label}</span>${moreIcon('close')}<span class="sr">${t.remove}</span>
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
