import {svg, type SVGTemplateResult} from 'lit';

/** Icons of the first view, 20 × 20, one stroke in the current colour. They decorate; words say what they mean. */
const PATHS = {
  search: 'M3.5 9a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0m9.7 4.2 4 4',
  proactive: 'M1.8 10S4.8 4.8 10 4.8s8.2 5.2 8.2 5.2-3 5.2-8.2 5.2S1.8 10 1.8 10m5.8 0a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0',
  partial: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0M10 2.5v15m1.5-14.8v14.6M13 3.4v13.2m1.5-12v10.8M16 5.6v8.8',
  on_request: 'M2.5 4.5h15v11h-15Zm.5.5 7 6 7-6',
  withheld: 'M4.5 9h11v8h-11Zm2.3 0V6.2a3.2 3.2 0 0 1 6.4 0V9M10 12.3v1.6',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  chevron: 'm7.5 4.5 5.5 5.5-5.5 5.5',
  left: 'M12.5 4.5 7 10l5.5 5.5',
  done: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0m4 .3 2.5 2.5 4.5-5',
  alert: 'M10 3 2.5 16.5h15Zm0 5.2v3.6m0 2.4v.1',
  file: 'M5 2.5h7l3.5 3.5v11.5H5Zm7 0V6h3.5m-8 4h5m-5 3h5',
  clock: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0M10 5.5V10l3 2',
};
export type IconName = keyof typeof PATHS;

export const draw = (path: string): SVGTemplateResult =>
  svg`<svg class="i" viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;

export const icon = (name: IconName): SVGTemplateResult => draw(PATHS[name]);
