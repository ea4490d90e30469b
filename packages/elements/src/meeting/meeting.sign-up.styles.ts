import {css} from 'lit';

/** The form, its receipt, and looking a sign-up up. */
export const signUpStyles = css`
  .stack.part > .form {
    margin-block-start: var(--zwgk-space-6);
  }
  .form > * + *,
  .look > * + * {
    margin-block-start: var(--zwgk-space-4);
  }
  .field {
    max-inline-size: 26em;
  }
  .field.wide {
    max-inline-size: 40em;
  }
  .field > * + * {
    margin-block-start: var(--zwgk-space-1);
  }
  textarea.input {
    min-block-size: 6em;
    padding-block: var(--zwgk-space-2);
    line-height: 1.7;
    resize: vertical;
  }
  .check .help {
    display: block;
    font-size: var(--zwgk-font-size-s);
  }
  .problems {
    padding: var(--zwgk-space-4);
    border: 2px solid var(--zwgk-color-attention);
    border-radius: var(--zwgk-radius);
  }
  .problems a {
    display: inline-block;
    padding-block: var(--zwgk-space-1);
  }
  .code {
    font-family: monospace;
    font-size: var(--zwgk-font-size-xl);
    overflow-wrap: anywhere;
  }
  [aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
`;
