import {createFinder} from './find.ts';
import {publish, type Sdk} from './sdk.ts';

/** What a page hears when an element cannot start; its light-DOM content stays on the screen. */
export interface ZwgkErrorDetail {
  readonly code: 'script-missing';
}

/**
 * Starts one copy of the SDK: each element's chunk is loaded when its tag is first seen. Does nothing, and says so,
 * when the page has a copy already.
 * @param load Loads the chunk of a tag; `undefined` for a tag that is none of ours.
 */
export function start(url: string, script: HTMLScriptElement | null, load: (tag: string, sdk: Sdk) => Promise<unknown> | undefined): void {
  const loading = new Map<string, Promise<unknown> | undefined>();
  const begin = (tag: string): Promise<unknown> | undefined => {
    if (!loading.has(tag)) loading.set(tag, load(tag, sdk!));
    return loading.get(tag);
  };
  const watch = createFinder((element) => {
    const tag = element.localName;
    begin(tag)?.catch((error: unknown) => {
      // A connection that dropped comes back: the next tag, or this one then, tries again.
      loading.delete(tag);
      window.addEventListener('online', () => void begin(tag)?.catch(() => loading.delete(tag)), {once: true});
      fail(element, error);
    });
  });
  const sdk = publish(url, script, watch);
  if (!sdk) return;

  let refused = false;
  document.addEventListener('securitypolicyviolation', ({blockedURI}) => {
    if (blockedURI.startsWith(sdk.base)) refused = true;
  });
  function fail(element: Element, error: unknown): void {
    // The violation event is a task of its own, after the rejection.
    setTimeout(() => {
      const fix = refused
        ? `The page's Content-Security-Policy blocks it: add ${new URL(sdk!.base).origin} to script-src.`
        : `Copy every file of one release to ${sdk!.base}, not zwgk.js alone.`;
      sdk!.report('script-missing', `<${element.localName}> did not start (${String(error)}). ${fix}`);
      element.setAttribute('data-zwgk-error', 'script-missing');
      const detail: ZwgkErrorDetail = {code: 'script-missing'};
      element.dispatchEvent(new CustomEvent('zwgk-error', {bubbles: true, composed: true, detail}));
    });
  }
  watch(document);
}

/** The script element with this URL. Compared both ways: a `<base>` may stand before or after the script. */
export function scriptOf(url: string): HTMLScriptElement | null {
  for (const script of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
    const src = script.getAttribute('src') ?? '';
    if (script.src === url || (URL.canParse(src, location.href) && new URL(src, location.href).href === url)) return script;
  }
  return null;
}
