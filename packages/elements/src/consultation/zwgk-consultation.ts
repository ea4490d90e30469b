import {define} from '../foundation/define.ts';
import {ZwgkConsultation} from './consultation.ts';

define('zwgk-consultation', ZwgkConsultation);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-consultation': ZwgkConsultation;
  }
}
