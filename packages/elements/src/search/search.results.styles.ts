import {css} from 'lit';

/** Looks of the results: one column; conditions beside them where there is room. Elder density keeps one column. */
export const resultStyles = css`
  .tabs {
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .tabs ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-6);
  }
  .tab:is(a, .btn) {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: var(--zwgk-target);
    margin-block-end: -1px;
    padding: 0;
    color: var(--zwgk-color-ink);
    text-decoration: none;
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 0;
  }
  .tab:is(a, .btn):hover {
    border-block-end-color: var(--zwgk-color-accent-line);
  }
  .tab:is([aria-current], [aria-pressed='true']) {
    font-weight: 600;
    color: var(--zwgk-color-accent-text);
    border-block-end-color: currentColor;
  }
  .n {
    display: inline-block;
    font-weight: 400;
    color: var(--zwgk-color-ink-soft);
  }
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--zwgk-space-5);
  }
  .found-all > .tabs + .cols {
    margin-block-start: var(--zwgk-space-4);
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
    border: 0;
    border-block-end: 1px solid var(--zwgk-color-line);
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
  .facets .step:is([aria-current], [aria-pressed='true']) {
    padding-inline-start: var(--zwgk-space-2);
    border-inline-start: 3px solid var(--zwgk-color-accent-text);
  }
  .date {
    display: grid;
    grid-template-columns: 2.6em 1fr;
    align-items: center;
    gap: var(--zwgk-space-2);
    margin-block-start: var(--zwgk-space-2);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-2);
    margin-block-end: var(--zwgk-space-3);
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
  .results {
    outline-offset: 6px;
  }
  .note {
    margin-block-end: var(--zwgk-space-4);
  }
  .note .literal {
    min-block-size: 0;
    padding-block: 0;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-6);
    align-items: center;
    min-block-size: var(--zwgk-target);
  }
  .sort {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-4);
    align-items: center;
    margin-inline-start: auto;
  }
  .step,
  .btn.step {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--zwgk-target);
    padding-block: 0;
  }
  .step:has(.t) {
    text-decoration: none;
  }
  .step .t {
    text-decoration: underline 1px;
    text-underline-offset: 0.22em;
  }
  .step:is([aria-current], [aria-pressed='true']) {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  .hit {
    padding-block: var(--zwgk-space-5);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .hits > .hit:first-child {
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .kind,
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-4);
    max-inline-size: none;
    font-size: var(--zwgk-font-size-s);
    line-height: 1.75;
    color: var(--zwgk-color-ink-soft);
  }
  .kind {
    align-items: center;
    line-height: 1.6;
  }
  .kind .badge .i {
    inline-size: calc(var(--zwgk-icon) - 2px);
    block-size: calc(var(--zwgk-icon) - 2px);
    margin-block-start: calc((1.6em - var(--zwgk-icon) + 2px) / 2);
  }
  .hit .name,
  .hit .btn.name {
    display: inline-block;
    min-block-size: 0;
    padding-block: 5px;
    font-weight: 600;
    line-height: 1.5;
  }
  .hit .h3 {
    max-inline-size: 36em;
  }
  .ex {
    margin-block-start: var(--zwgk-space-2);
  }
  .to,
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-5);
    align-items: center;
    max-inline-size: none;
  }
  .more {
    gap: 0 var(--zwgk-space-3);
    font-size: var(--zwgk-font-size-s);
  }
  .ways {
    list-style: disc;
    padding-inline-start: 1.2em;
  }
  .ways > li + li {
    margin-block-start: var(--zwgk-space-1);
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-1) var(--zwgk-space-5);
    align-items: center;
    padding-block: var(--zwgk-space-3);
  }
  .results > .callout:last-child {
    margin-block-start: var(--zwgk-space-6);
  }
  .opened {
    outline-offset: 6px;
  }
  @media (forced-colors: active) {
    .tab:is([aria-current], [aria-pressed='true']) {
      border-block-end-color: Highlight;
    }
  }
  @container zwgk (max-width: 479px) {
    .sort {
      margin-inline-start: 0;
    }
  }
  @container zwgk (min-width: 800px) {
    .root:not([data-density='elder']) .cols:has(.filters) {
      grid-template-columns: 232px minmax(0, 1fr);
      gap: var(--zwgk-space-8);
    }
    .root:not([data-density='elder']) :is(.fold, .facets .done) {
      display: none;
    }
    .root:not([data-density='elder']) .facets {
      display: block;
      padding-block: var(--zwgk-space-2);
    }
  }
`;
