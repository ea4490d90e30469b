/** Bundler plugin: writes into the loader which files each tag needs first, so that it can ask for them all at once. */

/** Placeholder in src/loader.ts. */
const PLACEHOLDER = '__ZWGK_PRELOAD__';

/** Files of a chunk and of all that it imports, itself first. */
function withImports(bundle, fileName, files = new Set()) {
  if (files.has(fileName)) return files;
  files.add(fileName);
  for (const imported of bundle[fileName].imports) withImports(bundle, imported, files);
  return files;
}

export function preload() {
  return {
    name: 'zwgk-preload',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const loader = chunks.find((chunk) => chunk.isEntry);
      const table = {};
      for (const chunk of chunks) {
        // A chunk that imports the loader would run it again under another URL.
        if (chunk.imports.includes(loader.fileName)) throw new Error(`${chunk.fileName} imports the loader`);
        const tag = /\/(zwgk-[^/]+)\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
        if (tag && loader.dynamicImports.includes(chunk.fileName)) table[tag] = [...withImports(bundle, chunk.fileName)];
      }
      if (!loader.code.includes(PLACEHOLDER)) throw new Error(`The loader does not hold ${PLACEHOLDER}.`);
      loader.code = loader.code.replace(PLACEHOLDER, JSON.stringify(table));
    },
  };
}
