import {define} from '../foundation/define.ts';
import {ZwgkApplication} from './application.ts';

define('zwgk-application', ZwgkApplication);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-application': ZwgkApplication;
  }
}
