import {css} from 'lit';

/** A plain list; everything else comes from the foundation. */
export const consultationStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 160px);
  }
  li {
    padding-block: var(--zwgk-space-2);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
`;
