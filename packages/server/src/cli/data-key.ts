/** The key of personal data: from the environment or, for the demo, from a file beside its database. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {BadKeyError, newKey, Vault} from '../vault/vault.ts';
import {CommandError} from './usage.ts';

export const NO_KEY = '没有设置 ZWGK_DATA_KEY，网上申请不开放。请运行 zwgk key 生成密钥，妥善保存，再设为环境变量 ZWGK_DATA_KEY。';

/** @param text Keys in base64, newest first, separated by commas. @throws CommandError */
export function dataVault(text = process.env['ZWGK_DATA_KEY']): Vault | undefined {
  if (!text) return undefined;
  try {
    return new Vault(text);
  } catch (error) {
    if (!(error instanceof BadKeyError)) throw error;
    throw new CommandError(
      'ZWGK_DATA_KEY 不对，应当是 32 字节的 base64（44 个字符），换过密钥的用逗号把旧的接在后面。zwgk key 生成一个新的。',
    );
  }
}

/** The key of the demo, made on its first run and readable by its owner alone. @returns it, and the file. */
export function demoKey(database: string): {key: string; file: string} {
  const file = join(dirname(database), 'zwgk.key');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, `${newKey()}\n`, {mode: 0o600, flag: 'wx'});
  }
  return {key: readFileSync(file, 'utf8').trim(), file};
}
