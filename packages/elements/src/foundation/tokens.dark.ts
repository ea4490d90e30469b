import {css} from 'lit';

/** Dark theme: loaded where a page asks for it, since host pages are light. */
export const darkTokens = css`
  @media not print {
    .root[data-theme='dark'] {
      --zwgk-color-accent-text: color-mix(in oklab, var(--zwgk-accent-base) 38%, #fff);
      --zwgk-color-surface: color-mix(in oklab, var(--zwgk-accent-base) 9%, #101316);
      --zwgk-color-ink: color-mix(in oklab, var(--zwgk-accent-base) 5%, #f1f3f5);
      --zwgk-color-accent-strong: color-mix(in oklab, var(--zwgk-color-accent-text) 70%, #fff);
      --zwgk-color-on-accent: color-mix(in oklab, var(--zwgk-accent-base) 30%, #0b0d0f);
      --zwgk-color-attention: color-mix(in oklab, #ff9a70 88%, var(--zwgk-color-accent-text));
      --zwgk-color-document-red: #f0595e;
      --zwgk-color-accent-wash: color-mix(in oklab, var(--zwgk-color-accent-text) 13%, var(--zwgk-color-surface));
      --zwgk-color-mark: color-mix(in oklab, var(--zwgk-color-accent-text) 26%, var(--zwgk-color-surface));
      --zwgk-color-line: color-mix(in oklab, var(--zwgk-color-ink) 22%, var(--zwgk-color-surface));
      color-scheme: dark;
    }
    ::slotted(*) {
      color-scheme: light;
      background: #fff;
      color: #16191d;
    }
  }
`;
