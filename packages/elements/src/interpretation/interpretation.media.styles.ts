import {css} from 'lit';

/** Pictures as wide as the column; the zoomed one fills the window and moves inside it. */
export const mediaStyles = css`
  .media > * + * {
    margin-block-start: var(--zwgk-space-2);
  }
  .media + .media {
    margin-block-start: var(--zwgk-space-6);
  }
  .media :is(img, video) {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    background: #fff;
  }
  .media img {
    border: 1px solid var(--zwgk-color-line);
  }
  audio {
    display: block;
    inline-size: 100%;
    max-inline-size: var(--zwgk-measure);
  }
  .zoom {
    box-sizing: border-box;
    inline-size: 100vw;
    block-size: 100vh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: var(--zwgk-space-3);
    border: 0;
    color: inherit;
    background: var(--zwgk-color-surface);
    font: inherit;
  }
  .zoom[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: var(--zwgk-space-3);
  }
  .zoom .close {
    margin-inline-start: auto;
  }
  .zoom [aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .view {
    overflow: auto;
  }
  .media .view img {
    inline-size: 100%;
    max-inline-size: none;
  }
  [data-zoom='150'] .view img {
    inline-size: 150%;
  }
  [data-zoom='200'] .view img {
    inline-size: 200%;
  }
  [data-zoom='300'] .view img {
    inline-size: 300%;
  }
  .cues {
    max-block-size: 320px;
    overflow-y: auto;
  }
  .cue {
    white-space: pre-line;
    display: grid;
    grid-template-columns: 3.5em minmax(0, 1fr);
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--zwgk-target);
    padding: 0 var(--zwgk-space-2);
    border: 0;
    border-inline-start: 3px solid transparent;
    font: inherit;
    line-height: 1.6;
    text-align: start;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  .cue:hover {
    background: var(--zwgk-color-accent-wash);
  }
  .cue[aria-current] {
    border-inline-start-color: var(--zwgk-color-accent-text);
    background: var(--zwgk-color-wash);
    font-weight: 600;
  }
  .cue:focus-visible {
    outline-offset: -3px;
  }
`;
