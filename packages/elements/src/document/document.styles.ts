import {css} from 'lit';

/** An official document: serif body in a readable measure, one red rule under the head, metadata in plain type. */
export const documentStyles = css`
  :host {
    min-block-size: var(--zwgk-min-height, 480px);
  }
  .root {
    --zwgk-color-document-red: #c8161d;
    --zwgk-font-size-document: 17px;
  }
  .root[data-density='elder'] {
    --zwgk-font-size-document: 21px;
  }
  .red {
    padding-block-end: var(--zwgk-space-3);
    border-block-end: 3px solid var(--zwgk-color-document-red);
    text-align: center;
    font-family: var(--zwgk-font-document);
  }
  .red p {
    max-inline-size: none;
  }
  .red .h2 {
    color: var(--zwgk-color-document-red);
    font-size: 1.55em;
    letter-spacing: 0.06em;
    text-wrap: balance;
  }
  .red .org {
    display: inline-block;
  }
  .notice p + p {
    margin-block-start: var(--zwgk-space-1);
  }
  .notice .btn,
  .interpretations .btn {
    text-align: start;
  }
  .doc-title {
    font-family: var(--zwgk-font-document);
    text-align: center;
    margin-block: var(--zwgk-space-5);
  }
  .promulgation {
    text-align: center;
    margin-inline: auto;
  }
  .body {
    font-family: var(--zwgk-font-document);
    font-size: var(--zwgk-font-size-document);
    line-height: 1.95;
    max-inline-size: var(--zwgk-measure);
    margin-inline: auto;
  }
  .body section {
    padding-inline: var(--zwgk-space-2);
    border-inline-start: 3px solid transparent;
  }
  .body section.here {
    background: var(--zwgk-color-wash);
    border-inline-start-color: var(--zwgk-color-accent-text);
  }
  .body p {
    max-inline-size: none;
    text-wrap: wrap;
    margin-block: var(--zwgk-space-2);
  }
  .body .text {
    text-indent: 2em;
  }
  .body :is(h3, h4) {
    text-align: center;
    margin-block: var(--zwgk-space-5) var(--zwgk-space-2);
  }
  .body .label {
    display: inline;
    color: inherit;
    text-decoration: none;
    text-indent: 0;
  }
  .body a.label:hover {
    text-decoration: underline;
  }
  .html table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.92em;
    line-height: 1.6;
  }
  .html :is(td, th) {
    border: 1px solid var(--zwgk-color-line-control);
    padding: 4px 8px;
    text-align: start;
    vertical-align: top;
    min-inline-size: 5em;
    overflow-wrap: break-word;
  }
  .html :is(ul, ol) {
    padding-inline-start: 2em;
    list-style: revert;
  }
  .html img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .scroll {
    overflow-x: auto;
  }
  .withheld {
    display: block;
    padding: var(--zwgk-space-2) var(--zwgk-space-3);
    border: 1px dashed var(--zwgk-color-line-control);
    font-family: var(--zwgk-font-sans);
    font-size: var(--zwgk-font-size-m);
  }
  .toc a {
    display: inline-block;
    padding-block: 6px;
  }
  .toc .deep {
    padding-inline-start: 1.5em;
  }
  .tools .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-3) var(--zwgk-space-6);
    align-items: end;
  }
  .find,
  .jump {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-2);
    align-items: center;
  }
  :is(.find, .jump) label {
    inline-size: 100%;
  }
  .find .input {
    inline-size: 14em;
    min-inline-size: 0;
    flex: 1 1 8em;
  }
  .jump .input {
    inline-size: 9em;
  }
  .btn.icon {
    min-inline-size: var(--zwgk-target);
    padding: 0;
  }
  .mark {
    border-block: 1px solid var(--zwgk-color-line);
    padding-block: var(--zwgk-space-2);
    font-family: var(--zwgk-font-document);
    max-inline-size: var(--zwgk-measure);
    margin-inline: auto;
  }
  footer > * + * {
    margin-block-start: var(--zwgk-space-4);
  }
  .pair + .callout {
    margin-block-start: var(--zwgk-space-4);
  }
  .only-print {
    display: none;
  }
  .hash {
    font-family: monospace;
    word-break: break-all;
  }
  @container zwgk (min-width: 640px) {
    .root:not([data-density='elder']) .dl.pair {
      grid-template-columns: max-content minmax(0, 1fr) max-content minmax(0, 1fr);
    }
  }
  @media print {
    .only-print {
      display: block;
    }
    .body {
      max-inline-size: none;
      line-height: 1.75;
      orphans: 3;
      widows: 3;
    }
    .body section {
      padding-inline: 0;
      border: 0;
      background: none;
    }
    .body section:not(:has(> :nth-child(4))),
    :is(p, tr, .red, .mark, footer) {
      break-inside: avoid;
    }
    :is(h3, .doc-title, .red) {
      break-after: avoid;
    }
    .scroll {
      overflow: visible;
    }
    .body a {
      color: inherit;
      text-decoration: none;
    }
  }
`;
