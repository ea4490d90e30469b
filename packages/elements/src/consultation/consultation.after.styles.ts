import {css} from 'lit';

/** The report: a table where there is room, else one card a kind, each value with its word. */
export const afterStyles = css`
  .tally {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--zwgk-space-4);
    padding-block: var(--zwgk-space-4);
    border-block: 1px solid var(--zwgk-color-line);
  }
  .tally strong {
    display: block;
    font-size: var(--zwgk-font-size-l);
  }
  .table {
    display: block;
    inline-size: 100%;
    border-collapse: collapse;
  }
  .table :is(caption, tbody, tr, th, td) {
    display: block;
    text-align: start;
  }
  .table caption {
    padding-block-end: var(--zwgk-space-2);
  }
  .table thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .table tbody tr {
    padding-block: var(--zwgk-space-3);
    border-block-start: 1px solid var(--zwgk-color-line);
    scroll-margin-block: 80px;
  }
  .table td {
    display: grid;
    grid-template-columns: 5.5em minmax(0, 1fr);
    gap: var(--zwgk-space-2);
    line-height: 1.7;
  }
  .table .cap {
    color: var(--zwgk-color-ink-soft);
  }
  .table tbody tr.change {
    padding-block-start: 0;
    border: 0;
  }
  .table tr.change td {
    display: block;
    padding-inline-start: var(--zwgk-space-4);
    border-inline-start: 3px solid var(--zwgk-color-accent-line);
  }
  .table tr.own {
    background: var(--zwgk-color-accent-wash);
  }
  .table .btn,
  .public .btn.quiet {
    min-inline-size: var(--zwgk-target);
    padding-block: 0;
  }
  .btn[aria-expanded='true'] > svg {
    rotate: 90deg;
  }
  .look,
  .choices {
    display: grid;
    gap: var(--zwgk-space-3);
  }
  .fate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--zwgk-space-3);
    font-weight: 600;
  }
  .mine-answer .btn {
    padding-block: 0;
  }
  @container zwgk (min-width: 640px) {
    .tally {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .look,
    .choices {
      grid-template-columns: minmax(0, 16em) minmax(0, 16em) auto;
      align-items: end;
    }
  }
  @container zwgk (min-width: 800px) {
    .root:not([data-density='elder']) .table {
      display: table;
    }
    .root:not([data-density='elder']) .table caption {
      display: table-caption;
    }
    .root:not([data-density='elder']) .table thead {
      position: static;
      display: table-header-group;
      clip-path: none;
    }
    .root:not([data-density='elder']) .table tbody {
      display: table-row-group;
    }
    .root:not([data-density='elder']) .table tr {
      display: table-row;
    }
    .root:not([data-density='elder']) .table :is(th, td) {
      display: table-cell;
      padding: var(--zwgk-space-3) var(--zwgk-space-3) var(--zwgk-space-3) 0;
      border-block-start: 1px solid var(--zwgk-color-line);
      vertical-align: top;
    }
    .root:not([data-density='elder']) .table tbody th {
      inline-size: 30%;
    }
    .root:not([data-density='elder']) .table td:first-of-type {
      inline-size: 7em;
    }
    .root:not([data-density='elder']) .table td:nth-of-type(2) {
      inline-size: 8em;
    }
    .root:not([data-density='elder']) .table tr.change td {
      padding: 0 0 var(--zwgk-space-4) var(--zwgk-space-4);
      border-block: 0;
    }
    .root:not([data-density='elder']) .table .cap {
      display: none;
    }
  }
`;
