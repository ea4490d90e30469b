import type {ApiError, ApiErrorCode} from '@zwgk/client';

type Cause = ApiErrorCode | 'unconfigured';

/** The exact fix for whoever runs the page, per cause. Causes that no webmaster can mend say nothing. */
const FIXES: Partial<Record<Cause, (api: string, page: string) => string>> = {
  'blocked-by-csp': (api) => `the page's Content-Security-Policy blocks the API. Add ${api} to connect-src.`,
  'cors-refused': (api, page) => `the API at ${api} does not know this site. Its operator registers it with: npx zwgk site add ${page}`,
  'contract-mismatch': (api) =>
    `the API at ${api} speaks another contract version. Update the backend, or load the SDK version made for it.`,
  intercepted: (api) =>
    `${api} answered with something that is no JSON. Check that endpoint="…" is the API's address and that no proxy or login page answers for it.`,
  unreachable: (api) => `the API at ${api} does not answer. Check that the server runs and the address is right.`,
  unconfigured: () => `no API address. Set data-endpoint on the SDK's script tag, or endpoint="…" on the element or on <zwgk-config>.`,
};

const told = new Set<string>();

/** Says once per cause and API in the console what to mend, with the code that the citizen's view stands for. `ownFix` where the element knows better. */
export function explainOnce(cause: ApiError | 'unconfigured', element: Element, ownFix?: string): void {
  const code: Cause = cause === 'unconfigured' ? cause : cause.code;
  const api = cause === 'unconfigured' ? '' : URL.canParse(cause.url) ? new URL(cause.url).origin : cause.url;
  const fix = ownFix || FIXES[code]?.(api, location.origin);
  const key = code + api + (ownFix ?? '');
  if (!fix || told.has(key)) return;
  told.add(key);
  console.error(`[zwgk] ${code}: <${element.localName}> cannot show its data: ${fix}`);
}
