/** What every bundle of the elements has in common: the SDK (packages/embed/build/sdk.ts) and Storybook, which finds this file by itself. */
import {readFileSync} from 'node:fs';
import type {UserConfig} from 'vite';

const {version} = JSON.parse(readFileSync(new URL('packages/embed/package.json', import.meta.url), 'utf8')) as {version: string};

const config: UserConfig = {
  // The release, as packages/embed/src/sdk.ts tells it.
  define: {__ZWGK_VERSION__: JSON.stringify(version)},
  // A browser that cannot read this shows the links between the tags.
  build: {target: 'es2022'},
};

export default config;
