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
  .facets > * + * {
    margin-block-start: var(--zwgk-space-6);
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
    border: 0;
    border-radius: var(--zwgk-radius);
    cursor: pointer;
  }
  .chip .i {
    inline-size: 16px;
    block-size: 16px;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-1) var(--zwgk-space-6);
    align-items: center;
    min-block-size: var(--zwgk-target);
  }
  .status .end {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-2) var(--zwgk-space-4);
  }
  .status label {
    display: inline-flex;
    align-items: center;
    gap: var(--zwgk-space-2);
    white-space: nowrap;
  }
  .status .input {
    padding-inline: var(--zwgk-space-2);
  }
  .results {
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
    padding-block: 7px;
    font-size: var(--zwgk-font-size-l);
    font-weight: 600;
    line-height: 1.5;
  }
  .when {
    display: grid;
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
    .status .end {
      margin-inline-start: auto;
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
    .root:not([data-density='elder']) :is(#filters-button, .facets .done) {
      display: none;
    }
    .root:not([data-density='elder']) .facets {
      display: block;
    }
    .root:not([data-density='elder']) .table {
      display: table;
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
    .root:not([data-density='elder']) .table thead th:is(th) {
      padding-block: var(--zwgk-space-2);
      font-weight: 600;
      color: var(--zwgk-color-ink-soft);
      border-block-end: 1px solid var(--zwgk-color-line-control);
      white-space: nowrap;
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
    .c1 {
      inline-size: 25%;
    }
    .c2 {
      inline-size: 25%;
    }
    .c3 {
      inline-size: 16%;
    }
    .c4 {
      inline-size: 9em;
    }
    .root:not([data-density='elder']) .table td .badge {
      white-space: nowrap;
    }
    .root:not([data-density='elder']) .when .badge {
      white-space: normal;
    }
  }
`;

/** Item view and tree, adopted with the rest: small, and the views share most of it. */
export const detailsStyles = css`
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
`;
