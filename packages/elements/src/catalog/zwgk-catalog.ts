import {define} from '../foundation/define.ts';
import {ZwgkCatalog} from './catalog.ts';

define('zwgk-catalog', ZwgkCatalog);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-catalog': ZwgkCatalog;
  }
}
