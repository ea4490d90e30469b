#!/usr/bin/env node
// Plain JavaScript on purpose: it must run on any Node to say which Node is needed.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`zwgk 需要 Node 24 或更新的版本，当前是 ${process.version}。请先运行 npm ci，再用 npx zwgk。`);
  process.exit(1);
}
// Compiled code is kept between runs: a command starts in half the time.
const {enableCompileCache} = await import('node:module');
enableCompileCache();
const {main} = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
