import {css} from 'lit';

/**
 * Design tokens. An agency sets one value, `--zwgk-color-accent`; the rest is computed from it, dark enough on light
 * and light enough on dark whatever it is. Lengths are px and em: host pages often change the root font size.
 */
export const tokens = css`
  .root {
    --zwgk-accent-base: var(--zwgk-color-accent, #17497f);
    --zwgk-color-accent-text: var(--zwgk-accent-base);
    --zwgk-color-surface: #fff;
    --zwgk-color-ink: color-mix(in oklab, var(--zwgk-color-accent-text) 10%, #16191d);
    --zwgk-color-ink-soft: color-mix(in oklab, var(--zwgk-color-ink) 74%, var(--zwgk-color-surface));
    --zwgk-color-wash: color-mix(in oklab, var(--zwgk-color-accent-text) 4%, var(--zwgk-color-surface));
    --zwgk-color-line: color-mix(in oklab, var(--zwgk-color-ink) 17%, var(--zwgk-color-surface));
    --zwgk-color-line-control: color-mix(in oklab, var(--zwgk-color-ink) 58%, var(--zwgk-color-surface));
    --zwgk-color-accent-strong: color-mix(in oklab, var(--zwgk-color-accent-text) 78%, #000);
    --zwgk-color-accent-wash: color-mix(in oklab, var(--zwgk-color-accent-text) 9%, var(--zwgk-color-surface));
    --zwgk-color-accent-line: color-mix(in oklab, var(--zwgk-color-accent-text) 42%, var(--zwgk-color-surface));
    --zwgk-color-mark: color-mix(in oklab, var(--zwgk-color-accent-text) 15%, var(--zwgk-color-surface));
    --zwgk-color-on-accent: #fff;
    --zwgk-color-attention: color-mix(in oklab, #a5350d 90%, var(--zwgk-color-accent-text));
    --zwgk-font-sans: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
    --zwgk-font-document: 'Songti SC', 'SimSun', 'Noto Serif CJK SC', 'Noto Serif SC', serif;
    --zwgk-font-size-s: 14px;
    --zwgk-font-size-m: 16px;
    --zwgk-font-size-l: 18px;
    --zwgk-font-size-xl: 20px;
    --zwgk-font-size-xxl: 24px;
    --zwgk-measure: 38em;
    --zwgk-space-1: 4px;
    --zwgk-space-2: 8px;
    --zwgk-space-3: 12px;
    --zwgk-space-4: 16px;
    --zwgk-space-5: 20px;
    --zwgk-space-6: 24px;
    --zwgk-space-8: 32px;
    --zwgk-radius: 6px;
    --zwgk-target: 44px;
    --zwgk-icon: 20px;
    --zwgk-duration: 160ms;
    color-scheme: light;
  }
  @supports (color: oklch(from red l c h)) {
    .root {
      --zwgk-accent-base: oklch(from var(--zwgk-color-accent, #17497f) min(l, 0.45) c h);
    }
  }
  .root[data-density='elder'] {
    --zwgk-font-size-s: 18px;
    --zwgk-font-size-m: 20px;
    --zwgk-font-size-l: 22px;
    --zwgk-font-size-xl: 24px;
    --zwgk-font-size-xxl: 28px;
    --zwgk-measure: 34em;
    --zwgk-target: 60px;
    --zwgk-icon: 24px;
    --zwgk-space-3: 16px;
    --zwgk-space-4: 20px;
    --zwgk-space-5: 24px;
    --zwgk-space-6: 28px;
    --zwgk-space-8: 40px;
  }
  @media (prefers-reduced-motion: reduce) {
    .root {
      --zwgk-duration: 0ms;
    }
  }
`;
