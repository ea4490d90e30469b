/**
 * Every element of the SDK and the chunk that defines it. A new slice is one line here; the build derives the chunks,
 * the preload list and the classic bundle from it.
 */
export const TABLE: Readonly<Record<string, () => Promise<unknown>>> = {
  'zwgk-catalog': () => import('@zwgk/elements/catalog'),
  'zwgk-document': () => import('@zwgk/elements/document'),
  'zwgk-config': () => import('@zwgk/elements/config'),
};
