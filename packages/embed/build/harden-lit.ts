/**
 * Bundler plugin: makes Lit and DOMPurify safe on foreign pages.
 *
 * - `createPolicy` goes to src/trusted-types.ts: one policy, `zwgk`, that a second copy of the SDK reuses.
 * - No look-up of page globals that content can stand in for by an id (`<a id="litHtmlPolyfillSupport">`) and that
 *   a second Lit on the page would share; standard decorators, which the elements do not use, go with them.
 * - No sentences for mistakes that only our own code could make.
 * - Constructable style sheets, always: the way round them writes `<style>` elements, which a strict policy blocks.
 *
 * Each edit must match exactly once, or the build stops: an update of a library cannot slip past unedited.
 */
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';
import {LIGHTER, type Edit} from './lighten-lit.ts';

const POLICY = fileURLToPath(new URL('../src/trusted-types.ts', import.meta.url));
const IMPORT = `import {createPolicy as __zwgkCreatePolicy} from ${JSON.stringify(POLICY)};\n`;

/** A name that the minified sources give to globalThis. */
const G = String.raw`\b[a-zA-Z_$][\w$]*`;

const HARDER: Readonly<Record<string, readonly Edit[]>> = {
  'lit-html/lit-html.js': [
    ['policy', new RegExp(String.raw`${G}\.createPolicy\("lit-html",`), '__zwgkCreatePolicy("lit-html",'],
    ['message', /Error\("invalid template strings array"\)/, 'Error("html")'],
    ['polyfill support', new RegExp(String.raw`=${G}\.litHtmlPolyfillSupport\b`), '=void 0'],
    ['version list', new RegExp(String.raw`\(${G}\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)`), '0'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    ['polyfill support', new RegExp(String.raw`=${G}\.reactiveElementPolyfillSupport\b`), '=void 0'],
    ['metadata list', new RegExp(String.raw`Symbol\.metadata\?\?=Symbol\("metadata"\),${G}\.litPropertyMetadata\?\?=new WeakMap;`), ''],
    [
      'metadata',
      /const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{const (\w)=litPropertyMetadata\.get\(\1\);if\(void 0!==\2\)for\(const\[(\w),(\w)\]of \2\)this\.elementProperties\.set\(\3,\4\)\}/,
      '',
    ],
    ['version list', new RegExp(String.raw`\(${G}\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)`), '0'],
  ],
  '@lit/reactive-element/css-tag.js': [
    [
      'sheets',
      new RegExp(
        String.raw`=${G}\.ShadowRoot&&\(void 0===${G}\.ShadyCSS\|\|${G}\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype`,
      ),
      '=!0',
    ],
    ['constructor message', /Error\("CSSResult is not constructable[^"]*"\)/, 'Error("css")'],
    ['value message', /Error\("Value passed to 'css' function must be a 'css' function result: "\+\w\+"[^"]*"\)/, 'Error("css")'],
    ['nonce', new RegExp(String.raw`=${G}\.litNonce\b`), '=void 0'],
  ],
  'lit-element/lit-element.js': [
    ['hydration support', new RegExp(String.raw`${G}\.litElementHydrateSupport\?\.\(\{LitElement:[\w$]+\}\)`), '0'],
    ['polyfill support', new RegExp(String.raw`=${G}\.litElementPolyfillSupport\b`), '=void 0'],
    ['version list', new RegExp(String.raw`\(${G}\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\)`), '0'],
  ],
  'dompurify/dist/purify.es.mjs': [['policy', /\btrustedTypes\.createPolicy\(policyName,/, '__zwgkCreatePolicy(policyName,']],
};

/** File in node_modules → its edits. */
export const EDITS: Readonly<Record<string, readonly Edit[]>> = Object.fromEntries(
  Object.keys({...HARDER, ...LIGHTER}).map((file) => [file, [...(HARDER[file] ?? []), ...(LIGHTER[file] ?? [])]]),
);

/** Look-ups of page globals that may not be left in a file after its edits. */
const LEFT =
  /\b(?:litHtmlPolyfillSupport|reactiveElementPolyfillSupport|litElementPolyfillSupport|litElementHydrateSupport|litIssuedWarnings|litPropertyMetadata|lit\w*Versions|reactiveElementVersions|litNonce|ShadyCSS)\b|\.createPolicy\(/;

/** The entry of `EDITS` that a module belongs to. */
const fileOf = (id: string): string | undefined =>
  Object.keys(EDITS).find((name) => id.replace(/\?.*$/, '').replaceAll('\\', '/').endsWith(`node_modules/${name}`));

/** The edited source, or `undefined` for a file that needs none. @throws Error when a library no longer looks as expected. */
export function harden(code: string, id: string): string | undefined {
  const file = fileOf(id);
  if (!file) return undefined;
  let edited = code;
  for (const [what, pattern, replacement] of EDITS[file]!) {
    const count = [...code.matchAll(new RegExp(pattern, 'g'))].length;
    if (count !== 1)
      throw new Error(
        `${file}: found ${count} places for the edit “${what}”, expected 1. Look at the new release and mend build/harden-lit.ts.`,
      );
    edited = edited.replace(pattern, replacement);
  }
  const left = LEFT.exec(edited);
  if (left) throw new Error(`${file}: ${left[0]} is still there after the edits. Mend build/harden-lit.ts.`);
  return edited.includes('__zwgkCreatePolicy') ? IMPORT + edited : edited;
}

export function hardenLit(): Plugin {
  const seen = new Set<string | undefined>();
  return {
    name: 'zwgk-harden-lit',
    transform(code, id) {
      const edited = harden(code, id);
      if (edited === undefined) return null;
      seen.add(fileOf(id));
      return {code: edited, map: null};
    },
    /** A renamed or moved file would be bundled unedited. */
    buildEnd(error) {
      const missed = Object.keys(EDITS).filter((file) => !seen.has(file));
      if (!error && missed.length > 0) throw new Error(`Not bundled, so not hardened: ${missed.join(', ')}. Mend build/harden-lit.ts.`);
    },
  };
}
