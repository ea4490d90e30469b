/** Templates against the elements they name: lit-analyzer, strict, over elements and stories. */
import {globSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import litAnalyzer from 'lit-analyzer';
import ts from 'typescript';

const {DefaultLitAnalyzerContext, LitAnalyzer, makeConfig} = litAnalyzer;

const CONFIG = {
  strict: true,
  rules: {
    'no-invalid-css': 'off', // its grammar knows no container queries; prettier and the browsers parse our CSS
    'no-missing-import': 'off', // a slice must not import another one; the loader brings the tags of a page
  },
  globalAttributes: ['enterkeyhint'],
};

/** lit-analyzer takes Lit's own `nothing` for a value that lands in the attribute. */
const isAboutNothing = ({message}) => message.includes('Symbol(undefined)');

/** lit-analyzer reads `static get properties()` alone; our field says the same. Line numbers stay. */
const asGetter = (text) =>
  text.replace(/static override properties: PropertyDeclarations = (\{[\s\S]*?\});$/gm, 'static get properties() { return $1; }');

function programOf(files) {
  const {config} = ts.readConfigFile('packages/elements/tsconfig.json', ts.sys.readFile);
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, resolve('packages/elements'));
  const all = {...options, rootDir: undefined, composite: false, noEmit: true, types: ['node', 'mocha']};
  const host = ts.createCompilerHost(all, true);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => (/\/node_modules\/|\.d\.ts$/.test(path) ? readFile(path) : asGetter(readFile(path) ?? ''));
  return ts.createProgram(files, all, host);
}

/** @returns {string[]} one line a finding, `file:line: message (rule)` */
export function analyse(files) {
  const program = programOf(files);
  const context = new DefaultLitAnalyzerContext({getProgram: () => program});
  context.updateConfig(makeConfig(CONFIG));
  const analyzer = new LitAnalyzer(context);
  const sources = files.map((file) => program.getSourceFile(file));
  return sources.flatMap((source) =>
    analyzer
      .getDiagnosticsInFile(source)
      .filter((finding) => !isAboutNothing(finding))
      .map(({message, source: rule, location}) => {
        const line = source.getLineAndCharacterOfPosition(location.start).line + 1;
        return `${relative('.', source.fileName)}:${line}: ${message} (${rule})`;
      }),
  );
}

export function checkTemplates() {
  const files = globSync(['packages/elements/src/**/*.ts', 'stories/**/*.ts'], {exclude: (path) => path.endsWith('.test.ts')});
  if (!files.length) return {nothing: true};
  const findings = analyse(files.map((file) => resolve(file)));
  return {ok: !findings.length, output: findings.join('\n'), note: `${files.length} files`};
}
