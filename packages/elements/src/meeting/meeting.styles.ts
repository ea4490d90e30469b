import {css} from 'lit';

/** Before anything is there; what each part looks like comes with the part. */
export const meetingStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 560px);
  }
  :host([quiet]) {
    min-block-size: 0;
  }
`;
