import type {AgenciesStrings} from './application.agencies.strings.ts';

export const en: AgenciesStrings = {
  which: 'Which agency do you want to ask?',
  intro:
    'Ask the agency that made or holds the information. If you are not sure, choose a region first and look at the names, or call 12345.',
  levels: {province: 'Province', city: 'City', county: 'County or district', township: 'Town or subdistrict'},
  all: 'All',
  name: 'Name of the agency',
  nameHelp: 'A few characters will do, such as 教育',
  paper: 'Also list agencies that take no requests online yet (you print a letter and send or hand it in)',
  found: (shown, total) =>
    shown < total ? `${total} agencies, the first ${shown} are listed. Write a few characters, or choose a region` : `${total} agencies`,
  none: 'No such agency was found. Write fewer characters, or choose another region.',
  looking: 'Looking…',
  failed: 'The agencies could not be listed.',
  again: 'Try again',
  demo: 'sample data',
};
