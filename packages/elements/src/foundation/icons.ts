import {svg, type SVGTemplateResult} from 'lit';

/** Icons of the first view, 20 × 20, drawn with the current colour. They decorate; words say what they mean. */
const PATHS = {
  search: svg`<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/>`,
  proactive: svg`<path d="M1.8 10S4.8 4.8 10 4.8 18.2 10 18.2 10 15.2 15.2 10 15.2 1.8 10 1.8 10Z"/><circle cx="10" cy="10" r="2.4"/>`,
  partial: svg`<circle cx="10" cy="10" r="7.5"/><path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor"/>`,
  on_request: svg`<path d="M2.5 4.5h15v11h-15Z"/><path d="m3 5 7 6 7-6"/>`,
  withheld: svg`<path d="M4.5 9h11v8h-11Z"/><path d="M6.8 9V6.2a3.2 3.2 0 0 1 6.4 0V9M10 12.3v1.6"/>`,
  filter: svg`<path d="M3 5h14M5.5 10h9M8 15h4"/>`,
  chevron: svg`<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>`,
  left: svg`<path d="M12.5 4.5 7 10l5.5 5.5"/>`,
  done: svg`<circle cx="10" cy="10" r="7.5"/><path d="m6.5 10.3 2.5 2.5 4.5-5"/>`,
  alert: svg`<path d="M10 3 2.5 16.5h15Z"/><path d="M10 8.2v3.6M10 14.2v.1"/>`,
  file: svg`<path d="M5 2.5h7l3.5 3.5v11.5H5Z"/><path d="M12 2.5V6h3.5M7.5 10h5M7.5 13h5"/>`,
  clock: svg`<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>`,
};
export type IconName = keyof typeof PATHS;

export const draw = (path: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="i" viewBox="0 0 20 20" aria-hidden="true">${path}</svg>`;

export const icon = (name: IconName): SVGTemplateResult => draw(PATHS[name]);
