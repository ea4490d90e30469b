import {en as comparison} from '../foundation/comparison.strings.en.ts';
import type {ChangesStrings} from './consultation.changes.strings.ts';

export const en: ChangesStrings = {
  ...comparison,
  compared: 'What changed',
  comparing: 'Comparing the two texts…',
  compareFailed: 'The comparison failed.',
  unchanged: 'The wording here has not changed.',
  seeAll: 'See every change',
};
