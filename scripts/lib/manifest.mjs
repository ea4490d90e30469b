/**
 * custom-elements.json: what a page's author can use of each element, and nothing else. Tags come from the
 * `define('zwgk-x', X)` of each slice; private and undocumented members are left out.
 */
import {globSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';

const HOME = 'packages/elements';
const CONFIG = '../../scripts/lib/manifest.config.mjs';

/** `Map {ZwgkCatalog => {tag: 'zwgk-catalog', path: 'src/catalog/zwgk-catalog.ts'}}` */
function definitions() {
  const entries = globSync(join(HOME, 'src/*/zwgk-*.ts')).sort();
  return new Map(
    entries.flatMap((file) => {
      const [, tag, name] = /\bdefine\('([^']+)', (\w+)\)/.exec(readFileSync(file, 'utf8')) ?? [];
      return tag ? [[name, {tag, path: relative(HOME, file)}]] : [];
    }),
  );
}

const isPublic = ({privacy, name, description}) =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && Boolean(description);

/**
 * The class as a page's author meets it. The analyser takes Lit's internal state for attributes, and an event type in a
 * variable for an event called so: only an attribute of a public member, and an event with our prefix, are real.
 */
function offered(declaration, tag) {
  const {members = [], attributes = [], events = []} = declaration;
  const publicMembers = members.filter(isPublic);
  const names = publicMembers.map(({name}) => name);
  return {
    ...declaration,
    tagName: tag,
    customElement: true,
    members: publicMembers,
    attributes: attributes.filter(({fieldName}) => !fieldName || names.includes(fieldName)),
    events: events.filter(({name}) => name.startsWith('zwgk-')),
  };
}

/** @returns {Promise<{schemaVersion: string, modules: object[]}>} only modules that hold an element */
export async function makeManifest() {
  const tags = definitions();
  const {modules, ...manifest} = await cli({argv: ['analyze', '--config', CONFIG], cwd: HOME, noWrite: true});
  const elements = modules.flatMap(({path, declarations}) =>
    declarations
      .filter(({kind, name}) => kind === 'class' && tags.has(name))
      .map((declaration) => {
        const {tag, path: definedIn} = tags.get(declaration.name);
        const reference = {name: declaration.name, module: path};
        return {
          kind: 'javascript-module',
          path,
          declarations: [offered(declaration, tag)],
          exports: [
            {kind: 'js', name: declaration.name, declaration: reference},
            {kind: 'custom-element-definition', name: tag, declaration: reference, definedIn},
          ],
        };
      }),
  );
  return {...manifest, modules: elements.sort((a, b) => a.path.localeCompare(b.path, 'en'))};
}
