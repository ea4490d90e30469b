import type {WritingStrings} from './consultation.writing.strings.ts';

const comments = (count: number): string => (count === 1 ? '1 comment' : `${count} comments`);
/** What is sent: comments, a survey, or both. */
const sheet = (count: number, answered: number): string =>
  answered === 0 ? comments(count) : count > 0 ? `${comments(count)} and the survey` : 'the survey';
const faults: Readonly<Record<string, string>> = {
  required: 'Please fill this in.',
  'too-long': 'Too long, please shorten it.',
  'too-many': 'Too many, please send them in several parts.',
  'unknown-section': 'This place is not in the draft. Delete the comment and write it again.',
  'consent-required': 'Tick this to send.',
  'identity-required': 'This consultation verifies who you are. Please comment in another way.',
  'upload-expired': 'Some files have lain too long: please choose them again.',
  'not-offered': 'Files are not taken here.',
  'nothing-published': 'Your name is not published unless your comments are.',
};

export const en: WritingStrings = {
  colon: ': ',
  whole: 'the whole draft',
  wholeSection: 'All of it',
  intro: 'Comment on the whole draft, on an article or on a sentence. Comments are collected first and sent together.',
  writeWhole: 'Comment on the whole draft',
  comment: 'Comment on this',
  commentAgain: (count) => `${comments(count)} written, add another`,
  commentPassage: 'Comment on the selected words',
  selected: 'Selected words',
  about: 'About which sentence',
  yours: (name) => `Your comment on ${name}`,
  help: 'Say what is wrong and how it should be changed. Leave out identity and telephone numbers.',
  count: (count, most) => `${count} of at most ${most} characters`,
  required: 'Nothing is written yet.',
  tooLong: 'Too long, please shorten it.',
  put: 'Add to my comments',
  change: 'Save the change',
  drop: 'Discard',
  keep: 'Leave it as it was',
  tray: 'My comments',
  trayOf: (count, answered = 0) => `My comments (${count}${answered > 0 ? `, ${answered} of the survey answered` : ''}, not sent)`,
  trayEmpty: 'No comments yet.',
  putIn: (count) => `Added. ${comments(count)}, not sent yet.`,
  edit: 'Edit',
  remove: 'Delete',
  deleted: (name) => `Deleted the comment on ${name}.`,
  undo: 'Undo',
  review: (count, answered = 0) => `Check and send ${sheet(count, answered)}`,
  kept: 'What is not sent is kept on this device only, for at most 30 days.',
  notKept: 'What is not sent is gone when you leave this page.',
  lastDay: 'Today is the last day. Please send before it closes.',
  closedSaid: 'The consultation has closed. What you wrote was not sent; you can still copy it.',
  closingSoon: 'This closes within 5 minutes: please send now. Afterwards nothing can be sent, but it can be copied.',
  paused: 'Opinions cannot be taken here at the moment. Please come back later, or use one of the other ways to comment.',
  notOnline: 'Opinions on this are not taken online. Please use one of the ways to comment.',
  pausedSaid: 'Opinions cannot be taken here at the moment. What you wrote was not sent; all of it is still here.',
  pausedNotSent: 'Opinions cannot be taken here at the moment: these were not sent',
  notSent: 'The consultation has closed; these comments were not sent',
  notSentHelp: 'Everything you wrote is here. Copy it and send it to the sponsor in another way.',
  copyAll: 'Copy everything',
  copyLine: (place, quote, text) => `[${place}] ${quote ? `“${quote}”` : ''}\n${text}`,
  copied: 'Copied.',
  copyFailed: 'Copying failed. Please select and copy it yourself.',
  reviewTitle: 'Check and send',
  extras: 'About you (all optional)',
  fields: {authorType: 'You are', displayName: 'Name', mobile: 'Mobile number', email: 'E-mail'},
  authors: {natural_person: 'A person', organization: 'An organisation'},
  unsaid: 'Not said',
  consents: {
    processing: {words: 'I agree that the sponsor uses my comments for this consultation', help: 'Required. You need not give a name.'},
    publish: {words: 'I agree that my comments are published', help: 'Optional. Only after staff have read them; you can take this back.'},
    name: {words: 'Publish my name with them', help: 'Optional. Of a person only the family name is shown.'},
  },
  privacy: 'How your personal data is used',
  privacyTerms: ['Controller', 'Contact', 'Purpose', 'Data', 'Kept for', 'Your rights'],
  days: (count) => `${count} days`,
  problems: 'Not ready to be sent yet',
  fieldName: (field) => {
    const [, at] = /^comments\.(\d+)/.exec(field) ?? [];
    if (at) return `Comment ${Number(at) + 1}`;
    const names: Record<string, string> = {
      ...{displayName: 'Name', authorType: 'You are', 'contact.mobile': 'Mobile number', 'contact.email': 'E-mail'},
      ...{'consent.processing': 'Agreement to use', 'consent.name': 'Publishing the name', identity: 'Identity'},
    };
    if (field.startsWith('attachments')) return 'Files';
    return names[field] ?? 'My comments';
  },
  fault: (code) => faults[code] ?? 'This does not look right.',
  unsent: 'Not sent',
  unsentWhy: ({problem, code}) => {
    const again = 'Everything is still here; sending again does no harm.';
    if (problem?.code === 'consultation-closed') return 'The consultation has just closed. Everything is still here, and you can copy it.';
    if (problem?.code === 'form-closed')
      return 'Opinions cannot be taken here at the moment. Everything is still here, and you can copy it.';
    if (problem?.code === 'consultation-not-open') return 'The consultation has not opened yet. Everything is still here.';
    if (problem?.code === 'too-many-requests' || problem?.code === 'proof-required')
      return `Too many people are sending now. Try again in a few minutes. ${again}`;
    if (code === 'offline') return `Your device is offline. ${again}`;
    if (code === 'intercepted') return `Another page is in between, such as the login of a wireless network. ${again}`;
    return `The server did not answer. ${again}`;
  },
  send: (count, answered = 0) => `Send ${sheet(count, answered)}`,
  again: 'Send again',
  sending: 'Sending…',
  resolving: 'Asking whether the last one arrived…',
  retrying: (attempt) => `Bad connection, attempt ${attempt}…`,
  goOn: 'Go on writing',
  received: 'Comments received',
  receivedOf: (count, answered = 0) => `${sheet(count, answered).replace(/^t/, 'T')} received`,
  receipt: 'Receipt',
  earlier: 'This is the receipt of what you sent before: it had arrived, and was not sent again.',
  number: 'Receipt number',
  code: 'Query code',
  codeHelp: 'Shown only once. Write it down or print it.',
  at: 'Sent',
  next: 'When the report is published, number and code show what became of your comments.',
  dueOn: (date) => `The report is due by ${date}.`,
  print: 'Print',
  copy: 'Copy number and code',
  finish: 'Back to the draft',
};
