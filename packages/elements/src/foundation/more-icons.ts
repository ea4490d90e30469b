import {svg, type SVGTemplateResult} from 'lit';
import {draw} from './icons.ts';

/** Icons of what opens on demand. */
const PATHS = {
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  download: svg`<path d="M10 3v9.5M6 9l4 4 4-4M3.5 17h13"/>`,
  ticked: svg`<path d="M3.5 3.5h13v13h-13Z"/><path d="m6.3 10.2 2.6 2.6 4.8-5.4"/>`,
  unticked: svg`<path d="M3.5 3.5h13v13h-13Z"/>`,
};

export const moreIcon = (name: keyof typeof PATHS): SVGTemplateResult => draw(PATHS[name]);
