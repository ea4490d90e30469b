import {css} from 'lit';

/** Looks of what opens on demand. */
export const detailsStyles = css`
  .skip:not(:focus) {
    position: absolute;
    clip-path: inset(50%);
  }
  .facets > * + * {
    margin-block-start: var(--zwgk-space-6);
  }
  .facets > .skip:not(:focus) + * {
    margin-block-start: 0;
  }
  .facets .done {
    inline-size: 100%;
  }
  .date {
    display: grid;
    grid-template-columns: 2em 1fr;
    align-items: center;
    gap: var(--zwgk-space-2);
    margin-block-start: var(--zwgk-space-2);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-2);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--zwgk-space-2);
    min-block-size: var(--zwgk-target);
    padding: 4px var(--zwgk-space-3);
    font: inherit;
    line-height: 1.4;
    color: inherit;
    text-align: start;
    background: var(--zwgk-color-accent-wash);
    border: 1px solid transparent;
    border-radius: var(--zwgk-radius);
    cursor: pointer;
  }
  .chip .i {
    inline-size: 16px;
    block-size: 16px;
  }
  .sort {
    white-space: nowrap;
  }
  .sort .input {
    padding-inline: var(--zwgk-space-2);
  }
  .facets .sort {
    margin-block-end: var(--zwgk-space-6);
  }
  .status .sort {
    display: none;
    margin-inline-start: auto;
  }
  .row {
    display: inline-flex;
    align-items: center;
    gap: var(--zwgk-space-2);
  }
  .tree ul {
    padding-inline-start: var(--zwgk-space-4);
  }
  .tree li:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .tree li:focus-visible > .node {
    outline: 3px solid var(--zwgk-color-accent-strong);
    outline-offset: -1px;
  }
  .node {
    display: flex;
    align-items: center;
    gap: var(--zwgk-space-2);
    min-block-size: var(--zwgk-target);
    line-height: 1.4;
    cursor: pointer;
  }
  [aria-selected='true'] > .node {
    background: var(--zwgk-color-accent-wash);
    font-weight: 600;
  }
  .twist {
    display: inline-flex;
    transition: rotate var(--zwgk-duration);
  }
  [aria-expanded='true'] > .node .twist {
    rotate: 90deg;
  }
  .node .soft {
    margin-inline-start: auto;
    white-space: nowrap;
    font-size: var(--zwgk-font-size-s);
    font-weight: 400;
  }
  .ticks {
    columns: 14em;
  }
  .ticks li {
    display: flex;
    gap: var(--zwgk-space-2);
    break-inside: avoid;
  }
  .ticks .i {
    margin-block-start: 4px;
  }
  .dots {
    list-style: disc;
    padding-inline-start: 1.2em;
  }
  .rows > li {
    padding-block: var(--zwgk-space-2);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  @container zwgk (min-width: 800px) {
    .root:not([data-density='elder']) #filters-button,
    .root:not([data-density='elder']) :is(.facets .done, .facets .sort) {
      display: none;
    }
    .root:not([data-density='elder']) .status .sort {
      display: inline-flex;
    }
    .root:not([data-density='elder']) .facets {
      display: block;
    }
    .root:not([data-density='elder']) .table {
      display: table;
      table-layout: fixed;
      font-size: var(--zwgk-font-size-s);
    }
    .root:not([data-density='elder']) .table colgroup {
      display: table-column-group;
    }
    .root:not([data-density='elder']) .table thead {
      display: table-header-group;
      position: static;
      clip-path: none;
    }
    .root:not([data-density='elder']) .table tbody {
      display: table-row-group;
    }
    .root:not([data-density='elder']) .table tr {
      display: table-row;
    }
    .root:not([data-density='elder']) .table :is(td, th):is(td, th) {
      display: table-cell;
      vertical-align: top;
      padding: var(--zwgk-space-3) var(--zwgk-space-4) 0 0;
    }
    .root:not([data-density='elder']) .table :is(td, th):last-child:last-child {
      padding-inline-end: 0;
    }
    .root:not([data-density='elder']) .table thead th:is(th) {
      padding-block: var(--zwgk-space-2);
      font-weight: 600;
      color: var(--zwgk-color-ink-soft);
      border-block-end: 1px solid var(--zwgk-color-line-control);
    }
    .root:not([data-density='elder']) .table .more td:is(td) {
      padding-block-start: 0;
      border-block-end: 1px solid var(--zwgk-color-line);
    }
    .root:not([data-density='elder']) .table td::before {
      content: none;
    }
    .root:not([data-density='elder']) .name {
      font-size: var(--zwgk-font-size-m);
      padding-block: 4px;
    }
    .root:not([data-density='elder']) .table .i {
      inline-size: 18px;
      block-size: 18px;
    }
    /* The rest is shared by the matter and its content. */
    .c3 {
      inline-size: 14%;
    }
    .c4 {
      inline-size: 8.5em;
    }
    .c5 {
      inline-size: 12.5em;
    }
    .root:not([data-density='elder']) .table td .badge {
      white-space: nowrap;
    }
    .root:not([data-density='elder']) .table .when .badge:last-child {
      white-space: normal;
    }
  }
  @media print {
    .clip {
      display: block;
    }
  }
  @container zwgk (max-width: 399px) {
    .dl.fields {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .fields dd + dt {
      margin-block-start: var(--zwgk-space-2);
    }
  }
`;
