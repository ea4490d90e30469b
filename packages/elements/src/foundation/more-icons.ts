import type {SVGTemplateResult} from 'lit';
import {draw} from './icons.ts';

/** Icons of what opens on demand. */
const PATHS = {
  close: 'm5 5 10 10m0-10L5 15',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 17h13',
  ticked: 'M3.5 3.5h13v13h-13Zm2.8 6.7 2.6 2.6 4.8-5.4',
  unticked: 'M3.5 3.5h13v13h-13Z',
};

export const moreIcon = (name: keyof typeof PATHS): SVGTemplateResult => draw(PATHS[name]);
