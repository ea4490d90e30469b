/** Opens the database that a command works on, or says in one sentence why it cannot. */
import {mkdirSync, readFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {SearchWords, WORD_LISTS, type WordLists} from '@zwgk/rules/search-words';
import {POLICY_PROFILE} from '../config.ts';
import type {PersonalOptions} from '../store/applications/open.ts';
import {SqliteStore} from '../store/sqlite-store.ts';
import {dataVault} from './data-key.ts';
import {CommandError} from './usage.ts';

/** The database of `npm start`. */
export const DEFAULT_DB = fileURLToPath(new URL('../../../../.data/zwgk.sqlite', import.meta.url));

/** The option, else `ZWGK_DB`, else the database of `npm start`. */
export const databaseFile = (option: string | undefined): string => resolve(option ?? process.env['ZWGK_DB'] ?? DEFAULT_DB);

/** Primary result codes of SQLite, and what they mean to whoever started the command. */
const REASONS: Readonly<Record<number, string>> = {
  5: '正被别的程序占用，请稍后再试',
  8: '是只读的，请检查文件和文件夹的写权限',
  10: '读写出错，请检查磁盘',
  11: '已损坏，请用备份恢复，或者用 --db 换一个文件',
  13: '所在的磁盘已满，请腾出空间',
  14: '打不开，请检查路径和写权限',
  26: '不是数据库文件，请用 --db 换一个文件',
};

/** @throws CommandError */
export async function openStore(option: string | undefined): Promise<SqliteStore> {
  const file = databaseFile(option);
  const words = siteWords(process.env['ZWGK_WORDS']);
  const personal = {vault: dataVault(), uploads: process.env['ZWGK_UPLOADS'], scanner: process.env['ZWGK_SCAN_COMMAND']};
  const store = await openFile(file, words, personal);
  const missing = await store.applications.missingKeys();
  if (missing.length === 0) return store;
  await store.close();
  throw new CommandError(
    `数据库里有用别的密钥（${missing.join('、')}）保存的申请。请在环境变量 ZWGK_DATA_KEY 里把那把密钥接在逗号后面：新密钥,旧密钥。`,
  );
}

async function openFile(file: string, words: SearchWords, personal: PersonalOptions): Promise<SqliteStore> {
  try {
    mkdirSync(dirname(file), {recursive: true});
    const {periods} = POLICY_PROFILE;
    const policy = {dueSoon: periods['freshnessDueSoon']!.value, changeMark: periods['catalogChangeMark']!.value};
    const store = new SqliteStore(file, policy, words, personal);
    await store.migrate();
    return store;
  } catch (error) {
    throw new CommandError(`数据库 ${file} ${reasonOf(error)}。`);
  }
}

/** The search's word lists; each list in the site's own JSON file takes the place of the one of that name. @throws CommandError */
export function siteWords(file: string | undefined): SearchWords {
  if (!file) return new SearchWords();
  let own: unknown;
  try {
    own = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new CommandError(`词表 ${file} 读不了，应当是 JSON 文件。`);
  }
  const isList = ([name, list]: [string, unknown]): boolean => Object.hasOwn(WORD_LISTS, name) && typeof list === 'string';
  if (own === null || typeof own !== 'object' || !Object.entries(own).every(isList))
    throw new CommandError(`词表 ${file} 只能有 ${Object.keys(WORD_LISTS).join('、')}，都是文字。`);
  return new SearchWords({...WORD_LISTS, ...(own as Partial<WordLists>)});
}

function reasonOf(error: unknown): string {
  const {code, errcode = 0} = error as {code?: string; errcode?: number};
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return '所在的文件夹不能写入，请检查权限，或者用 --db 换一个位置';
  if (code === 'ENOTDIR' || code === 'EEXIST') return '的路径不对，中间有一段不是文件夹';
  return REASONS[errcode & 0xff] ?? `打不开（${code ?? '未知原因'}）`;
}
