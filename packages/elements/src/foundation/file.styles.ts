import {css} from 'lit';

/** Files of a form, each with how far it has got. */
export const fileStyles = css`
  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--zwgk-space-4);
    align-items: center;
    padding-block: var(--zwgk-space-2);
    line-height: 1.6;
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .file > :is(progress, .error) {
    grid-column: 1 / -1;
  }
  .file progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--zwgk-color-accent-text);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-4);
  }
  .files + .choose {
    margin-block-start: var(--zwgk-space-3);
  }
  .choose {
    position: relative;
  }
  .choose[hidden] {
    display: none;
  }
  .choose:focus-within {
    outline: 3px solid var(--zwgk-color-accent-strong);
    outline-offset: 2px;
  }
  @container zwgk (max-width: 479px) {
    .file {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
