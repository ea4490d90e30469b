import {css} from 'lit';

/** Reset root, type, controls and states that every widget shares. Selectors carry no prefix: they live in a shadow tree. */
export const baseStyles = css`
  :host {
    display: block;
    min-block-size: var(--zwgk-min-height, 0);
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    all: initial;
    display: block;
    container: zwgk / inline-size;
    color: var(--zwgk-color-ink);
    background: var(--zwgk-color-surface);
    font: var(--zwgk-font-size-m) / 1.75 var(--zwgk-font-sans);
    font-variant-numeric: tabular-nums;
    text-autospace: normal;
    line-break: strict;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: inherit;
  }
  .root *,
  .root ::before,
  .root ::after {
    box-sizing: border-box;
  }
  :where(h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, fieldset, legend, table, figure) {
    margin: 0;
    padding: 0;
    font-size: inherit;
  }
  :where(fieldset) {
    border: 0;
    min-inline-size: 0;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(p) {
    text-wrap: pretty;
    max-inline-size: var(--zwgk-measure);
  }
  :where(strong, .h2, .h3, .h4, .title, .label) {
    font-weight: 600;
  }
  a {
    color: var(--zwgk-color-accent-text);
    text-underline-offset: 0.22em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    color: var(--zwgk-color-accent-strong);
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 3px solid var(--zwgk-color-accent-strong);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--zwgk-color-surface);
    border-radius: 2px;
  }
  :is(.btn, .input, .chip):focus-visible {
    border-radius: var(--zwgk-radius);
  }
  .i {
    inline-size: var(--zwgk-icon);
    block-size: var(--zwgk-icon);
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.24em;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack > * + * {
    margin-block-start: var(--zwgk-space-6);
  }
  .soft {
    color: var(--zwgk-color-ink-soft);
  }
  .small,
  .demo {
    font-size: var(--zwgk-font-size-s);
  }
  .nowrap,
  .demo {
    white-space: nowrap;
  }
  .heading {
    padding-block-end: var(--zwgk-space-4);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .heading p,
  .demo {
    color: var(--zwgk-color-ink-soft);
    font-weight: 400;
  }
  .title {
    font-size: var(--zwgk-font-size-xxl);
    text-wrap: balance;
  }
  .h2 {
    font-size: var(--zwgk-font-size-xl);
  }
  .h3 {
    font-size: var(--zwgk-font-size-l);
  }
  .title,
  .h2,
  .h3,
  .label {
    line-height: 1.45;
  }
  .label {
    display: block;
  }
  .help {
    color: var(--zwgk-color-ink-soft);
    line-height: 1.6;
  }
  .input {
    display: block;
    inline-size: 100%;
    min-block-size: var(--zwgk-target);
    padding: 0 var(--zwgk-space-3);
    font: inherit;
    line-height: 1.5;
    color: inherit;
    background: var(--zwgk-color-surface);
    border: 1px solid var(--zwgk-color-line-control);
    border-radius: var(--zwgk-radius);
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--zwgk-space-2);
    min-block-size: var(--zwgk-target);
    padding: 6px var(--zwgk-space-5);
    font: inherit;
    line-height: 1.4;
    text-align: start;
    border-radius: var(--zwgk-radius);
    border: 1px solid var(--zwgk-color-accent-text);
    cursor: pointer;
    background: var(--zwgk-color-accent-text);
    color: var(--zwgk-color-on-accent);
    transition: background-color var(--zwgk-duration);
  }
  .btn:hover {
    background: var(--zwgk-color-accent-strong);
  }
  .btn.secondary {
    background: var(--zwgk-color-surface);
    color: inherit;
    border-color: var(--zwgk-color-line-control);
    text-decoration: none;
  }
  .btn.secondary:hover {
    background: var(--zwgk-color-accent-wash);
  }
  .btn.quiet {
    background: none;
    color: var(--zwgk-color-accent-text);
    border-color: transparent;
    padding-inline: 0;
    text-decoration: underline 1px;
    text-underline-offset: 0.22em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-2) var(--zwgk-space-5);
    align-items: center;
  }
  .badge {
    display: inline-flex;
    gap: 6px;
    vertical-align: top;
    line-height: 1.6;
  }
  .badge .i {
    color: var(--zwgk-color-accent-text);
    margin-block-start: calc((1.6em - var(--zwgk-icon)) / 2);
  }
  .badge.quiet .i {
    color: var(--zwgk-color-ink-soft);
  }
  .badge.attention,
  .badge.attention .i,
  .attention > .i {
    color: var(--zwgk-color-attention);
  }
  mark {
    background: var(--zwgk-color-mark);
    color: inherit;
    border-radius: 2px;
  }
  .dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--zwgk-space-1) var(--zwgk-space-5);
    line-height: 1.7;
  }
  .dl dt {
    color: var(--zwgk-color-ink-soft);
  }
  .dl dd {
    max-inline-size: var(--zwgk-measure);
  }

  summary {
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .disclose > summary {
    display: inline-flex;
    align-items: center;
    gap: var(--zwgk-space-1);
    min-block-size: var(--zwgk-target);
    margin-inline-start: -5px;
    color: var(--zwgk-color-accent-text);
  }
  .disclose > summary .t {
    text-decoration: underline 1px;
    text-underline-offset: 0.22em;
  }
  .disclose > summary .i {
    transition: transform var(--zwgk-duration);
  }
  .disclose[open] > summary .i {
    transform: rotate(90deg);
  }
  .callout {
    padding-inline-start: var(--zwgk-space-4);
    border-inline-start: 4px solid var(--zwgk-color-accent-line);
  }
  .state {
    display: grid;
    grid-template-columns: 28px 1fr;
    gap: var(--zwgk-space-3);
    padding-block: var(--zwgk-space-6);
    border-block: 1px solid var(--zwgk-color-line);
  }
  .state > .i {
    inline-size: 28px;
    block-size: 28px;
    stroke-width: 1.3;
  }
  .state > div > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .sk {
    display: block;
    block-size: 0.9em;
    margin-block: 0.45em;
    border-radius: 3px;
    background: var(--zwgk-color-line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .w30 {
    inline-size: 30%;
  }
  .w60 {
    inline-size: 60%;
  }
  .w90 {
    inline-size: 90%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .sk {
      animation: none;
    }
  }
  @container zwgk (max-width: 319px) {
    .nowrap {
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .btn,
    .chip,
    mark {
      border: 1px solid;
    }
    .root .i.i.i {
      color: inherit;
    }
  }
  @media print {
    .root {
      color: #000;
      background: #fff;
    }
    .no-print {
      display: none;
    }
  }
`;
