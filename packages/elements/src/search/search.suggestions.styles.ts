import {css} from 'lit';

/** The list below the box. It lies over what follows, so that nothing moves while the reader types. */
export const suggestionStyles = css`
  .pop {
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    margin-block-start: var(--zwgk-space-1);
    padding-block: var(--zwgk-space-1);
    max-block-size: min(70vh, 540px);
    overflow: auto;
    background: var(--zwgk-color-surface);
    border: 1px solid var(--zwgk-color-line-control);
    border-radius: var(--zwgk-radius);
    box-shadow: 0 6px 20px color-mix(in oklab, var(--zwgk-color-ink) 16%, transparent);
  }
  .option {
    display: grid;
    grid-template-columns: var(--zwgk-icon) minmax(0, 1fr);
    gap: var(--zwgk-space-3);
    align-items: center;
    min-block-size: var(--zwgk-target);
    padding: 6px var(--zwgk-space-3);
    line-height: 1.5;
    cursor: pointer;
  }
  .option .i,
  .option small {
    color: var(--zwgk-color-ink-soft);
  }
  .option small {
    display: block;
    font-size: var(--zwgk-font-size-s);
  }
  .option:hover {
    background: var(--zwgk-color-wash);
  }
  .option[aria-selected='true'] {
    background: var(--zwgk-color-accent-wash);
    box-shadow: inset 3px 0 0 var(--zwgk-color-accent-text);
  }
  .pop .btn {
    margin-inline: var(--zwgk-space-3);
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
