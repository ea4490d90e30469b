/** `zwgk.classic.js`: everything in one file, for pages that cannot load modules. Same discovery, same guard. */
import {start} from './start.ts';
import {TABLE} from './table.ts';

const script = document.currentScript as HTMLScriptElement | null;

// Without an element (evaluated by another script) the page is the only place to take addresses from.
start(script?.src || location.href, script, (tag) => TABLE[tag]?.());
