import {css} from 'lit';

/** Before anything is there; what each part looks like comes with the part. */
export const consultationStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 640px);
  }
`;
