import type {ApplicationStrings} from './application.strings.ts';

export const en: ApplicationStrings = {
  title: 'Ask for government information',
  to: (agency) => `To: ${agency}.`,
  steps: {guide: 'Read first', who: 'Who you are', what: 'What you want', how: 'How to get it', check: 'Check and send'},
  stepsLabel: 'Steps of the request',
  stepOf: (at, total, name) => `Step ${at} of ${total}: ${name}`,
  office: 'Office',
  phone: 'Telephone',
  address: 'Address',
  hours: 'Open',
  email: 'E-mail',
  average: (days) => `Over the last year, answers took ${days} working days on average.`,
  byReference: 'Requests are handled here by reference to the Regulations on Open Government Information.',
  closed: 'Requests cannot be sent online here yet. You can fill in the letter here, print it, and post it or hand it in.',
  start: 'Start',
  goOn: 'Go on',
  correction: 'I want a record about myself put right',
  version: (version, date) => `Version ${version} of this guide, updated ${date}`,
  other: 'Choose another agency',
  loading: 'Opening…',
};
