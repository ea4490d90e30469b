/** Small commands of whoever runs the service. */
import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {tokenHash} from '../http/staff.ts';
import type {SqliteStore} from '../store/sqlite-store.ts';
import {IncompleteBackupError, uploadsBeside} from '../store/backup.ts';
import {findAgency} from './import.ts';
import {databaseFile, openStore} from './open-store.ts';
import type {Output} from './output.ts';
import {CommandError, UsageError} from './usage.ts';

async function withStore(db: string | undefined, work: (store: SqliteStore) => Promise<void>): Promise<number> {
  const store = await openStore(db);
  try {
    await work(store);
    return 0;
  } finally {
    await store.close();
  }
}

export const migrateCommand = (db: string | undefined, out: Output): Promise<number> =>
  withStore(db, async () => out.line(`数据库 ${databaseFile(db)} 已是当前版本。`));

export async function backupCommand(file: string | undefined, db: string | undefined, out: Output): Promise<number> {
  if (file === undefined) throw new UsageError('请写明备份到哪个文件：zwgk backup 文件');
  const target = resolve(file);
  for (const path of [target, uploadsBeside(target)]) if (existsSync(path)) throw new CommandError(`${path} 已经存在，请换一个文件名。`);
  return withStore(db, async (store) => {
    const files = await store.backup(target).catch((error: unknown) => {
      if (error instanceof IncompleteBackupError)
        throw new CommandError(`上传的文件 ${error.message} 不见了，没有备份。请检查上传文件夹。`);
      throw new CommandError(`不能写入 ${target}，请检查文件夹和剩余空间。`);
    });
    out.line(`已备份到 ${target}，上传的文件 ${files} 个备份到 ${uploadsBeside(target)}。保护申请人信息的密钥不在备份里，请另外保存。`);
  });
}

/** Prints a new token, once; only its hash is kept. */
export async function tokenCommand(agency: string | undefined, db: string | undefined, out: Output): Promise<number> {
  if (agency === undefined) throw new UsageError('请用 --agency 写明机构。');
  return withStore(db, async (store) => {
    const id = agency === '*' ? '*' : (await findAgency(store, agency)).id;
    const token = `zwgk_${randomBytes(32).toString('base64url')}`;
    await store.saveToken(tokenHash(token), id, new Date().toISOString());
    out.line(token);
    out.error('请现在记下令牌，它不会再显示。');
  });
}

/** Ends one token, or every token of an agency. */
export async function revokeCommand(
  token: string | undefined,
  agency: string | undefined,
  db: string | undefined,
  out: Output,
): Promise<number> {
  if ((token === undefined) === (agency === undefined))
    throw new UsageError('用法：zwgk token revoke 令牌，或者 zwgk token revoke --agency 机构（收回该机关的全部令牌）');
  return withStore(db, async (store) => {
    const ofAgency = async (code: string): Promise<string> => (code === '*' ? '*' : (await findAgency(store, code)).id);
    const which = token === undefined ? {agency: await ofAgency(agency!)} : {hash: tokenHash(token)};
    const count = await store.removeTokens(which);
    if (count === 0) throw new CommandError('没有这样的令牌，可能已经收回。');
    out.line(`已收回 ${count} 个令牌。`);
  });
}

export async function siteCommand(
  action: string | undefined,
  origin: string | undefined,
  db: string | undefined,
  out: Output,
): Promise<number> {
  if (action === 'list') return withStore(db, async (store) => (await store.listSites()).forEach((site) => out.line(site)));
  if ((action !== 'add' && action !== 'remove') || origin === undefined)
    throw new UsageError('用法：zwgk site add https://www.example.com、zwgk site remove https://www.example.com，或者 zwgk site list');
  if (action === 'remove') return removeSite(origin, db, out);
  if (!isOrigin(origin)) throw new UsageError(`“${origin}”不是网站地址。请写成 https://www.example.com 的样子，后面不带路径。`);
  return withStore(db, async (store) => {
    await store.saveSite(origin);
    out.line(`已登记 ${origin}。`);
  });
}

const removeSite = (origin: string, db: string | undefined, out: Output): Promise<number> =>
  withStore(db, async (store) => {
    if (!(await store.removeSite(origin))) throw new CommandError(`没有登记过 ${origin}。zwgk site list 列出已登记的网站。`);
    out.line(`已取消登记 ${origin}。`);
  });

/** Exactly what a browser puts into `Origin`. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
