import {css} from 'lit';

/** What is filled in, its check, the receipt, and the letter. */
export const pageStyles = css`
  .form > * + *,
  .group > * + *,
  .check-all > * + * {
    margin-block-start: var(--zwgk-space-6);
  }
  .form,
  .error-summary,
  .check-all,
  .receipt,
  .letter,
  .unsent {
    max-inline-size: 760px;
  }
  .group {
    padding-block-start: var(--zwgk-space-5);
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .wrong > legend,
  .group > legend {
    float: inline-start;
    inline-size: 100%;
  }
  .wrong > legend + *,
  .group > legend + * {
    clear: both;
  }
  .group > legend + * {
    margin-block-start: var(--zwgk-space-1);
  }
  .field > .help + :not(.help),
  .field > .label + :is(.input, .check, .files, .choose) {
    margin-block-start: var(--zwgk-space-2);
  }
  .field > :is(.error, .input + .help) {
    margin-block-start: var(--zwgk-space-2);
  }
  .field .check + .check {
    margin-block-start: 0;
  }
  .wrong {
    padding-inline-start: var(--zwgk-space-4);
    border-inline-start: 4px solid var(--zwgk-color-attention);
  }
  [aria-invalid='true'].input {
    border: 2px solid var(--zwgk-color-attention);
  }
  .optional {
    font-weight: 400;
    color: var(--zwgk-color-ink-soft);
  }
  .input.short {
    max-inline-size: 22em;
  }
  .input[readonly] {
    background: var(--zwgk-color-wash);
  }
  .area {
    padding-block: var(--zwgk-space-2);
    resize: vertical;
    min-block-size: 7em;
  }
  .error-summary {
    padding: var(--zwgk-space-4) var(--zwgk-space-5);
    border: 2px solid var(--zwgk-color-attention);
    border-radius: var(--zwgk-radius);
  }
  .error-summary .h3,
  .unsent .h3,
  .outcome > .h2 {
    display: flex;
    gap: var(--zwgk-space-2);
    align-items: center;
  }
  .error-summary a {
    display: inline-block;
    padding-block: var(--zwgk-space-2);
    font-weight: 600;
    color: var(--zwgk-color-attention);
  }
  .attention,
  .error-summary .i {
    color: var(--zwgk-color-attention);
  }
  .callout.attention {
    border-inline-start-color: var(--zwgk-color-attention);
  }
  .unsent {
    padding: var(--zwgk-space-4) var(--zwgk-space-5);
    border: 2px solid var(--zwgk-color-attention);
    border-radius: var(--zwgk-radius);
  }
  .unsent > * + * {
    margin-block-start: var(--zwgk-space-3);
  }
  .disclose > .in {
    padding: var(--zwgk-space-1) 0 var(--zwgk-space-2) var(--zwgk-space-4);
    border-inline-start: 3px solid var(--zwgk-color-line);
  }
  .found {
    max-inline-size: 44em;
    padding-block: var(--zwgk-space-4);
    border-block: 1px solid var(--zwgk-color-line);
  }
  .found li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--zwgk-space-4);
    align-items: center;
    padding-block: var(--zwgk-space-2);
    line-height: 1.6;
  }
  .review {
    margin-block-start: var(--zwgk-space-2);
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .review > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--zwgk-space-4);
    padding-block: var(--zwgk-space-2);
    border-block-end: 1px solid var(--zwgk-color-line);
    align-items: center;
  }
  .review dt {
    color: var(--zwgk-color-ink-soft);
  }
  .review dd {
    grid-column: 1;
  }
  .review .act {
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .pre {
    white-space: pre-line;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  /* Where the reader is taken, with nothing to press: no ring round it. */
  .step-title:focus-visible,
  .outcome:focus-visible {
    outline: 0;
    box-shadow: none;
  }
  .receipt {
    padding: var(--zwgk-space-6);
    border: 1px solid var(--zwgk-color-line-control);
    border-radius: var(--zwgk-radius);
    break-inside: avoid;
  }
  .receipt > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .receipt .no,
  .receipt .code {
    font-weight: 600;
    user-select: all;
  }
  .receipt .no {
    font-size: min(1.5em, 7.4cqi);
    line-height: 1.4;
    margin-block-start: 0;
    white-space: nowrap;
  }
  .receipt .code {
    font-size: 1.25em;
    letter-spacing: 0.06em;
  }
  .receipt .dl {
    padding-block-start: var(--zwgk-space-4);
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .next {
    list-style: decimal;
    padding-inline-start: 1.4em;
    margin-block: var(--zwgk-space-2);
    max-inline-size: var(--zwgk-measure);
  }
  .letter {
    padding: var(--zwgk-space-6);
    border: 1px solid var(--zwgk-color-line);
    font-family: var(--zwgk-font-document);
  }
  .letter > * + * {
    margin-block-start: var(--zwgk-space-4);
  }
  .letter .title {
    text-align: center;
    max-inline-size: none;
  }
  .letter .sign {
    margin-inline-start: 50%;
  }
  .paper {
    display: none;
  }
  @container zwgk (max-width: 479px) {
    .receipt,
    .letter {
      padding: var(--zwgk-space-4);
    }
    .dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .dl dd + dt {
      margin-block-start: var(--zwgk-space-2);
    }
    .found li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container zwgk (min-width: 640px) {
    .review > div {
      grid-template-columns: 11em minmax(0, 1fr) auto;
    }
    .review dd {
      grid-column: 2;
    }
    .review .act {
      grid-column: 3;
      grid-row: 1;
    }
  }
  @media print {
    .letter,
    .paper {
      display: block;
      border: 0;
      padding: 0;
      max-inline-size: none;
    }
  }
`;
