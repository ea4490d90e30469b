import type {SVGTemplateResult} from 'lit';
import {draw} from '../foundation/icons.ts';

/** Icons that only documents have. */
const PATHS = {
  comment: 'M3 4h14v10H9.5L6 17v-3H3Zm3.5 3.5h7m-7 2.8h4.5',
  up: 'm5 12.5 5-5 5 5',
  down: 'm5 7.5 5 5 5-5',
};

export const documentIcon = (name: keyof typeof PATHS): SVGTemplateResult => draw(PATHS[name]);
