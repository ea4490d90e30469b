/** A service that takes applications, and its client: as careful as the form is, and no more. */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import type {ApplicationInput, Receipt, Upload} from '@zwgk/contract';
import {tokenHash} from '../../packages/server/src/http/staff.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {png} from '../../packages/server/src/testing/files.ts';
import {generateDirectory} from '../../packages/server/src/testing/generate.ts';
import {guideInput} from '../../packages/server/src/testing/inputs.ts';
import {NOW, tempFolder, TEST_KEY} from '../../packages/server/src/testing/temp-store.ts';
import {Vault} from '../../packages/server/src/vault/vault.ts';
import {oneRequest, type Heard} from './one-request.ts';

export const JSON_TYPE = {'Content-Type': 'application/json'};

export async function openStore(file: string): Promise<SqliteStore> {
  const store = new SqliteStore(file, undefined, undefined, {vault: new Vault(TEST_KEY)});
  await store.migrate();
  return store;
}

/** A database in which the staff's agency takes applications. */
export async function prepared(folder = tempFolder()): Promise<string> {
  const file = join(folder, 'test.sqlite');
  const store = await openStore(file);
  const {regions, agencies} = generateDirectory(1);
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  await store.saveToken(tokenHash(STAFF.token), STAFF.agency, NOW);
  await store.applications.saveGuide(STAFF.agency, guideInput(), 2, NOW.slice(0, 10));
  await store.close();
  return file;
}

export async function stage(port: number, content: Buffer = png(), name = 'id.png'): Promise<Upload> {
  const headers = {'Content-Type': 'application/octet-stream', 'Upload-Name': encodeURIComponent(name)};
  const {status, body} = await oneRequest(port, 'POST', '/uploads', headers, content);
  if (status !== 201) throw new Error(`upload: ${status} ${body}`);
  return JSON.parse(body) as Upload;
}

/** An address for each intent: these are the applications of many people. */
const addressOf = (key: string): string => `10.${createHash('sha256').update(key).digest().subarray(0, 3).join('.')}`;

/** To a server behind one proxy. */
export const send = (port: number, key: string, input: ApplicationInput): Promise<Heard> => {
  const headers = {...JSON_TYPE, 'Idempotency-Key': key, 'X-Forwarded-For': addressOf(key)};
  return oneRequest(port, 'POST', '/applications', headers, Buffer.from(JSON.stringify(input)));
};

/** As the client does: the same key until there is a receipt, or a refusal that will not change. */
export async function submit(port: number, key: string, input: ApplicationInput): Promise<Receipt> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const heard = await send(port, key, input).catch(() => undefined);
    if (heard?.status === 201) return JSON.parse(heard.body) as Receipt;
    if (heard && heard.status !== 409 && heard.status !== 503) throw new Error(`${heard.status} ${heard.body}`);
    await wait(5 + (attempt % 7));
  }
  throw new Error('no receipt after 60 attempts');
}
