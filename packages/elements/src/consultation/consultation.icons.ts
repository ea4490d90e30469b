import type {SVGTemplateResult} from 'lit';
import {draw} from '../foundation/icons.ts';

/** Icons that only consultations have. */
const PATHS = {
  comment: 'M3 4h14v10H9.5L6 17v-3H3Zm3.5 3.5h7m-7 2.8h4.5',
  edit: 'm4 16 .8-3.4L13 4.4l2.6 2.6-8.2 8.2Z',
  trash: 'M3.5 5.5h13M8 5.5V3h4v2.5m-6.5 0L6.3 17h7.4l.8-11.5',
  partly: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0M10 2.5v15m2-14.7v14.4m2-13v11.6m2-9.2v7',
  not_adopted: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0M6.5 10h7',
};

export const consultationIcon = (name: keyof typeof PATHS): SVGTemplateResult => draw(PATHS[name]);
