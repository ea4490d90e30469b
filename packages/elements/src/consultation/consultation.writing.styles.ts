import {css} from 'lit';

/** The draft with its tray beside it where there is room; below it, and a bar that stays, where there is not. */
export const writingStyles = css`
  .intro > * + *,
  .field > * + *,
  .editor > * + *,
  .tray > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  textarea.input {
    min-block-size: 7em;
    padding-block: var(--zwgk-space-2);
    line-height: 1.7;
    resize: vertical;
  }
  .editor {
    margin-block: var(--zwgk-space-2) var(--zwgk-space-3);
    padding: var(--zwgk-space-3) var(--zwgk-space-4);
    background: var(--zwgk-color-wash);
    border-inline-start: 3px solid var(--zwgk-color-accent-text);
    font: var(--zwgk-font-size-m) / 1.75 var(--zwgk-font-sans);
  }
  blockquote {
    margin: 0;
    padding-inline-start: var(--zwgk-space-3);
    border-inline-start: 3px solid var(--zwgk-color-accent-line);
    font-family: var(--zwgk-font-document);
  }
  .proof-progress {
    display: block;
    inline-size: 100%;
    accent-color: var(--zwgk-color-accent-text);
  }
  .over {
    color: var(--zwgk-color-attention);
    font-weight: 600;
  }
  .panel,
  .tray {
    padding: var(--zwgk-space-4);
    border: 1px solid var(--zwgk-color-line-control);
    border-radius: var(--zwgk-radius);
  }
  .panel:not(.stack) > * + * {
    margin-block-start: var(--zwgk-space-3);
  }
  .cols > * + * {
    margin-block-start: var(--zwgk-space-6);
  }
  .entries > li {
    padding-block: var(--zwgk-space-2);
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .entries .place {
    font-weight: 600;
  }
  .entries .btn {
    padding-block: 0;
    min-inline-size: var(--zwgk-target);
  }
  .tray .entries .prose,
  .tray blockquote,
  .clip {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .undone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--zwgk-space-4);
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--zwgk-space-2) var(--zwgk-space-4);
    padding-block: var(--zwgk-space-2);
    background: var(--zwgk-color-surface);
    border-block-start: 1px solid var(--zwgk-color-line-control);
  }
  .bar .clip {
    flex: 1 1 12em;
    -webkit-line-clamp: 2;
    line-height: 1.5;
  }
  .trap {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .review .field,
  .extras {
    max-inline-size: 26em;
  }
  .extras > * + * {
    margin-block-start: var(--zwgk-space-3);
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
  @container zwgk (min-width: 800px) {
    .root:not([data-density='elder']) .cols {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 320px;
      gap: var(--zwgk-space-6);
      align-items: start;
    }
    .root:not([data-density='elder']) .cols > * + * {
      margin-block-start: 0;
    }
    .root:not([data-density='elder']) .tray {
      position: sticky;
      inset-block-start: 16px;
      max-block-size: calc(100vh - 32px);
      overflow-y: auto;
    }
    .root:not([data-density='elder']) .bar:not(.on) {
      display: none;
    }
  }
`;
