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
  compareNow: (number) => `Compare version ${number} with the present text`,
  dated: {
    publishedOn: (day) => `published ${day}`,
    amendedOn: (day) => `amended ${day}`,
    effectiveOn: (day) => `in force from ${day}`,
    at: (day) => `updated ${day}`,
  },
  comparing: 'Comparing the two texts…',
  compareFailed: 'The comparison failed.',
  retry: 'Try again',
};
