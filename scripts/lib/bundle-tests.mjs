/** Browser tests in few files: a page that asks for two hundred modules one by one spends more time on that than on its tests. */
import {extname, resolve} from 'node:path';
import {build} from 'vite';

/** Path under which the files are served. */
const PLACE = '/.bundled/';
const STORIES = '.stories.ts';

/** A file of stories, as a test: every story of its is looked at. */
const lookAtStories = (root) => ({
  name: 'look-at-stories',
  transform(code, id) {
    if (!id.endsWith(STORIES)) return undefined;
    const looking = JSON.stringify(resolve(root, 'test/browser/stories.ts'));
    const looks = `\nimport {lookAtStories} from ${looking};\nimport * as everyStory from ${JSON.stringify(id)};\nlookAtStories(everyStory);`;
    return {code: code + looks, map: null};
  },
});

/**
 * Middleware for the dev server: answers each test file with what was bundled at the start. What goes past the server's own
 * plugins is not parsed and transformed again for every page.
 * @param {string} root the repository
 * @param {string[]} files tests, relative to it
 */
export async function bundleTests(root, files) {
  const {output} = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: PLACE,
    plugins: [lookAtStories(root)],
    build: {
      write: false,
      minify: false,
      sourcemap: true,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [file, resolve(root, file)])),
        output: {entryFileNames: '[name].js'},
        external: [/^\/__web-dev-server__/],
        preserveEntrySignatures: false,
      },
    },
  });
  const served = new Map(output.map((file) => [PLACE + file.fileName, (file.code ?? file.source).toString()]));
  const tests = new Set(files.map((file) => `/${file}`));
  return async (context, next) => {
    const {path} = context;
    const body = tests.has(path) ? `import '${PLACE}${path.slice(1)}.js';` : served.get(path);
    if (body === undefined) return next();
    context.type = extname(path) === '.ts' ? 'js' : extname(path);
    // Names of shared files hold a hash.
    if (path.startsWith(`${PLACE}assets/`)) context.set('Cache-Control', 'max-age=3600, immutable');
    context.body = body;
  };
}
