import type {ApplicationStatusStrings} from './application-status.strings.ts';

export const en: ApplicationStatusStrings = {
  title: 'Where is my request?',
  number: 'Receipt number',
  numberHelp: 'The first line of your receipt, such as 20260302-000017',
  code: 'Query code',
  codeHelp: '12 characters; capitals, spaces and hyphens do not matter',
  look: 'Look it up',
  looking: 'Looking…',
  lost: 'If you have lost the code, take an identity document to the agency, or call the number on your receipt. To protect your privacy it cannot be recovered online.',
  noNumber: 'Enter your receipt number.',
  numberLength: (count) => `A receipt number has 14 digits; this one has ${count}. Please check it against your receipt.`,
  noCode: 'Enter your query code.',
  codeLength: (count) => `A query code has 12 characters; this one has ${count}. Please check it against your receipt.`,
  codeLetter: 'Query codes have no letter U. Please check it against your receipt.',
  idle: 'Nothing has happened here for a while. To protect privacy, what is shown will be cleared in a minute.',
  stay: 'I am still here',
  wiped: 'Cleared. Nothing about you is left here.',
};
