/** `npm run generate`: writes every committed file that is made from another one. `npm run check` fails when one is stale. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import openapiTS, {astToString, COMMENT_HEADER} from 'openapi-typescript';
import {parse} from 'yaml';
import {calendarData, hantData} from './generate-data.mjs';
import {makeManifest} from './lib/manifest.mjs';

const contractTypes = async () =>
  COMMENT_HEADER + astToString(await openapiTS(pathToFileURL('packages/contract/openapi.yaml'), {silent: true}));

/** For the server, which would spend more on the YAML than on the rest of its start. */
const contractJson = async () => `${JSON.stringify(parse(readFileSync('packages/contract/openapi.yaml', 'utf8')), null, 2)}\n`;

/** Path of each made file -> what it must hold. */
const MADE = {
  'packages/contract/src/generated.ts': contractTypes,
  'packages/contract/openapi.json': contractJson,
  'packages/rules/src/calendar-data.ts': calendarData,
  'packages/rules/src/hant-data.ts': hantData,
  'packages/elements/custom-elements.json': async () => `${JSON.stringify(await makeManifest(), null, 2)}\n`,
};

/** @returns {Promise<string[]>} the made files that no longer say what their source says */
export async function staleFiles() {
  const stale = [];
  for (const [path, make] of Object.entries(MADE)) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== (await make())) stale.push(path);
  }
  return stale;
}

if (import.meta.main) {
  for (const path of await staleFiles()) {
    writeFileSync(path, await MADE[path]());
    console.log(`written: ${path}`);
  }
}
