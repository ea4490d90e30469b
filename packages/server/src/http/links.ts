/** `Link` headers of lists: relative to the request, so that they hold behind any proxy. */
import {linkHeader} from './headers.ts';

/** The request's own address with some parameters set, or dropped where `undefined`. */
export function address(url: URL, changes: Readonly<Record<string, string | undefined>> = {}, path = url.pathname): string {
  const search = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) search.delete(name);
    else search.set(name, value);
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

/** self, next and prev of one page. */
export const pageLinks = (
  url: URL,
  page: {readonly nextCursor: string | null; readonly prevCursor?: string | null},
  more: Readonly<Record<string, string>> = {},
): string =>
  linkHeader({
    self: address(url),
    next: page.nextCursor === null ? undefined : address(url, {cursor: page.nextCursor}),
    prev: page.prevCursor ? address(url, {cursor: page.prevCursor}) : undefined,
    ...more,
  });
