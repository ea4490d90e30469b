import {css} from 'lit';

/** Two panes where there is room, else one column; the passage before its explanation, in the type of the document. */
export const interpretationStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 640px);
  }
  .heading .about {
    color: inherit;
  }
  .go {
    display: inline-flex;
    align-items: center;
    gap: var(--zwgk-space-2);
    min-block-size: var(--zwgk-target);
    line-height: 1.5;
    text-align: start;
  }
  .btn.go {
    min-inline-size: var(--zwgk-target);
    padding-block: 0;
  }
  .column > * + * {
    margin-block-start: var(--zwgk-space-8);
    padding-block-start: var(--zwgk-space-6);
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 58fr) minmax(0, 42fr);
    block-size: var(--zwgk-pane-height, min(880px, 92vh));
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .panes .pane {
    position: relative;
    overflow-y: auto;
    scrollbar-gutter: stable;
  }
  .panes .source {
    padding-inline-end: var(--zwgk-space-2);
  }
  .panes .panel {
    padding-inline: var(--zwgk-space-6) var(--zwgk-space-2);
    border-inline-start: 1px solid var(--zwgk-color-line);
  }
  .pane:focus-visible {
    outline-offset: -3px;
  }
  .reading > * + * {
    margin-block-start: var(--zwgk-space-3);
  }
  .contents ul {
    columns: 9em;
    column-gap: var(--zwgk-space-4);
  }
  .contents li {
    break-inside: avoid;
  }
  .part {
    container: part / inline-size;
    padding-block: var(--zwgk-space-5);
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .panes.fresh .part {
    content-visibility: auto;
    contain-intrinsic-block-size: 200px;
  }
  .part > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .note {
    padding-block: var(--zwgk-space-2);
  }
  .part,
  .note {
    scroll-margin-block-start: 80px;
  }
  .note.here {
    background: var(--zwgk-color-wash);
    box-shadow:
      -9px 0 0 var(--zwgk-color-wash),
      -12px 0 0 var(--zwgk-color-accent-text);
  }
  .prose {
    white-space: pre-line;
  }
  .prose + .prose {
    margin-block-start: var(--zwgk-space-2);
  }
  blockquote {
    margin: 0;
    padding-inline-start: var(--zwgk-space-3);
    border-inline-start: 2px solid var(--zwgk-color-line-control);
    font-family: var(--zwgk-font-document);
    color: var(--zwgk-color-ink-soft);
    line-height: 1.7;
    max-inline-size: var(--zwgk-measure);
  }
  .place blockquote {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  @media print {
    .no-print {
      display: none;
    }
    .panes {
      display: block;
      block-size: auto;
    }
    .panes .pane {
      overflow: visible;
      border: 0;
      padding: 0;
    }
    .place blockquote {
      display: block;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
