/**
 * Every element of the SDK and the chunk that defines it. A new slice is one line here; the build derives the chunks,
 * the preload list and the classic bundle from it. Nothing is taken from a chunk: an answer would make each export all.
 */
export const TABLE: Readonly<Record<string, () => Promise<unknown>>> = {
  'zwgk-meeting': async () => {
    await import('@zwgk/elements/meeting');
  },
  'zwgk-consultation': async () => {
    await import('@zwgk/elements/consultation');
  },
  'zwgk-interpretation': async () => {
    await import('@zwgk/elements/interpretation');
  },
  'zwgk-application': async () => {
    await import('@zwgk/elements/application');
  },
  'zwgk-application-status': async () => {
    await import('@zwgk/elements/application-status');
  },
  'zwgk-catalog': async () => {
    await import('@zwgk/elements/catalog');
  },
  'zwgk-document': async () => {
    await import('@zwgk/elements/document');
  },
  'zwgk-search': async () => {
    await import('@zwgk/elements/search');
  },
  'zwgk-feed': async () => {
    await import('@zwgk/elements/feed');
  },
  'zwgk-config': async () => {
    await import('@zwgk/elements/config');
  },
};
