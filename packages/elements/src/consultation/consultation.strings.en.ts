import type {ConsultationStrings} from './consultation.strings.ts';

export const en: ConsultationStrings = {
  title: 'Agencies',
  empty: 'There are no agencies here yet.',
  found: (count) => (count === 1 ? '1 agency' : `${count} agencies`),
};
