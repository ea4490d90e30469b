/** The old libraries of the legacy demo page. They are not ours: they come from where they are installed. */
import {existsSync, realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** Where Debian's libjs-prototype puts it. */
const PROTOTYPE = '/usr/share/javascript/prototype/prototype.js';
const STAND_IN = fileURLToPath(new URL('../../demo/legacy/prototype-habits.js', import.meta.url));

/** Path on the server → file. */
export const VENDOR: Readonly<Record<string, string>> = {
  '/vendor/jquery.js': fileURLToPath(import.meta.resolve('jquery/dist/jquery.min.js')),
  '/vendor/prototype.js': existsSync(PROTOTYPE) ? realpathSync(PROTOTYPE) : STAND_IN,
};
