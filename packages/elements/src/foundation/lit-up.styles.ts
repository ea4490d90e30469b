import {css} from 'lit';

/** Lit-up passages: a wash and a line, so that colour is not alone. Host pages have no tokens: each colour has its default. */
export const litUpStyles = css`
  ::highlight(zwgk-passage) {
    background-color: var(--zwgk-color-mark, #d9e2ee);
    text-decoration: underline 2px var(--zwgk-color-accent-text, #17497f);
  }
  ::highlight(zwgk-find) {
    background-color: var(--zwgk-color-mark, #d9e2ee);
    text-decoration: underline dotted 2px var(--zwgk-color-accent-text, #17497f);
  }
  ::highlight(zwgk-current) {
    background-color: var(--zwgk-color-accent-text, #17497f);
    color: var(--zwgk-color-on-accent, #fff);
  }
  .lit-up-layer {
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
  }
  .lit-up-layer > * {
    box-sizing: border-box;
    position: absolute;
    mix-blend-mode: multiply;
    background: #d9e2ee;
    border-block-end: 2px solid #17497f;
  }
  .lit-up-layer > .find {
    border-block-end-style: dotted;
  }
  .lit-up-layer > .current {
    background: #9bb8da;
    outline: 2px solid #17497f;
  }
  @media (forced-colors: active) {
    ::highlight(zwgk-passage),
    ::highlight(zwgk-find) {
      background-color: Mark;
      color: MarkText;
    }
    ::highlight(zwgk-current) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    ::highlight(zwgk-passage),
    ::highlight(zwgk-find),
    ::highlight(zwgk-current) {
      background-color: transparent;
      color: inherit;
      text-decoration: none;
    }
    .lit-up-layer {
      display: none;
    }
  }
`;
