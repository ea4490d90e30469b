import {css} from 'lit';

/** Rows with a hairline between them: what it is, from whom and when, and whether it is as the source has it. */
export const feedStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 320px);
  }
  .rows {
    margin-block-start: var(--zwgk-space-2);
  }
  .rows > * {
    padding-block: var(--zwgk-space-3);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .name {
    font-weight: 600;
    line-height: 1.6;
  }
  a .i {
    inline-size: 0.9em;
    block-size: 0.9em;
    margin-inline-start: 0.2em;
    vertical-align: -0.1em;
  }
  .rows p {
    line-height: 1.6;
    margin-block-start: var(--zwgk-space-1);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--zwgk-space-4);
  }
  .last {
    white-space: nowrap;
  }
  .phrase {
    display: inline-block;
  }
  .paper {
    display: none;
  }
  .hash {
    font-family: monospace;
    word-break: break-all;
  }
  .foot {
    margin-block-start: var(--zwgk-space-4);
  }
  [aria-disabled='true'] {
    color: var(--zwgk-color-ink-soft);
    cursor: default;
  }
  .skeleton > * {
    min-block-size: 9.4em;
  }
  @container zwgk (min-width: 640px) {
    .rows > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 16.5em;
      column-gap: var(--zwgk-space-6);
    }
    li > .line {
      align-content: start;
      margin-block-start: 0;
    }
    /* A target is taller than a line: its words stand beside the title all the same. */
    li > .line:has(.btn) {
      margin-block-start: calc((1.6em - var(--zwgk-target)) / 2);
    }
    .skeleton > * {
      min-block-size: 6.4em;
    }
  }
  @media print {
    .rows > * {
      break-inside: avoid;
    }
    a .i {
      display: none;
    }
    .name a::after {
      content: ' ' attr(href);
      font-weight: 400;
    }
    .paper {
      display: inline;
    }
    li > .line:has(.btn) {
      margin-block-start: 0;
    }
  }
`;
