import {css} from 'lit';

/** Ticks and errors of fields, for slices that let the reader fill something in. */
export const fieldStyles = css`
  .error {
    display: flex;
    gap: var(--zwgk-space-2);
    color: var(--zwgk-color-attention);
    font-weight: 600;
  }
  .check {
    display: grid;
    grid-template-columns: 22px 1fr;
    gap: 0 var(--zwgk-space-3);
    min-block-size: var(--zwgk-target);
    padding-block: calc((var(--zwgk-target) - 1.6em) / 2);
    line-height: 1.6;
    cursor: pointer;
  }
  .check input {
    inline-size: 22px;
    block-size: 22px;
    margin: calc((1.6em - 22px) / 2) 0 0;
    accent-color: var(--zwgk-color-accent-text);
  }
`;
