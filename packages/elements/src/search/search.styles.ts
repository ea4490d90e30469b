import {css} from 'lit';

/** The box; looks of suggestions and results load with them. */
export const searchStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 200px);
  }
  :host(:is([for], [action])) {
    min-block-size: var(--zwgk-min-height, 44px);
  }
  /* The list of suggestions stands above what follows on the page. */
  :host(:focus-within) {
    position: relative;
    z-index: 9;
  }
  .searchrow {
    display: grid;
    gap: var(--zwgk-space-3);
    margin-block-start: var(--zwgk-space-2);
  }
  .compact .searchrow {
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--zwgk-space-2);
    margin-block-start: 0;
  }
  .combo {
    position: relative;
  }
  .input[aria-invalid='true'] {
    border-color: var(--zwgk-color-attention);
  }
  .error {
    display: flex;
    gap: var(--zwgk-space-2);
    margin-block-start: var(--zwgk-space-2);
    color: var(--zwgk-color-attention);
    font-weight: 600;
  }
  .error .i {
    margin-block-start: 4px;
  }
  .skeleton > div {
    padding-block: var(--zwgk-space-5);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  @container zwgk (max-width: 359px) {
    .compact .go {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container zwgk (min-width: 480px) {
    .searchrow {
      grid-template-columns: minmax(0, 1fr) auto;
      max-inline-size: 640px;
    }
  }
`;
