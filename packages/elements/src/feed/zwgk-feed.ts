import {define} from '../foundation/define.ts';
import {ZwgkFeed} from './feed.ts';

define('zwgk-feed', ZwgkFeed);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-feed': ZwgkFeed;
  }
}
