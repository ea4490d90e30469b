/**
 * An address of http(s), made absolute against `base`: the page's own by default, never its `<base>`.
 * `undefined` for an empty one and for anything that could run.
 */
export function safeHref(address: string, base = location.href): string | undefined {
  const url = address && URL.canParse(address, base) ? new URL(address, base) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
