/**
 * Bundler plugin: names by which Lit and the elements know each other, and nobody else does, become short ones in every
 * chunk alike. A minifier cannot tell them from names of the browser. What a page may call stays: `updateComplete`,
 * `requestUpdate`, the elements' own properties.
 */
import type {Plugin} from 'vite';

/** None of these is a name of the browser's, of the contract's, or a public one; test/build/short-names.test.ts looks. */
export const NAMES = [
  'creationScope startNode endNode setConnected renderBefore fromAttribute hasChanged useDefault',
  'createProperty elementProperties noAccessor getPropertyDescriptor getPropertyOptions elementStyles finalizeStyles',
  'isUpdatePending hasUpdated enableUpdating addController removeController renderRoot createRenderRoot shadowRootOptions',
  'hostConnected hostDisconnected hostUpdate hostUpdated scheduleUpdate performUpdate shouldUpdate willUpdate firstUpdated',
  'getUpdateComplete renderOptions renderContent renderFallback renderFailed renderUnconfigured sayFailed announcer',
  '_$litType$ _$litDirective$ _$litPart$ _$cssResult$ _$litElement$',
].flatMap((line) => line.split(' '));

const SHORT = new Map(NAMES.map((name, i) => [name, `_${i.toString(36)}`]));
const ANY = new RegExp(`(?<![\\w$-])(?:${NAMES.join('|').replaceAll('$', '\\$')})(?![\\w$-])`, 'g');
const TAKEN = /\.(?:_[\da-z]{1,2})\b/;

/** The code with short names. @throws Error when it has such a short name of its own. */
export function shorten(code: string): string {
  const taken = TAKEN.exec(code)?.[0];
  if (taken) throw new Error(`The code has a property ${taken} of its own. Mend build/short-names.ts.`);
  return code.replace(ANY, (name) => SHORT.get(name)!);
}

export function shortNames(): Plugin {
  return {name: 'zwgk-short-names', renderChunk: (code) => ({code: shorten(code), map: null})};
}
