import {en as comparison} from '../foundation/comparison.strings.en.ts';
import type {DetailsStrings} from './document.details.strings.ts';

export const en: DetailsStrings = {
  ...comparison,
  hit: (at, count) => `${at} of ${count}`,
  noHit: (words) => `Nothing found for “${words}”`,
  marked: 'explained here',
  marks: (labels) => `${labels.length} explained here: ${labels.join('; ')}`,
  definedIn: (name) => `Defined in ${name}`,
  closeTerm: 'Close',
  former: 'Open the document that it replaced',
  versions: 'Versions',
  currentVersion: 'present text',
  versionHash: (hash) => `checksum ${hash}…`,
  compareFormer: 'Compare with the document that it replaced',
  comparePrevious: 'Compare with the version before',
  compareWith: (number) => `Compare with version ${number}`,
  comparing: 'Comparing the two texts…',
  compareFailed: 'The comparison failed.',
  retry: 'Try again',
};
