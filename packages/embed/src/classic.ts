/** `zwgk.classic.js`: everything in one file, for pages that cannot load modules. Same discovery, same guard. */
import {start} from './start.ts';
import {TABLE} from './table.ts';

const tags = document.querySelectorAll<HTMLScriptElement>('script[src]');
// `<img name="currentScript">` in the page hides the property; the tag is then the last one so far with this file's name.
const script =
  document.currentScript === null || document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : ([...tags].reverse().find(({src}) => /\/zwgk\.classic\.js(?:[?#]|$)/.test(src)) ?? null);

// Without an element (evaluated by another script) the page is the only place to take addresses from.
start(script?.src || location.href, script, (tag) => TABLE[tag]?.());
