/** `zwgk index`: the search of a site without a server, as a file beside its pages (R6.2). */
import {mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {SEARCH_INDEX_RECORDS} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import {buildSearchIndex, serialise, TooManyRecordsError} from '../search-index/build.ts';
import {findAgency} from './import.ts';
import {openStore} from './open-store.ts';
import type {Output} from './output.ts';
import {CommandError, UsageError} from './usage.ts';

const FILE = 'index.json';

export interface IndexCommandOptions {
  readonly db?: string;
  readonly out?: string;
  /** Codes, separated by commas. */
  readonly agency?: string;
  readonly link?: string;
}

export async function indexCommand(options: IndexCommandOptions, out: Output): Promise<number> {
  if (options.out === undefined) throw new UsageError('请用 --out 写明索引放在哪个文件夹。');
  const {link} = options;
  if (link !== undefined && !/^(?:https?:\/\/|\/(?!\/))\S*\{id\}/.test(link))
    throw new UsageError('--link 请写成 /xxgk/{type}/{id}.html 的样子：以 / 或者 https:// 开头，并且含有 {id}。');
  const store = await openStore(options.db);
  try {
    const codes = options.agency?.split(',').filter(Boolean);
    const agencies = codes && (await Promise.all(codes.map((code) => findAgency(store, code))));
    const {index, length} = await buildSearchIndex(store, {
      ...(agencies ? {agencies} : {}),
      ...(link === undefined ? {} : {link}),
      today: chinaDate(Date.now()),
    });
    const file = write(options.out, serialise(index));
    out.line(`已写入 ${file}，共 ${index.records.length} 条。${length === Infinity ? '' : `正文较多，每条只收前 ${length} 个字。`}`);
    return 0;
  } catch (error) {
    if (error instanceof TooManyRecordsError) throw new CommandError(tooMany(error.count));
    throw error;
  } finally {
    await store.close();
  }
}

const tooMany = (count: number): string =>
  `共 ${count} 条，静态索引最多 ${SEARCH_INDEX_RECORDS} 条：请改用数据服务检索（zwgk serve），或者用 --agency 只选一部分机关。`;

/** Never half a file: visitors may be reading the old one. */
function write(folder: string, text: string): string {
  const file = resolve(folder, FILE);
  try {
    mkdirSync(resolve(folder), {recursive: true});
    const fresh = join(resolve(folder), `.${FILE}.new`);
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } catch {
    throw new CommandError(`不能写入 ${file}，请检查文件夹和剩余空间。`);
  }
  return file;
}
