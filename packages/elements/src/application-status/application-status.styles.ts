import {css} from 'lit';

/** The form: two fields side by side where there is room. */
export const applicationStatusStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 320px);
  }
  :is(h2, h3, .refusal):focus {
    outline: none;
  }
  .ask {
    display: grid;
    gap: var(--zwgk-space-4);
    max-inline-size: 640px;
  }
  .ask .btn {
    justify-self: start;
  }
  .field {
    display: grid;
    align-content: start;
    gap: var(--zwgk-space-1);
  }
  .error {
    display: flex;
    gap: var(--zwgk-space-2);
    color: var(--zwgk-color-attention);
    font-weight: 600;
  }
  .error:empty {
    display: none;
  }
  .error .i {
    margin-block-start: 0.15em;
  }
  .input[aria-invalid='true'] {
    border: 2px solid var(--zwgk-color-attention);
  }
  .callout.refusal,
  .callout.idle {
    border-color: var(--zwgk-color-attention);
  }
  .callout.idle .btn {
    margin-block-start: var(--zwgk-space-2);
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.7;
  }
  @container zwgk (min-width: 560px) {
    .ask[part] {
      grid-template-columns: 1fr 1fr;
    }
    .ask[part] > .btn {
      grid-column: 1;
    }
  }
  @container zwgk (max-width: 479px) {
    .ask > .btn {
      justify-self: stretch;
    }
  }
`;
