/** No search is a dead end: what was tried, a wider scope, fewer conditions, a request, a telephone number (R6.2, R12.2). */
import {html, nothing, type TemplateResult} from 'lit';
import type {SearchResults} from '@zwgk/contract';
import {formatNumber} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {renderGo, type Going} from './search.link.ts';
import {chips, onlyWords, otherWords, widened, withWords} from './search.results.logic.ts';
import type {ResultStrings} from './search.results.strings.ts';

/** A way on that has to be seen. */
const BUTTON = 'btn secondary';

/** One click to all agencies and regions, where that finds more. */
export function renderWider(going: Going, t: ResultStrings, results: SearchResults, name = 'step'): unknown {
  const {filters, scope} = going.host;
  const wide = widened(filters, scope, results);
  return wide ? renderGo(going, wide, t.widen(formatNumber(results.wider)), {name, focus: '#results'}) : nothing;
}

function renderRequest({host: {requestHref, filters}}: Going, t: ResultStrings): unknown {
  const href = safeHref(requestHref);
  return href ? html`<a href=${withWords(href, filters.q)}>${t.request}</a>${t.requestRest}` : t.requestPlain;
}

const renderCall = (t: ResultStrings): TemplateResult => html`<a class="nowrap" href="tel:12345">${t.call}</a>${t.callRest}`;

/** Below results that may not be the right ones. */
export const renderMissing = (going: Going, t: ResultStrings): TemplateResult =>
  html`<div class="callout">
    <p class="h4">${t.missing}</p>
    <p>${renderRequest(going, t)} ${renderCall(t)}</p>
  </div>`;

export function renderNothing(going: Going, t: ResultStrings, results: SearchResults): TemplateResult {
  const {filters} = going.host;
  const tried = otherWords(results, false);
  const wider = renderWider(going, t, results, BUTTON);
  const narrowed = chips(filters).length > 0 || filters.type;
  return html`<div class="state">
    ${icon('search')}
    <div>
      <p class="h3" lang="zh">${t.none(filters.q)}</p>
      ${tried.length > 0 ? html`<p>${t.triedNone(tried)}</p>` : nothing}
      ${
        wider === nothing && !narrowed
          ? nothing
          : html`<p class="actions">
              ${wider} ${narrowed ? renderGo(going, onlyWords(filters), t.withoutFilters, {name: BUTTON, focus: '#results'}) : nothing}
            </p>`
      }
      <p class="h4">${t.waysTitle}</p>
      <ul class="ways">
        <li>${t.rephrase}</li>
        <li>${renderRequest(going, t)}</li>
        <li>${renderCall(t)}</li>
      </ul>
    </div>
  </div>`;
}
