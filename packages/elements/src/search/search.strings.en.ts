import type {SearchStrings} from './search.strings.ts';

export const en: SearchStrings = {
  title: 'Search',
  label: 'What are you looking for?',
  help: 'Words, a document number, or everyday language, in Chinese. Brackets do not matter: “2026 18” finds the number too.',
  button: 'Search',
  left: (n) => (n === 1 ? '1 more character' : `${n} more characters`),
  tooLong: (max, over) => `At most ${max} characters at a time: please take out ${over}. Everything you wrote is still here.`,
  searching: 'Searching…',
  slow: 'Still searching; the network is slow. Please wait a little longer.',
};
