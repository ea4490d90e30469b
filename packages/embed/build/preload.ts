/** Bundler plugin: writes into the loader which files each tag needs first, so that it can ask for them all at once. */
import type {Plugin, Rolldown} from 'vite';

/** Stands for the table in src/loader.ts. */
const PLACEHOLDER = '__ZWGK_PRELOAD__';

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

/** Files of a chunk and of all that it imports, itself first. */
function withImports(chunks: Chunks, fileName: string, files = new Set<string>()): Set<string> {
  if (files.has(fileName)) return files;
  files.add(fileName);
  for (const imported of chunks.get(fileName)?.imports ?? []) withImports(chunks, imported, files);
  return files;
}

function preloadTable(chunks: Chunks, loader: Rolldown.OutputChunk): Record<string, string[]> {
  const table: Record<string, string[]> = {};
  for (const {fileName, imports, facadeModuleId} of chunks.values()) {
    // A chunk that imports the loader would run it again under another URL.
    if (imports.includes(loader.fileName)) throw new Error(`${fileName} imports the loader.`);
    const tag = /\/(zwgk-[^/]+)\.ts$/.exec(facadeModuleId ?? '')?.[1];
    if (tag && loader.dynamicImports.includes(fileName)) table[tag] = [...withImports(chunks, fileName)];
  }
  return table;
}

export function preload(): Plugin {
  return {
    name: 'zwgk-preload',
    generateBundle(_options, bundle) {
      const chunks: Chunks = new Map(
        Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output]] : [])),
      );
      const loader = [...chunks.values()].find((chunk) => chunk.isEntry);
      if (!loader?.code.includes(PLACEHOLDER)) throw new Error(`The loader does not hold ${PLACEHOLDER}.`);
      loader.code = loader.code.replace(PLACEHOLDER, JSON.stringify(preloadTable(chunks, loader)));
    },
  };
}
