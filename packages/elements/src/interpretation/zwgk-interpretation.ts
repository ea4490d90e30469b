import {define} from '../foundation/define.ts';
import {ZwgkInterpretation} from './interpretation.ts';

define('zwgk-interpretation', ZwgkInterpretation);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-interpretation': ZwgkInterpretation;
  }
}
