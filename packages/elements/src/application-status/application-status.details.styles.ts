import {css} from 'lit';

/** Where a request stands: the headline, the days, what happened, what may be done. */
export const detailsStyles = css`
  [hidden] {
    display: none !important;
  }
  .heading p {
    line-height: 1.6;
  }
  .headline {
    display: grid;
    gap: var(--zwgk-space-1);
  }
  .big {
    font-size: 1.75em;
    line-height: 1.35;
    font-weight: 600;
    text-wrap: balance;
    max-inline-size: none;
  }
  .said {
    white-space: pre-line;
  }
  .plain {
    font-size: var(--zwgk-font-size-l);
    line-height: 1.6;
  }
  section > .h3 {
    margin-block-end: var(--zwgk-space-2);
  }
  .callout.attention {
    border-color: var(--zwgk-color-attention);
  }
  .callout.attention > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .withdrawal > * + * {
    margin-block-start: 0;
  }
  textarea.input {
    padding-block: var(--zwgk-space-2);
    resize: vertical;
  }
  .mend {
    padding: var(--zwgk-space-3) var(--zwgk-space-4);
    border: 2px solid var(--zwgk-color-attention);
    border-radius: var(--zwgk-radius);
  }
  .mend .btn {
    color: var(--zwgk-color-attention);
  }

  .days {
    max-inline-size: 640px;
  }
  .ticks {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 2px;
    align-items: end;
    block-size: 28px;
  }
  .ticks.dense {
    gap: 1px;
  }
  .ticks i,
  .key {
    display: block;
    block-size: 20px;
    border-radius: 2px;
    border: 1px solid var(--zwgk-color-accent-text);
  }
  .key {
    flex: none;
    inline-size: 12px;
  }
  .ticks i.today {
    block-size: 28px;
  }
  i.used {
    background: var(--zwgk-color-accent-text);
  }
  .root i.paused {
    block-size: 8px;
    border: 1px dashed var(--zwgk-color-line-control);
  }
  i.over {
    border-color: var(--zwgk-color-attention);
    background: var(--zwgk-color-attention);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: var(--zwgk-space-4);
    margin-block-start: var(--zwgk-space-1);
    line-height: 1.5;
  }
  .ends > span > span {
    display: block;
  }
  .ends > :last-child {
    text-align: end;
  }
  .sums {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-2) var(--zwgk-space-8);
    margin-block-start: var(--zwgk-space-3);
  }
  .sums li {
    display: flex;
    gap: var(--zwgk-space-2);
    align-items: center;
  }
  .disclose .in > * + * {
    margin-block-start: var(--zwgk-space-2);
  }

  .timeline > li {
    position: relative;
    padding-inline-start: 32px;
    padding-block-end: var(--zwgk-space-5);
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(var(--zwgk-icon) / 2 - 1px);
    inset-block: 1.75em -0.1em;
    border-inline-start: 2px solid var(--zwgk-color-line);
  }
  .timeline > li:last-child {
    padding-block-end: 0;
  }
  .timeline > li:last-child::before {
    content: none;
  }
  .timeline > li > .i {
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: calc((1.75em - var(--zwgk-icon)) / 2);
    color: var(--zwgk-color-accent-text);
  }
  .timeline > .todo > .i {
    color: var(--zwgk-color-line-control);
  }
  .timeline > .pause::before {
    border-inline-start-style: dashed;
    border-color: var(--zwgk-color-line-control);
  }
  .timeline > li > strong {
    display: block;
    line-height: 1.75;
  }
  .timeline :is(time, .when) {
    display: block;
    color: var(--zwgk-color-ink-soft);
    font-size: var(--zwgk-font-size-s);
    text-wrap: balance;
  }
  .timeline .when strong {
    font-weight: 400;
  }

  p + .dl,
  .remedies + *,
  .files li,
  .remedies li + li {
    margin-block-start: var(--zwgk-space-2);
  }
  .two,
  .beside {
    display: grid;
    gap: var(--zwgk-space-6);
    align-content: start;
  }
  .tools {
    display: grid;
    gap: var(--zwgk-space-3);
    padding-block-start: var(--zwgk-space-4);
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .tools .btn .i {
    color: var(--zwgk-color-ink-soft);
  }
  @container zwgk (min-width: 800px) {
    .root[data-density='normal'] .two {
      grid-template-columns: minmax(0, 1fr) 304px;
      gap: 48px;
    }
  }
  @container zwgk (max-width: 479px) {
    .dl {
      grid-template-columns: minmax(0, 1fr);
    }
    .dl dd + dt {
      margin-block-start: var(--zwgk-space-2);
    }
  }
  @media (forced-colors: active) {
    i.used,
    i.over {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media print {
    .timeline > li,
    .remedies li {
      break-inside: avoid;
    }
    .ticks i {
      print-color-adjust: exact;
    }
  }
`;
