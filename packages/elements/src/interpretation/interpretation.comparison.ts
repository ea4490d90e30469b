/* eslint-disable lit-a11y/no-redundant-role -- a table laid out as cards loses its roles unless they are written out */
/** 新旧政策差异 (R4.7): a table that reads as cards where there is no room for three columns. */
import {css, html, type TemplateResult} from 'lit';
import type {PolicyChange} from '@zwgk/contract';

/** @param names What the columns are called. */
export function renderChanges(
  names: Readonly<Record<'matter' | 'before' | 'after', string>>,
  changes: readonly PolicyChange[],
): TemplateResult {
  return html`<table class="changes" role="table">
    <thead role="rowgroup">
      <tr role="row">
        ${[names.matter, names.before, names.after].map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup" lang="zh-Hans">
      ${changes.map(
        ({matter, before, after}) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${matter}</th>
            <td role="cell" data-label=${names.before}><span>${before}</span></td>
            <td role="cell" data-label=${names.after}><strong>${after}</strong></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export const comparisonStyles = css`
  .changes,
  .changes :is(tbody, tr, th, td) {
    display: block;
    text-align: start;
    line-height: 1.65;
  }
  .changes thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .changes tr {
    padding-block: var(--zwgk-space-3);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .changes tr:last-child {
    border-block-end: 0;
  }
  .changes td {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--zwgk-space-3);
  }
  .changes td::before {
    content: attr(data-label);
    color: var(--zwgk-color-ink-soft);
  }
  @container part (min-width: 380px) {
    .root:not([data-density='elder']) .changes {
      display: table;
      inline-size: 100%;
      border-collapse: collapse;
    }
    .root:not([data-density='elder']) .changes thead {
      position: static;
      clip-path: none;
      display: table-header-group;
      color: var(--zwgk-color-ink-soft);
      font-size: var(--zwgk-font-size-s);
    }
    .root:not([data-density='elder']) .changes tbody {
      display: table-row-group;
    }
    .root:not([data-density='elder']) .changes tr {
      display: table-row;
    }
    .root:not([data-density='elder']) .changes :is(th, td) {
      display: table-cell;
      padding: var(--zwgk-space-2) var(--zwgk-space-4) var(--zwgk-space-2) 0;
      vertical-align: top;
      border-block-end: 1px solid var(--zwgk-color-line);
    }
    .root:not([data-density='elder']) .changes :is(th, td):first-child {
      inline-size: 24%;
    }
    .root:not([data-density='elder']) .changes td::before {
      content: none;
    }
  }
`;
