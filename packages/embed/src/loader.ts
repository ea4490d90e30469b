/** `zwgk.js`: `<script type="module" src="…/sdk/v1/zwgk.js" data-endpoint="https://…/api/v1"></script>` */
import {scriptOf, start} from './start.ts';
import {TABLE} from './table.ts';

/** Tag → files of its first load, relative to this one; put in by the build (see `build/preload.ts`). */
declare const __ZWGK_PRELOAD__: Readonly<Record<string, readonly string[]>>;

const script = scriptOf(import.meta.url);

start(import.meta.url, script, (tag, {base}) => {
  // Chunks are asked for side by side with the core they import, not one after the other.
  for (const file of __ZWGK_PRELOAD__[tag] ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = base + file;
    link.nonce = script?.nonce ?? '';
    document.head.append(link);
  }
  return TABLE[tag]?.();
});
