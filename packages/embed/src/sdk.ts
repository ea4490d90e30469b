/** Release of this build, put in by the bundler. */
declare const __ZWGK_VERSION__: string;

/** What the SDK leaves on the page, under `globalThis[Symbol.for('zwgk')]`. Read-only; there is one per page. */
export interface Sdk {
  /** Release, such as `0.1.0`. */
  readonly version: string;
  /** Absolute URL of the folder that the SDK was loaded from, with a slash at the end. */
  readonly base: string;
  /** Absolute URL of the API that elements use when nothing nearer names one; empty when the page names none that is a URL. */
  readonly endpoint: string;
  /** Agency from the script tag's `data-agency`. */
  readonly agency: string | undefined;
  /** Tells the webmaster in the console, once per code, what is wrong and how to mend it. */
  report(code: string, detail: string, level?: 'error' | 'warn'): void;
  /** Looks for elements in a root that cannot be found from outside, such as a closed shadow root, and watches it. */
  scan(root: ParentNode & Node): void;
}

const KEY = Symbol.for('zwgk');
const page = globalThis as unknown as Record<symbol, Sdk | undefined>;

function createReport(): Sdk['report'] {
  const told = new Set<string>();
  return (code, detail, level = 'error') => {
    if (told.has(code)) return;
    told.add(code);
    console[level](`[zwgk] ${code}: ${detail}`);
  };
}

/** The API: `data-endpoint` against the page's own location, never its `<base>`; else the SDK's own server. */
function endpointOf(script: HTMLScriptElement | null, url: string): string {
  const address = script?.getAttribute('data-endpoint') || new URL('/api/v1', url).href;
  const from = [location.href, url].find((base) => URL.canParse(address, base));
  return from ? new URL(address, from).href : '';
}

/**
 * Publishes this copy of the SDK, unless the page already has one: then says so and returns `undefined`.
 * @param url Absolute URL of this script.
 * @param script Its element, for `data-endpoint` and `data-agency`.
 */
export function publish(url: string, script: HTMLScriptElement | null, scan: Sdk['scan']): Sdk | undefined {
  const first = page[KEY];
  if (first) {
    const both = `${first.version} from ${first.base}, then ${__ZWGK_VERSION__} from ${url}`;
    first.report?.('loaded-twice', `the SDK is on this page twice (${both}); the first one is used. Remove the other script tag.`, 'warn');
    return undefined;
  }
  const sdk: Sdk = {
    version: __ZWGK_VERSION__,
    base: new URL('.', url).href,
    endpoint: endpointOf(script, url),
    agency: script?.getAttribute('data-agency') || undefined,
    report: createReport(),
    scan,
  };
  // Not writable: a second copy, or a page script, cannot swap it for another.
  Object.defineProperty(page, KEY, {value: Object.freeze(sdk)});
  return sdk;
}
