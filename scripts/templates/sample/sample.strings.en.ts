import type {SampleStrings} from './sample.strings.ts';

export const en: SampleStrings = {
  title: 'Agencies',
  empty: 'There are no agencies here yet.',
  found: (count) => (count === 1 ? '1 agency' : `${count} agencies`),
};
