import type {SVGTemplateResult} from 'lit';
import {draw} from '../foundation/icons.ts';

/** Icons of suggestions and results. */
const PATHS = {
  close: 'm5 5 10 10m0-10L5 15',
  arrow: 'M4 10h12m-5-5 5 5-5 5',
  number: 'M8 3.5 6.5 16.5m7-13L12 16.5M3.5 7.5h13m-13.5 5h13',
  term: 'M3 3h6.5l7.5 7.5-6.5 6.5L3 9.5Zm3.6 3.5v.1',
  trend: 'm3 14 4.5-5 3.5 3 6-7m-4.5 0H17v4.5',
  explain: 'M3 4h14v9.5H9L5.5 17v-3.5H3Zm3.5 3.3h7m-7 3h4.5',
  talk: 'M3 4h14v9.5H9L5.5 17v-3.5H3Z',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.1M3 10h.1M3 15h.1',
  building: 'M3 17h14M4.5 17V8.5L10 4l5.5 4.5V17M8 17v-5h4v5',
};

export const searchIcon = (name: keyof typeof PATHS): SVGTemplateResult => draw(PATHS[name]);
