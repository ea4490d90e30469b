import {define} from '../foundation/define.ts';
import {ZwgkSample} from './sample.ts';

define('zwgk-sample', ZwgkSample);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-sample': ZwgkSample;
  }
}
