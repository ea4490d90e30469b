/** Addresses of the SDK's own scripts, as a page with Trusted Types wants them. */
interface Policy {
  createScriptURL?(url: string): unknown;
}
type Page = Readonly<Record<symbol, (Policy & {readonly base?: string}) | undefined>>;

/** @param file Path below the SDK's folder. @throws Error on a page that has no SDK. */
export function scriptUrl(file: string): URL {
  const page = globalThis as unknown as Page;
  const url = new URL(file, page[Symbol.for('zwgk')]?.base).href;
  return (page[Symbol.for('zwgk.trusted-types')]?.createScriptURL?.(url) ?? url) as URL;
}
