/** The `zwgk` command: reads the arguments, runs one command, says what went wrong in one sentence. */
import {parseArgs, type ParseArgsConfig} from 'node:util';
import {backupCommand, migrateCommand, revokeCommand, siteCommand, tokenCommand} from './admin.ts';
import {terminal, type Output} from './output.ts';
import {CommandError, HELP, UsageError} from './usage.ts';

type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

const text = {type: 'string'} as const;
const flag = {type: 'boolean'} as const;
const COMMON = {db: text, help: {type: 'boolean', short: 'h'}} as const;

interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(positionals: readonly string[], values: Values, out: Output): Promise<number>;
}

const str = (values: Values, name: string): string | undefined => values[name] as string | undefined;

/** The named options, without those that are not given. */
const given = (values: Values, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name] as string]])));

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => {
    const {serveCommand} = await import('./serve.ts');
    return {
      options: {port: text, host: text, 'log-level': text},
      run: (_, {'log-level': logLevel, ...values}, out) =>
        serveCommand({...given(values, ['port', 'host', 'db']), ...given({logLevel}, ['logLevel'])}, out),
    };
  },
  import: async () => {
    const {importCommand} = await import('./import.ts');
    return {
      options: {agency: text, partial: flag, complete: flag, lenient: flag, media: text, problems: text},
      run: ([kind, ...files], values, out) => importCommand(kind, files, values, out),
    };
  },
  export: async () => {
    const {exportCommand, FILTERS} = await import('./export.ts');
    return {
      options: {format: text, out: text, ...Object.fromEntries(FILTERS.map((name) => [name, text]))},
      run: (_, values, out) => exportCommand({...given(values, ['db', 'out', 'format']), filters: given(values, FILTERS)}, out),
    };
  },
  index: async () => {
    const {indexCommand} = await import('./search-index.ts');
    return {
      options: {out: text, agency: text, link: text},
      run: (_, values, out) => indexCommand(given(values, ['db', 'out', 'agency', 'link']), out),
    };
  },
  check: async () => {
    const {checkCommand} = await import('./check.ts');
    return {
      options: {page: {type: 'string', multiple: true}, from: text, json: flag},
      run: ([what], values, out) => checkCommand(what, values, out),
    };
  },
  purge: async () => {
    const {purgeCommand} = await import('./purge.ts');
    return {options: {'dry-run': flag}, run: (_, values, out) => purgeCommand(str(values, 'db'), values['dry-run'] === true, out)};
  },
  key: async () => {
    const {newKey} = await import('../vault/vault.ts');
    return {
      options: {},
      run: (_, _values, out) => {
        out.line(newKey());
        return Promise.resolve(0);
      },
    };
  },
  migrate: async () => ({options: {}, run: (_, values, out) => migrateCommand(str(values, 'db'), out)}),
  backup: async () => ({options: {}, run: ([file], values, out) => backupCommand(file, str(values, 'db'), out)}),
  token: async () => ({
    options: {agency: text},
    run: (words, values, out) => runToken(words, str(values, 'agency'), str(values, 'db'), out),
  }),
  site: async () => ({options: {}, run: ([action, origin], values, out) => siteCommand(action, origin, str(values, 'db'), out)}),
};

function runToken(words: readonly string[], agency: string | undefined, db: string | undefined, out: Output): Promise<number> {
  const [action, token] = words;
  if (action === undefined) return tokenCommand(agency, db, out);
  if (action === 'revoke') return revokeCommand(token, agency, db, out);
  throw new UsageError(`没有“token ${action}”这个命令。`);
}

/** @returns the exit code: 0 done, 1 not done, 2 called wrongly. */
export async function main(args: readonly string[], out: Output = terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    out.line(HELP);
    return name === undefined ? 2 : 0;
  }
  try {
    if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`没有“${name}”这个命令。`);
    const command = await COMMANDS[name]!();
    const {values, positionals} = readArguments(rest, {...COMMON, ...command.options});
    if (values['help']) {
      out.line(HELP);
      return 0;
    }
    return await command.run(positionals, values, out);
  } catch (error) {
    return explain(error, out);
  }
}

function readArguments(args: readonly string[], options: Command['options']): {values: Values; positionals: string[]} {
  try {
    return parseArgs({args: [...args], options, allowPositionals: true}) as {values: Values; positionals: string[]};
  } catch (error) {
    const option = /'(-{1,2}[^ '<]+)/.exec((error as Error).message)?.[1] ?? '';
    throw new UsageError(`选项 ${option} 不对。`);
  }
}

function explain(error: unknown, out: Output): number {
  if (error instanceof UsageError) {
    out.error(`${error.message}（zwgk help 看用法）`);
    return 2;
  }
  if (error instanceof CommandError) out.error(error.message);
  else out.error(`出错了：${error instanceof Error ? error.message : String(error)}`);
  return 1;
}
