import {css} from 'lit';

/** Notice and list: when, where and how it stands come first. */
export const pageStyles = css`
  .heading .glance {
    margin-block-start: var(--zwgk-space-2);
    font-size: var(--zwgk-font-size-l);
    color: inherit;
  }
  .stack.part > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .callout.attention {
    border-inline-start-color: var(--zwgk-color-attention);
  }
  .badge.attention {
    font-weight: 600;
    color: var(--zwgk-color-attention);
  }
  .prose {
    white-space: pre-line;
  }
  .prose > p + p {
    margin-block-start: var(--zwgk-space-2);
  }
  .plain > li {
    padding-block: var(--zwgk-space-1);
  }
  .list > li {
    padding-block: var(--zwgk-space-4);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .list .badge {
    display: flex;
  }
  .name {
    font-size: var(--zwgk-font-size-l);
    line-height: 1.6;
  }
  .name .btn {
    padding-block: 0;
  }
  .name a,
  .plain a {
    display: inline-block;
    min-block-size: 24px;
  }
  .chip[aria-pressed='true'] {
    background: var(--zwgk-color-accent-wash);
    border-color: var(--zwgk-color-accent-text);
  }
  .panel {
    padding: var(--zwgk-space-4);
    border: 1px solid var(--zwgk-color-line-control);
    border-radius: var(--zwgk-radius);
  }
  .panel > * + * {
    margin-block-start: var(--zwgk-space-3);
  }
`;
