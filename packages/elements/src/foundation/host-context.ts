import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {safeHref} from './safe-href.ts';

export type Locale = 'zh-Hans' | 'zh-Hant' | 'en';
export type Density = 'normal' | 'elder';

/** What the loader leaves on the page for the elements it loads; see `packages/embed`. */
interface SdkGlobal {
  readonly version?: string;
  readonly endpoint?: string;
  readonly agency?: string;
}
export const sdkGlobal = (): SdkGlobal | undefined => (globalThis as unknown as Record<symbol, SdkGlobal | undefined>)[Symbol.for('zwgk')];

/** The parent across shadow roots. */
const parentOf = (node: Node): Node | null =>
  node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);

/** The nearest value of an attribute, from the element itself outwards and across shadow roots. */
export function closestAttribute(start: Element, name: string, tag?: string): string | null {
  for (let node: Node | null = start; node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const value = (!tag || node.localName === tag) && node.getAttribute(name);
    if (value) return value;
  }
  return null;
}

/** The nearest `<zwgk-config>`'s attribute; a config that wraps nothing speaks for the whole page. */
const fromConfig = (element: Element, name: string): string | null =>
  closestAttribute(element, name, 'zwgk-config') ?? document.querySelector(`zwgk-config[${name}]`)?.getAttribute(name) ?? null;

/** Language tag → one of the three the SDK speaks; Simplified Chinese by default. */
export function toLocale(tag: string | null): Locale {
  if (tag && /^en\b/i.test(tag)) return 'en';
  return tag && /^zh\b.*\b(Hant|TW|HK|MO)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
}

const hosts = new Set<HostContext>();
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const WATCHED = ['lang', 'endpoint', 'agency', 'density', 'theme'];

/** One observer for all widgets: any change of the watched attributes anywhere makes them look again. */
const refreshAll = (): void => hosts.forEach((host) => host.refresh());
new MutationObserver(refreshAll).observe(document, {subtree: true, attributes: true, attributeFilter: WATCHED});
document.addEventListener('zwgk-config-change', refreshAll);
darkSystem.addEventListener('change', refreshAll);

/**
 * Where a widget stands: its endpoint, agency, language and density, each from its own attribute, else the nearest
 * `<zwgk-config>`, else the script tag that loaded the SDK. Live: the host updates when any of them changes.
 */
export class HostContext implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Absolute API address without a slash at the end; empty when none is known. Never resolved against `<base>`. */
  endpoint = '';
  agency = '';
  locale: Locale = 'zh-Hans';
  density: Density = 'normal';
  theme = 'light';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }
  hostConnected(): void {
    hosts.add(this);
    this.refresh();
  }
  hostDisconnected(): void {
    hosts.delete(this);
  }

  /** Reads the surroundings again; asks the host to update when anything differs. */
  refresh(): void {
    const host = this.#host;
    // A widget inside another one stands where that one stands.
    const root = host.getRootNode();
    const place = root instanceof ShadowRoot && root.host.localName.startsWith('zwgk-') ? root.host : host;
    const read = (name: string): string => host.getAttribute(name) ?? place.getAttribute(name) ?? fromConfig(place, name) ?? '';
    const theme = read('theme');
    const next = {
      endpoint: safeHref(read('endpoint') || sdkGlobal()?.endpoint || '')?.replace(/\/+$/, '') ?? '',
      agency: read('agency') || sdkGlobal()?.agency || '',
      locale: toLocale(closestAttribute(place, 'lang') ?? fromConfig(place, 'lang')),
      density: (read('density') === 'elder' ? 'elder' : 'normal') as Density,
      theme: theme === 'dark' || (theme === 'auto' && darkSystem.matches) ? 'dark' : 'light',
    };
    if ((Object.keys(next) as (keyof typeof next)[]).every((key) => this[key] === next[key])) return;
    Object.assign(this, next);
    host.requestUpdate();
  }
}
