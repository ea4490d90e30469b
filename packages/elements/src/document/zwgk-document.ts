import {define} from '../foundation/define.ts';
import {ZwgkDocument} from './document.ts';

define('zwgk-document', ZwgkDocument);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-document': ZwgkDocument;
  }
}
