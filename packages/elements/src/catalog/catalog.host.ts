import {html, type TemplateResult} from 'lit';
import type {ZwgkClient} from '@zwgk/client';
import type {Locale} from '../foundation/host-context.ts';
import type {CatalogDetails} from './catalog.details.ts';
import type {CatalogFilters, CatalogRoute, CatalogScope} from './catalog.logic.ts';
import type {CatalogStrings} from './catalog.strings.ts';

/** What the catalogue's templates need of the element: its state to read, and the few things they can ask for. */
export interface CatalogHost {
  readonly t: CatalogStrings;
  readonly locale: Locale;
  readonly filters: CatalogFilters;
  readonly scope: CatalogScope;
  readonly client: ZwgkClient | undefined;
  /** Where the reader can ask for what is not listed; empty when the page has no such place. */
  readonly requestHref: string;
  /** Level of the widget's heading. */
  readonly headingLevel: number;
  /** Shows the list under these conditions; `replace` while the reader is still typing. */
  apply(filters: CatalogFilters, replace?: boolean): void;
  /** Shows an item or a document, or the list for an empty route. */
  go(route: CatalogRoute): void;
  /** Address of such a change; `undefined` when the page's address is not to be touched. */
  hrefOf(filters: CatalogFilters, route?: CatalogRoute): string | undefined;
  /** Label of a value of a vocabulary, in the reader's language where it is closed. */
  labelOf(name: string, value: string): string;
  /** Whether something that opens on demand is open: a panel, a whole facet, the rest of a row. */
  isOpen(panel: string): boolean;
  setOpen(panel: string, open: boolean): void;
  /** What opens on demand; `undefined` until it has loaded, which the first opening sets off. */
  readonly details: CatalogDetails | undefined;
  say(text: string): void;
}

/** A click that the browser should handle itself: a new tab, a download. */
const isPlain = (event: MouseEvent): boolean => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Goes somewhere inside the widget: a real link where the address follows, else a button. */
export function renderLink(href: string | undefined, go: () => void, content: unknown, name = '', id = ''): TemplateResult {
  if (href === undefined) return html`<button type="button" class="btn quiet ${name}" data-link=${id} @click=${go}>${content}</button>`;
  const follow = (event: MouseEvent): void => {
    if (!isPlain(event)) return;
    event.preventDefault();
    go();
  };
  return html`<a class=${name} data-link=${id} href=${href} @click=${follow}>${content}</a>`;
}

/** A link that shows the list under other conditions. */
export const renderFilterLink = (host: CatalogHost, filters: CatalogFilters, content: unknown, name = ''): TemplateResult =>
  renderLink(host.hrefOf(filters), () => host.apply(filters), content, name);

/** A link that opens an item or a document. */
export const renderRouteLink = (host: CatalogHost, route: CatalogRoute, content: unknown, name = ''): TemplateResult =>
  renderLink(host.hrefOf(host.filters, route), () => host.go(route), content, name, route.document ?? route.item);
