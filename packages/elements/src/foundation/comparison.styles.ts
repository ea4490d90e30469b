import {css} from 'lit';

/** Two texts beside each other: rows of changes, by words. */
export const comparisonStyles = css`
  .compare > * + * {
    margin-block-start: var(--zwgk-space-3);
  }
  .rows > .row {
    display: block;
    padding-block: var(--zwgk-space-3);
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .what {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--zwgk-space-3);
  }
  .tag {
    padding-inline: 6px;
    border: 1px solid var(--zwgk-color-line-control);
    border-radius: var(--zwgk-radius);
    font-size: var(--zwgk-font-size-s);
    white-space: nowrap;
  }
  .same .tag {
    border-color: transparent;
    color: var(--zwgk-color-ink-soft);
    padding: 0;
  }
  .words {
    max-inline-size: var(--zwgk-measure);
    font-family: var(--zwgk-font-document);
    font-size: var(--zwgk-font-size-document);
    white-space: pre-line;
  }
  .words ins {
    text-decoration: underline 2px var(--zwgk-color-accent-text);
    text-underline-offset: 0.22em;
    background: var(--zwgk-color-mark);
  }
  .words del {
    text-decoration: line-through 2px var(--zwgk-color-attention);
    color: var(--zwgk-color-ink-soft);
  }
  @container zwgk (min-width: 640px) {
    .root:not([data-density='elder']) .rows > .row {
      display: grid;
      grid-template-columns: 10em minmax(0, 1fr);
      gap: var(--zwgk-space-5);
    }
    .what {
      flex-direction: column;
      align-items: flex-start;
    }
  }
  @media print {
    .words ins {
      background: none;
    }
  }
`;
