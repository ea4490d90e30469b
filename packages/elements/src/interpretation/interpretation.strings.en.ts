import type {InterpretationStrings} from './interpretation.strings.ts';

export const en: InterpretationStrings = {
  title: 'Agencies',
  empty: 'There are no agencies here yet.',
  found: (count) => (count === 1 ? '1 agency' : `${count} agencies`),
};
