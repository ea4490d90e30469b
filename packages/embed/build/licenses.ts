/** Bundler plugin: gathers the licences of the libraries that end up in the bundle; minified code carries none. */
import {existsSync, globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Plugin} from 'vite';

/** The folder of the package that a bundled file belongs to; `undefined` for our own. */
const packageOf = (id: string): string | undefined => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];

function licenseOf(dir: string): string {
  const {name, version, license} = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as Record<string, string>;
  const file = globSync('LICEN[CS]E*', {cwd: dir}).sort()[0];
  if (!file) throw new Error(`${name} has no licence file.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(dir, file), 'utf8').trim()}\n`;
}

export function collectLicenses(): {plugin: Plugin; text: () => string} {
  const packages = new Set<string>();
  const plugin: Plugin = {
    name: 'zwgk-licenses',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      for (const dir of ids.map(packageOf)) if (dir && existsSync(join(dir, 'package.json'))) packages.add(dir);
    },
  };
  return {
    plugin,
    text: () =>
      [...packages]
        .map(licenseOf)
        .sort()
        .join(`\n${'-'.repeat(72)}\n\n`),
  };
}
