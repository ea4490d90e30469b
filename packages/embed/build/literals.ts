/** Bundler plugin: takes the white space that no reader sees out of the html, svg and css templates of the elements. */
import htmlLiterals from 'rollup-plugin-html-literals';
import type {Plugin} from 'vite';

/** Only what cannot be seen may change; test/e2e/embed-literals.test.ts compares what a browser makes of both. */
const OPTIONS = {
  // A space between two pieces of text stays a space.
  conservativeCollapse: true,
  // In SVG, `<path>` without its slash would swallow what follows.
  keepClosingSlash: true,
  // `lang=""` and `title=""` mean something.
  removeEmptyAttributes: false,
  minifyJS: false,
};

export function minifyLiterals(): Plugin {
  const {name, transform} = htmlLiterals({include: ['**/packages/elements/src/**'], failOnError: true, options: {minifyOptions: OPTIONS}});
  // A Rollup plugin by its types, but it uses nothing that Vite has not.
  return {name, transform} as unknown as Plugin;
}
