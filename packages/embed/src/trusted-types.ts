/**
 * The SDK's one Trusted Types policy, `zwgk`. The build routes Lit's and DOMPurify's `createPolicy` here, so that a page
 * has one name to allow: `trusted-types zwgk`. It lets text through: Lit hands it the SDK's own templates, DOMPurify
 * what it is about to parse in an inert document, `script-url.ts` the address of a worker.
 */
const KEY = Symbol.for('zwgk.trusted-types');
const page = globalThis as unknown as Record<symbol, TrustedTypePolicy | undefined>;

interface Rules {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
interface TrustedTypePolicy {
  createHTML(text: string): unknown;
}
interface Factory {
  createPolicy(name: string, rules: Rules): TrustedTypePolicy;
}

/** Whether the page refuses plain text in a sink, so that nothing can be rendered without a policy. */
function isEnforced(): boolean {
  try {
    new DOMParser().parseFromString('', 'text/html');
    return false;
  } catch {
    return true;
  }
}

const unchanged = (text: string): string => text;

function create(): TrustedTypePolicy | undefined {
  const factory = (globalThis as {trustedTypes?: Factory}).trustedTypes;
  // Where the browser has none, an element with this id stands in its place.
  if (typeof factory?.createPolicy !== 'function') return undefined;
  try {
    return factory.createPolicy('zwgk', {createHTML: unchanged, createScriptURL: unchanged});
  } catch {
    // Better not to start than to replace the page's own links by nothing.
    if (isEnforced()) throw new Error("the page's Content-Security-Policy does not allow the policy: add zwgk to trusted-types");
    return undefined;
  }
}

/** A second copy of the SDK may not make a policy of the same name: it uses the one that is there. */
const policy = page[KEY] ?? create();
if (policy && !page[KEY]) Object.defineProperty(page, KEY, {value: policy});

/** Stands in for `trustedTypes.createPolicy`, whatever the library calls its policy. */
export const createPolicy = (): TrustedTypePolicy | undefined => policy;
