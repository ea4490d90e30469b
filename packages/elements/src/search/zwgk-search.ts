import {define} from '../foundation/define.ts';
import {ZwgkSearch} from './search.ts';

define('zwgk-search', ZwgkSearch);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-search': ZwgkSearch;
  }
}
