/** Bundler plugin: gathers the licences of the libraries that end up in the bundle; minified code carries none. */
import {existsSync, globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** The folder of the package that a bundled file belongs to; `undefined` for our own. */
const packageOf = (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];

function licenseOf(dir) {
  const {name, version, license} = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  const file = globSync('LICEN[CS]E*', {cwd: dir}).sort()[0];
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(dir, file), 'utf8').trim() : 'See the package.'}\n`;
}

export function collectLicenses() {
  const packages = new Set();
  return {
    plugin: {
      name: 'zwgk-licenses',
      generateBundle(_options, bundle) {
        const ids = Object.values(bundle).flatMap((output) => output.moduleIds ?? []);
        for (const dir of ids.map(packageOf)) if (dir && existsSync(join(dir, 'package.json'))) packages.add(dir);
      },
    },
    text: () =>
      [...packages]
        .map(licenseOf)
        .sort()
        .join(`\n${'-'.repeat(72)}\n\n`),
  };
}
