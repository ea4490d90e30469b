import {css} from 'lit';

/** Cards first; a table where the container has room. Elder density keeps cards and one column. */
export const catalogStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 640px);
  }
  .searchrow {
    display: grid;
    gap: var(--zwgk-space-3);
    margin-block-start: var(--zwgk-space-2);
  }
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--zwgk-space-6);
  }
  .fold {
    display: flex;
    align-items: center;
    gap: var(--zwgk-space-2);
    inline-size: 100%;
    min-block-size: var(--zwgk-target);
    padding: 0;
    font: inherit;
    font-weight: 600;
    text-align: start;
    color: inherit;
    background: none;
    border: 1px solid var(--zwgk-color-line);
    border-inline: 0;
    cursor: pointer;
  }
  .fold .end {
    display: flex;
    margin-inline-start: auto;
    rotate: 90deg;
  }
  .fold[aria-expanded='true'] .end {
    rotate: -90deg;
  }
  * + .filters {
    margin-block-start: -1px;
  }
  .facets {
    display: none;
    padding-block: var(--zwgk-space-5);
  }
  .facets.open {
    display: block;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-1) var(--zwgk-space-6);
    align-items: center;
    min-block-size: var(--zwgk-target);
  }
  .results {
    scroll-margin-block-start: var(--zwgk-space-4);
    outline-offset: 6px;
  }
  .results > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .path {
    color: var(--zwgk-color-ink-soft);
    font-size: var(--zwgk-font-size-s);
  }
  .name,
  .btn.name {
    display: inline-block;
    padding-block: calc((var(--zwgk-target) - 1.5em) / 2);
    font-size: var(--zwgk-font-size-l);
    font-weight: 600;
    line-height: 1.5;
  }
  .tag {
    display: inline-block;
    padding: 0 var(--zwgk-space-2);
    border: 1px solid var(--zwgk-color-line-control);
    border-radius: 3px;
    font-size: var(--zwgk-font-size-s);
    line-height: 1.7;
    white-space: nowrap;
  }
  .when {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .clip {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
  }
  .table {
    display: block;
    inline-size: 100%;
    border-collapse: collapse;
    line-height: 1.65;
    text-align: start;
  }
  .table :where(tbody, tr, td, th) {
    display: block;
    text-align: start;
  }
  .table colgroup {
    display: none;
  }
  .table thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .table tr {
    padding-block-start: var(--zwgk-space-4);
  }
  .table tr.more {
    padding-block: 0 var(--zwgk-space-2);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .table tbody {
    border-block-start: 1px solid var(--zwgk-color-line-control);
  }
  .table th[scope='row'] {
    font-weight: 400;
  }
  .table tr:not(.more) td {
    display: grid;
    grid-template-columns: 5.5em minmax(0, 1fr);
    gap: var(--zwgk-space-3);
    margin-block-start: var(--zwgk-space-1);
  }
  .table td::before {
    content: attr(data-label);
    color: var(--zwgk-color-ink-soft);
  }
  .table .more td::before {
    content: none;
  }
  .disclose > :not(summary) {
    padding: var(--zwgk-space-1) 0 var(--zwgk-space-2) var(--zwgk-space-4);
    border-inline-start: 3px solid var(--zwgk-color-line);
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-1) var(--zwgk-space-5);
    align-items: center;
    padding-block: var(--zwgk-space-2);
  }
  .step {
    display: inline-flex;
    align-items: center;
    gap: var(--zwgk-space-1);
    min-block-size: var(--zwgk-target);
  }
  .skeleton > div {
    padding-block: var(--zwgk-space-4);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  @container zwgk (min-width: 480px) {
    .searchrow {
      grid-template-columns: minmax(0, 1fr) auto;
      max-inline-size: 640px;
    }
  }
  @container zwgk (max-width: 479px) {
    [data-density='elder'] .table tr:not(.more) td {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @container zwgk (min-width: 800px) {
    .root:not([data-density='elder']) .cols {
      grid-template-columns: 232px minmax(0, 1fr);
      gap: var(--zwgk-space-8);
    }
  }
`;
