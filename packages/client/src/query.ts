/** Query values as the contract serialises them: absent, scalar, or a list. */
export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

/** Parameters whose values may hold a comma, sent once per value (`explode: true` in the contract). */
const EXPLODED: ReadonlySet<string> = new Set(['matter', 'topic']);

/** `?a=1&b=x,y` in the given order; empty values are left out; `''` when nothing is left. */
export function queryString(query: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, QueryValue][]) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'object') params.append(name, String(value));
    else if (EXPLODED.has(name)) for (const one of value) params.append(name, one);
    else if (value.length > 0) params.append(name, value.join(','));
  }
  const text = params.toString().replace(/%2C/g, ',');
  return text && `?${text}`;
}
