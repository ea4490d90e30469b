import {define} from '../foundation/define.ts';
import {ZwgkConfig} from './config.ts';

define('zwgk-config', ZwgkConfig);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-config': ZwgkConfig;
  }
}
