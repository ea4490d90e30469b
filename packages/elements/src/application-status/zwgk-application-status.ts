import {define} from '../foundation/define.ts';
import {ZwgkApplicationStatus} from './application-status.ts';

define('zwgk-application-status', ZwgkApplicationStatus);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-application-status': ZwgkApplicationStatus;
  }
}
