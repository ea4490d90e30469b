/** The steps of `npm run check` that are ours, each shown red with a small mutant. */
import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {parse} from 'yaml';
import {lintContract, lintProfile} from '../../scripts/checks/contract.mjs';
import {missingFiles} from '../../scripts/checks/slices.mjs';
import {analyse} from '../../scripts/checks/templates.mjs';
import {deniedWords} from '../../scripts/checks/words.mjs';
import {makeManifest} from '../../scripts/lib/manifest.mjs';

const read = (path: string) => readFileSync(path, 'utf8');

describe('contract', () => {
  interface Operation {
    operationId?: string;
    responses: Record<string, unknown>;
  }
  const spec = () => parse(read('packages/contract/openapi.yaml')) as {paths: Record<string, Record<string, Operation>>};
  const profile = () =>
    JSON.parse(read('packages/contract/policy-profile.json')) as {
      periods: Record<string, {value: number; source?: string}>;
      fees: Record<string, {source?: string}>;
    };

  it('is clean as it stands', () => {
    assert.deepEqual(lintContract(spec()), []);
    assert.deepEqual(lintProfile(spec(), profile()), []);
  });
  it('finds an operation without a name, or with the name of another', () => {
    const mutant = spec();
    delete mutant.paths['/health']!['get']!.operationId;
    mutant.paths['/regions']!['get']!.operationId = 'listAgencies';
    assert.match(lintContract(mutant).join('\n'), /GET \/health has no operationId[\s\S]*both called listAgencies/);
  });
  it('finds an operation that does not say how it fails', () => {
    const mutant = spec();
    delete mutant.paths['/health']!['get']!.responses['default'];
    assert.match(lintContract(mutant).join('\n'), /GET \/health does not answer failures/);
  });
  it('finds a reference to nothing', () => {
    const mutant = spec();
    mutant.paths['/health']!['get']!.responses['200'] = {$ref: '#/components/responses/Nowhere'};
    assert.match(lintContract(mutant).join('\n'), /Nowhere does not exist/);
  });
  it('finds a period of the law that is no number, a period or a fee that has no source', () => {
    const mutant = profile();
    const [first, second] = Object.values(mutant.periods);
    first!.value = 0;
    delete second!.source;
    delete mutant.fees['perPage']!.source;
    assert.equal(lintProfile(spec(), mutant).length, 3);
  });
});

describe('slices', () => {
  let root: string;
  before(() => (root = mkdtempSync(join(tmpdir(), 'zwgk-slices-'))));
  after(() => rmSync(root, {recursive: true}));
  const touch = (path: string) => {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), '');
  };

  it('names each file that a slice lacks, its story too', () => {
    for (const part of ['ballot.ts', 'zwgk-ballot.ts', 'ballot.logic.ts']) touch(`packages/elements/src/ballot/${part}`);
    touch('packages/elements/src/ballot/ballot.events.ts');
    const missing = missingFiles(root);
    assert.equal(missing.length, 7);
    assert.ok(missing.some((file) => file.endsWith('stories/ballot.stories.ts')));
    assert.ok(missing.some((file) => file.endsWith('ballot.controller.test.ts')));
  });
  it('asks less of an element on the short list', () => {
    rmSync(join(root, 'packages'), {recursive: true});
    for (const part of ['config.ts', 'zwgk-config.ts', 'config.test.ts']) touch(`packages/elements/src/config/${part}`);
    assert.deepEqual(missingFiles(root), []);
  });
});

describe('templates', () => {
  let folder: string;
  // Inside the repository, so that lit is found.
  before(() => {
    mkdirSync('.cache', {recursive: true});
    folder = mkdtempSync('.cache/templates-');
  });
  after(() => rmSync(folder, {recursive: true}));
  const findings = (template: string) => {
    const file = join(process.cwd(), folder, 'mutant.ts');
    const head = "import {html, nothing} from 'lit';\nexport const hide = Boolean(process.argv[2]);\nexport const no = nothing;\n";
    writeFileSync(file, `${head}export const t = html\`${template}\`;\n`);
    return analyse([file]).join('\n');
  };

  it('finds an attribute that does not exist', () => assert.match(findings('<input enterkeyhnt="search" />'), /no-unknown-attribute/));
  it('finds a tag that does not exist', () => assert.match(findings('<zwgk-catalgo></zwgk-catalgo>'), /no-unknown-tag-name/));
  it('finds a value of the wrong type', () => assert.match(findings('<input .disabled=${"yes"} />'), /no-incompatible-type-binding/));
  it('finds a complex value in an attribute', () => assert.match(findings('<input value=${{a: 1}} />'), /no-complex-attribute-binding/));
  it('finds a tag that is not closed', () => assert.match(findings('<div><p>'), /no-unclosed-tag/));
  it('allows nothing in an attribute, and hints for keyboards', () => {
    assert.equal(findings('<input enterkeyhint="search" aria-busy=${hide ? "true" : nothing} />'), '');
  });
});

describe('words', () => {
  it('finds what ties the repository to one machine', () => {
    const finds = (text: string, why: RegExp) => assert.match(deniedWords('x.ts', text).join('\n'), why);
    finds('read("/work/a/b.txt")', /x\.ts:1: a path of one machine/);
    finds('\nread("/home/someone/b.txt")', /x\.ts:2: a path of one machine/);
    finds('open("http://localhost:9123/")', /port/);
    finds('https://registry.npmjs.org/lit', /registry/);
    finds('<<<<<<< HEAD', /merge/);
  });
  it('lets ordinary paths pass', () => {
    for (const text of ['import "./work/x.ts"', 'https://www.example.com/work/a', 'http://localhost:8080/', '/api/v1/catalog']) {
      assert.deepEqual(deniedWords('x.ts', text), []);
    }
  });
});

describe('manifest', () => {
  it('offers what a page may use, and nothing private', async () => {
    const declarations = (await makeManifest()).modules.flatMap((m) => m.declarations);
    assert.ok(declarations.length > 0);
    for (const {tagName, members, attributes, events} of declarations) {
      assert.match(tagName, /^zwgk-/);
      for (const {name, description} of attributes) assert.ok(description, `${tagName} ${name} says nothing`);
      assert.deepEqual(
        members.filter((m) => m.name.startsWith('#') || m.privacy === 'private' || m.privacy === 'protected' || !m.description),
        [],
      );
      assert.deepEqual(
        events.filter((e) => !e.name.startsWith(`${tagName}-`)),
        [],
      );
    }
  });
});
