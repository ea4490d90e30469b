/** Builds the SDK into `dist/sdk`, or elsewhere: `node packages/embed/build.mjs [--out DIR]`. What it makes: build/sdk.ts. */
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {buildSdk, SDK_DIR, VERSION} from './build/sdk.ts';

const {out} = parseArgs({options: {out: {type: 'string', default: SDK_DIR}}}).values;
const started = performance.now();
const sri = await buildSdk(resolve(out));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`SDK ${VERSION}: ${Object.keys(sri).length} scripts in ${join(resolve(out), 'v1')} (${seconds} s)`);
