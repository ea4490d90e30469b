import {retrySeconds} from '@zwgk/client';
import type {SignUpStrings} from './meeting.sign-up.strings.ts';

const faults: Readonly<Record<string, string>> = {
  required: 'Please fill this in.',
  'too-long': 'Too long, please shorten it.',
  'too-short': 'Some digits are missing.',
  'unknown-role': 'Please choose one.',
  'consent-required': 'This must be ticked.',
};

export const en: SignUpStrings = {
  colon: ': ',
  role: 'I take part as',
  fields: {
    role: 'Group',
    name: 'Name',
    mobile: 'Mobile number',
    email: 'E-mail address',
    employer: 'Employer',
    statement: 'What you want to say',
    needs: 'Help you need',
    consent: 'Consent',
  },
  help: {
    mobile: 'To tell you when time or place change.',
    statement: 'A few sentences are enough.',
    needs: 'Such as a place for a wheelchair, a sign language interpreter, large print.',
  },
  optional: ' (optional)',
  consent: 'I agree that the agency uses what I filled in for this meeting',
  consentHelp: 'Required. It is deleted some time after the meeting.',
  privacy: 'How your personal data is handled',
  privacyTerms: ['Handler', 'Contact', 'Purpose', 'Kinds of data', 'Kept for', 'Your rights'],
  days: (count) => `${count} days`,
  problems: 'It cannot be sent yet, please look at these',
  fault: (code) => faults[code] ?? 'This is not right, please check it.',
  send: 'Sign up',
  sending: 'Sending…',
  resolving: 'Checking whether the last one arrived…',
  retrying: (attempt) => `The line is bad, attempt ${attempt}…`,
  again: 'Send again',
  unsent: 'You are not signed up',
  unsentWhy: (error) => {
    const again = 'Everything is still here; sending again does no harm.';
    const codes: Record<string, string> = {
      'meeting-full': 'The last seat has just been taken.',
      'sign-up-closed': 'Sign-up has just closed.',
      'sign-up-not-open': 'Sign-up has not begun yet.',
      'too-many-requests': `Too many people are signing up, please try again in a few minutes. ${again}`,
    };
    const said = codes[error.problem?.code ?? ''];
    if (said) return said;
    if (error.code === 'offline') return `Your device is offline. ${again}`;
    if (error.code === 'intercepted') return `Another page is in the way, such as a Wi-Fi login. ${again}`;
    return `The server did not answer. ${again}`;
  },
  receipt: 'Receipt',
  received: {
    confirmed: 'You are signed up, a seat is kept for you',
    waiting: 'All seats are taken, you are on the waiting list',
    received: 'Your sign-up has arrived, participants are selected later',
  },
  next: {
    confirmed: 'If you cannot come, please give the seat back before the meeting: somebody is waiting for it.',
    waiting: 'When a seat becomes free, the next one on the list gets it. Number and code show where you stand.',
    received: 'Participants are selected once sign-up has closed. Number and code show the result.',
  },
  earlier: 'This is the receipt of your earlier sign-up: it had arrived, and nothing was sent again.',
  number: 'Sign-up number',
  code: 'Query code',
  codeHelp: 'Shown only now: please write it down or print it.',
  at: 'Signed up',
  when: 'Meeting',
  where: 'Place',
  print: 'Print',
  copy: 'Copy number and code',
  copied: 'Copied.',
  copyFailed: 'Copying failed, please select and copy it yourself.',
  finish: 'Back to the notice',
  mine: 'Look up or withdraw a sign-up',
  look: 'Look up',
  looking: 'Looking…',
  both: 'Both number and code are needed.',
  lookFailed: (error) => {
    const code = error.problem?.code;
    if (code === 'wrong-credential') return 'Nothing was found. Please check number and code.';
    if (code === 'locked-out') return `Too many wrong attempts, please wait ${Math.ceil((retrySeconds(error) ?? 900) / 60)} minutes.`;
    if (code === 'illegal-move') return 'The meeting has begun, it is too late to withdraw.';
    return error.code === 'offline' ? 'Your device is offline.' : 'This does not work now, please try again later.';
  },
  elsewhere: (title) => `This is for another meeting: ${title}`,
  states: {
    received: 'Signed up, participants are selected later',
    confirmed: 'Confirmed',
    waiting: 'On the waiting list',
    not_selected: 'Not selected',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  ahead: (count) => (count ? `${count} before you` : 'you are next'),
  reason: 'Reason: ',
  cancelled: 'This meeting is cancelled.',
  withdraw: 'Withdraw',
  withdrawSure: 'Your seat goes to somebody else and what you filled in is deleted. This cannot be undone.',
  withdrawYes: 'Withdraw now',
  withdrawNo: 'Keep it',
  clear: 'Done, clear this',
  idle: 'Nothing has happened here for a while. To protect privacy, what you wrote and looked up will be cleared in a minute.',
  stay: 'I am still here',
  wiped: 'Cleared. Nothing about you is left here.',
};
