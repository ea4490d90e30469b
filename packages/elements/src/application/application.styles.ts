import {css} from 'lit';

/** The heading, the steps, and the guide; what is filled in has styles of its own. */
export const applicationStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 480px);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--zwgk-space-6);
    counter-reset: s;
  }
  .steps li {
    counter-increment: s;
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 36px;
    color: var(--zwgk-color-ink-soft);
  }
  .steps li::before {
    content: counter(s);
    font-weight: 600;
  }
  .steps [aria-current] {
    color: var(--zwgk-color-ink);
    font-weight: 600;
    box-shadow: inset 0 -3px 0 var(--zwgk-color-accent-text);
  }
  /* Where the reader is taken: the page may have a head that stays. */
  [tabindex='-1'] {
    scroll-margin-block-start: 80px;
  }
  .guide > * + * {
    margin-block-start: var(--zwgk-space-4);
  }
  .guide p {
    white-space: pre-line;
  }
  .guide .h3 {
    margin-block-start: var(--zwgk-space-6);
  }
  .h3 + p {
    margin-block-start: var(--zwgk-space-1);
  }
  @container zwgk (max-width: 639px) {
    .steps {
      display: none;
    }
    .actions > .btn:not(.quiet) {
      inline-size: 100%;
    }
  }
`;
