/** Material to test against that is no part of the project; a test that needs it is skipped where it is missing. */
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** Path of a file or folder of `../shared`, beside the project. */
export const shared = (name: string): string => fileURLToPath(new URL(`../../../../../shared/${name}`, import.meta.url));

/** For `test(name, {skip: missing(…)}, …)`: why the test cannot run, or `false`. */
export const missing = (name: string): string | false => (existsSync(shared(name)) ? false : `../shared/${name} is not here`);
