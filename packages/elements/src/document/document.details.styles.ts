import {css} from 'lit';

/** What opens on demand: links and terms in the text, definitions below a line, changes by words. */
export const detailsStyles = css`
  .ref {
    color: var(--zwgk-color-accent-text);
    text-decoration: underline 1px;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  .term {
    text-decoration: underline dotted 2px var(--zwgk-color-line-control);
    text-underline-offset: 0.3em;
    cursor: help;
  }
  .term:hover,
  .term[aria-expanded='true'] {
    background: var(--zwgk-color-accent-wash);
  }
  .note {
    margin-block: var(--zwgk-space-2) var(--zwgk-space-3);
    padding: var(--zwgk-space-2) var(--zwgk-space-4);
    border-inline-start: 4px solid var(--zwgk-color-accent-line);
    background: var(--zwgk-color-wash);
    font: var(--zwgk-font-size-m) / 1.75 var(--zwgk-font-sans);
  }
  .note a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--zwgk-target);
  }
  .gutter {
    display: inline-flex;
    align-items: center;
    gap: var(--zwgk-space-1);
    min-block-size: var(--zwgk-target);
    min-inline-size: var(--zwgk-target);
    padding: 0 var(--zwgk-space-2);
    border: 0;
    border-radius: var(--zwgk-radius);
    background: none;
    color: var(--zwgk-color-accent-text);
    font: var(--zwgk-font-size-s) / 1.4 var(--zwgk-font-sans);
    cursor: pointer;
  }
  .act {
    font: var(--zwgk-font-size-m) / 1.75 var(--zwgk-font-sans);
  }
  .gutter:hover,
  .here > .gutter {
    background: var(--zwgk-color-accent-wash);
  }
  .tools.on {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: var(--zwgk-space-2);
    background: var(--zwgk-color-surface);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .tools.on .jump {
    display: none;
  }
  .terms dt {
    font-weight: 600;
  }
  .terms dd {
    margin-block-end: var(--zwgk-space-3);
    max-inline-size: var(--zwgk-measure);
  }
  .history {
    padding-block: var(--zwgk-space-2) var(--zwgk-space-4);
  }
  .versions li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--zwgk-space-3);
    min-block-size: var(--zwgk-target);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  @container zwgk (min-width: 480px) {
    .marked {
      max-inline-size: calc(var(--zwgk-measure) + 72px);
    }
    .marked section {
      padding-inline-end: 72px;
    }
    section:has(> .gutter) {
      position: relative;
      min-block-size: var(--zwgk-target);
    }
    .gutter {
      position: absolute;
      inset: 0 0 auto auto;
      justify-content: center;
    }
    .gutter .w {
      display: none;
    }
  }
  @media print {
    .gutter {
      display: none;
    }
    .marked section {
      padding-inline: 0;
    }
    .marked {
      max-inline-size: none;
    }
    .ref,
    .term {
      color: inherit;
      text-decoration: none;
      background: none;
    }
  }
`;
