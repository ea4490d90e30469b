import {css} from 'lit';

/** Questions one below the other; a scale in a row that wraps; results as lines with a bar under each. */
export const surveyStyles = css`
  .questions > * {
    margin-block-start: var(--zwgk-space-5);
  }
  .question > * + * {
    margin-block-start: var(--zwgk-space-1);
  }
  .question legend {
    padding: 0;
  }
  .question textarea.input {
    min-block-size: 5em;
  }
  .scale-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-1);
  }
  .check.scale {
    grid-template-columns: 1fr;
    justify-items: center;
    align-content: start;
    min-inline-size: var(--zwgk-target);
    text-align: center;
  }
  .scale .end {
    display: block;
    max-inline-size: 7em;
    font-size: var(--zwgk-font-size-s);
    color: var(--zwgk-color-ink-soft);
  }
  .problems.survey-problems {
    margin-block-start: var(--zwgk-space-3);
  }
  .sheet dt {
    color: var(--zwgk-color-ink-soft);
  }
  .sheet dd + dt {
    margin-block-start: var(--zwgk-space-2);
  }
  .participants {
    font-size: var(--zwgk-font-size-l);
    font-weight: 600;
  }
  .mean {
    margin-inline-start: var(--zwgk-space-4);
  }
  .bars > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--zwgk-space-4);
    max-inline-size: var(--zwgk-measure);
    padding-block: var(--zwgk-space-2);
    break-inside: avoid;
  }
  .number {
    color: var(--zwgk-color-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .share {
    display: block;
    flex: 1 0 100%;
    block-size: 0.6em;
  }
  .share .all {
    fill: var(--zwgk-color-line);
  }
  .share .part {
    fill: var(--zwgk-color-accent-text);
  }
  @media (forced-colors: active) {
    .share {
      border: 1px solid;
    }
    .share .all {
      fill: Canvas;
    }
    .share .part {
      fill: CanvasText;
    }
  }
  @media print {
    .tallied {
      break-inside: avoid;
    }
  }
`;
