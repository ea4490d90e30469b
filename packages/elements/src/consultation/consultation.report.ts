/** 意见采纳情况: every kind of opinion with how many, outcome, reason and what changed (R3.10; 国务院令第713号 第十八条). */
import {html, nothing, type TemplateResult} from 'lit';
import type {AdoptionOutcome, ConsultationReport, ReportedCluster} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import type {ConsultationAfter} from './consultation.after.ts';
import {renderTextLink} from './consultation.changed.ts';
import {consultationIcon} from './consultation.icons.ts';

const OUTCOMES: readonly AdoptionOutcome[] = ['adopted', 'partly', 'not_adopted'];

/** A word and a shape: never colour alone. */
export const renderOutcome = ({t}: ConsultationAfter, outcome: AdoptionOutcome): TemplateResult =>
  html`<span class="badge ${outcome === 'not_adopted' ? 'quiet' : ''}">
    ${outcome === 'adopted' ? icon('done') : consultationIcon(outcome)}<span>${t.outcomes[outcome]}</span>
  </span>`;

function renderTally(after: ConsultationAfter, {received, tally, clusters}: ConsultationReport): TemplateResult {
  const {t} = after;
  return html`<ul class="tally">
    <li><strong>${t.received(received)}</strong>${t.kinds(clusters.length)}</li>
    ${OUTCOMES.map((outcome) => html`<li><strong>${t.kindsOf(tally[outcome].clusters, tally[outcome].comments)}</strong>${renderOutcome(after, outcome)}</li>`)}
  </ul>`;
}

/** Why, what of it was taken and what not, and what changed: each with its word. */
function renderReasons({t}: ConsultationAfter, {reason, taken, notTaken, change}: ReportedCluster): unknown {
  const parts = [
    [t.taken, taken],
    [t.notTaken, notTaken],
    [t.reason, reason],
    [t.change, change],
  ].filter(([, text]) => text);
  if (parts.length === 0) return html`<span class="soft">${t.noReason}</span>`;
  return parts.map(([word, text]) => html`<p class="prose"><span class="soft">${word}</span><span lang="zh-Hans">${text}</span></p>`);
}

function renderSections({page}: ConsultationAfter, sections: readonly string[] = []): unknown {
  const named = sections.filter((section) => page.nameOf(section));
  return named.length === 0
    ? nothing
    : html`<p class="small">
        ${named.map((section) => html`<button class="btn quiet" type="button" @click=${() => page.see(section)}>${page.nameOf(section)}</button> `)}
      </p>`;
}

function renderCluster(after: ConsultationAfter, cluster: ReportedCluster): TemplateResult {
  const {t, mine, changed} = after;
  const {number, theme, count, outcome, concentrated, sections} = cluster;
  const own = mine.numbers.has(number);
  return html`<tr role="row" id="cluster-${number}" class=${own ? 'own' : ''} tabindex="-1">
      <th scope="row" role="rowheader">
        <span lang="zh-Hans">${number}. ${theme}</span>
        ${own ? html`<br /><span class="badge">${icon('chevron')}<span>${t.hereIsYours}</span></span>` : nothing}
        ${renderSections(after, sections)}
      </th>
      <td role="cell">
        <span class="cap" aria-hidden="true">${t.columns[1]}</span
        ><span>${t.count(count)}${concentrated ? html` <span class="soft">${t.concentrated}</span>` : nothing}</span>
      </td>
      <td role="cell"><span class="cap" aria-hidden="true">${t.columns[2]}</span>${renderOutcome(after, outcome)}</td>
      <td role="cell">
        <span class="cap" aria-hidden="true">${t.columns[3]}</span>
        <div>${renderReasons(after, cluster)} ${changed.renderClusterButton(cluster)}</div>
      </td>
    </tr>
    ${renderChange(after, cluster)}`;
}

/** A row of its own: words beside words need the whole width. */
function renderChange({changed}: ConsultationAfter, cluster: ReportedCluster): unknown {
  const change = changed.renderCluster(cluster);
  return change === nothing
    ? nothing
    : html`<tr role="row" class="change">
        <td role="cell" colspan="4"><div>${change}</div></td>
      </tr>`;
}

const renderFinal = ({t, host}: ConsultationAfter, {final}: ConsultationReport): unknown =>
  final
    ? html`<p>${t.final}${renderTextLink(host, final.id, `${final.title}${final.docNumber ? ` ${final.docNumber}` : ''}`)}</p>`
    : nothing;

export function renderReport(after: ConsultationAfter, report: ConsultationReport): TemplateResult {
  const {t, level, host} = after;
  const {clusters, summary, duplicates, unrelated, publishedAt} = report;
  return html`<section class="report stack" part="report">
    <header>
      <h3 class="h2" aria-level=${level}>${t.report}</h3>
      <p class="soft">${t.publishedOn(formatDate(publishedAt, host.locale))}</p>
    </header>
    ${renderTally(after, report)} ${duplicates + unrelated > 0 ? html`<p class="soft">${t.rest(duplicates, unrelated)}</p>` : nothing}
    ${summary ? html`<p class="prose" lang="zh-Hans">${summary}</p>` : nothing} ${renderFinal(after, report)} ${after.mine.render()}
    <table class="table" role="table">
      <caption class="h3">
        ${t.tableTitle}
      </caption>
      <thead>
        <tr role="row">
          ${t.columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${clusters.map((cluster) => renderCluster(after, cluster))}
      </tbody>
    </table>
  </section>`;
}
