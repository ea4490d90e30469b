/** How the analyser reads packages/elements. A file, because `packagejson: false` (leave package.json alone) has no flag. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['**/*.test.ts', 'src/testing/**'],
  litelement: true,
  packagejson: false,
  quiet: true,
};
