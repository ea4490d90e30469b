/** Two texts beside each other, article by article: how much changed, what, and in which words. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ComparisonRow, DocumentComparison} from '@zwgk/contract';
import type {ComparisonStrings} from './comparison.strings.ts';

type Side = NonNullable<ComparisonRow['before']>;
type Compared = DocumentComparison['before'];

export interface CompareHost {
  readonly t: ComparisonStrings;
  readonly headingLevel: number;
  /** Whether rows without a change are left out. */
  readonly onlyChanges: boolean;
  setOnlyChanges(only: boolean): void;
}

/** How many rows of each kind there are. */
export function countChanges(rows: readonly ComparisonRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {change} of rows) counts[change] = (counts[change] ?? 0) + 1;
  return counts;
}

const nameOf = (t: ComparisonStrings, side: Side | undefined): string =>
  side ? [side.label, side.heading].filter(Boolean).join(' ') || t.unnamed : '';

/** 第三条, or 第三条 → 第四条 where the number moved. */
function rowName(t: ComparisonStrings, {before, after}: ComparisonRow): string {
  const names = [nameOf(t, before), nameOf(t, after)].filter(Boolean);
  return [...new Set(names)].join(' → ');
}

/** Added and removed words: lines of their own kind for the eye, words of their own for the ear. */
function renderWord(t: ComparisonStrings, {op, text}: ComparisonRow['words'][number]): unknown {
  if (op === 'keep') return text;
  const end = html`<span class="sr">${t.endOfChange}</span>`;
  return op === 'insert'
    ? html`<ins><span class="sr">${t.inserted}</span>${text}${end}</ins>`
    : html`<del><span class="sr">${t.deleted}</span>${text}${end}</del>`;
}

const renderRow = (t: ComparisonStrings, row: ComparisonRow): TemplateResult =>
  html`<li class="row ${row.change}">
    <p class="what"><strong lang="zh-Hans">${rowName(t, row)}</strong> <span class="tag">${t.changes[row.change]}</span></p>
    <p class="words" lang="zh-Hans">${row.words.map((word) => renderWord(t, word))}</p>
  </li>`;

export const renderRows = (t: ComparisonStrings, rows: readonly ComparisonRow[]): TemplateResult =>
  html`<ol class="rows">
    ${rows.map((row) => renderRow(t, row))}
  </ol>`;

const titleOf = ({title, docNumber}: Compared): string => `${title}${docNumber ? `（${docNumber}）` : ''}`;

function renderSides(t: ComparisonStrings, {before, after}: DocumentComparison): TemplateResult {
  const isOne = before.id === after.id;
  const name = (side: Compared): string => (isOne ? t.version(side.version) : titleOf(side));
  return html`<p><span class="soft">${t.from}</span>${name(before)}<br /><span class="soft">${t.to}</span>${name(after)}</p>`;
}

export function renderComparison(host: CompareHost, comparison: DocumentComparison): TemplateResult {
  const {t, onlyChanges} = host;
  const {rows} = comparison;
  const counts = countChanges(rows);
  const isSame = rows.every(({change}) => change === 'same');
  const shown = onlyChanges && !isSame ? rows.filter(({change}) => change !== 'same') : rows;
  const toggle = (event: Event): void => host.setOnlyChanges((event.target as HTMLInputElement).checked);
  return html`<section class="compare" tabindex="-1" aria-label=${t.compared}>
    <h3 class="h3" aria-level=${host.headingLevel + 1}>${t.compared}</h3>
    ${renderSides(t, comparison)}
    <p><strong>${isSame ? t.identical : t.counts(counts)}</strong></p>
    ${
      isSame || !counts.same
        ? nothing
        : html`<label class="check"
            ><input type="checkbox" .checked=${onlyChanges} @change=${toggle} /><span>${t.onlyChanges}</span></label
          >`
    }
    ${isSame ? nothing : html`<p class="soft small">${t.legend}</p>`} ${renderRows(t, shown)}
  </section>`;
}
