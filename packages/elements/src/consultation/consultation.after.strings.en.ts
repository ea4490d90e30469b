import {retrySeconds} from '@zwgk/client';
import type {AfterStrings} from './consultation.after.strings.ts';

const comments = (count: number): string => (count === 1 ? '1 comment' : `${count} comments`);
const kinds = (count: number): string => (count === 1 ? '1 kind' : `${count} kinds`);

export const en: AfterStrings = {
  colon: ': ',
  loading: 'Opening…',
  report: 'What became of the opinions',
  publishedOn: (date) => `Published ${date}`,
  reportFailed: 'The report could not be opened.',
  received: comments,
  kinds: (count) => `in ${kinds(count)}`,
  kindsOf: (count, all) => `${kinds(count)}, ${comments(all)}`,
  rest: (duplicates, unrelated) =>
    [duplicates && `${comments(duplicates)} sent again besides`, unrelated && `${comments(unrelated)} not about the draft`]
      .filter(Boolean)
      .join(', '),
  outcomes: {adopted: 'Adopted', partly: 'Partly adopted', not_adopted: 'Not adopted'},
  tableTitle: 'Each kind of opinion',
  columns: ['Opinion', 'How many', 'Outcome', 'Reason and changes'],
  count: comments,
  concentrated: '(widely shared)',
  taken: 'Taken: ',
  notTaken: 'Not taken: ',
  reason: 'Reason: ',
  change: 'Change in the draft: ',
  noReason: 'Not stated',
  hereIsYours: 'Yours is here',
  final: 'Final text: ',
  mine: 'What became of my comments',
  number: 'Receipt number',
  code: 'Query code',
  look: 'Look up',
  looking: 'Looking…',
  both: 'Both the receipt number and the query code are needed.',
  looked: (count) => `Found: ${comments(count)}`,
  lookFailed: (error) => {
    const code = error.problem?.code;
    if (code === 'wrong-credential') return 'Nothing found. Check the receipt number and the query code.';
    if (code === 'locked-out') return `Too many attempts. Try again in ${Math.ceil((retrySeconds(error) ?? 900) / 60)} minutes.`;
    return error.code === 'offline' ? 'Your device is offline.' : 'This does not work now. Try again in a while.';
  },
  elsewhere: (title) => `This receipt is for another consultation: ${title}`,
  states: {
    pending: 'Not read by staff yet',
    approved: 'Read by staff',
    rejected: 'Not let through; it will not be published',
    appealed: 'Your appeal is being dealt with',
    published: 'Published',
    withdrawn: 'Withdrawn',
  },
  rejections: {
    unlawful: 'It holds what the law forbids to publish',
    personal_data: 'It holds other people’s personal data',
    abuse: 'It is abusive',
    advertising: 'It is advertising',
    off_topic: 'It is not about this consultation',
    flood: 'It was sent in great numbers',
    other: 'Other reasons',
  },
  unrelated: 'Staff found that it is not about the draft',
  repeats: 'The same as others; ',
  inKind: (number) => `Kind ${number}`,
  seeReason: 'See why',
  withdraw: 'Withdraw my comments',
  withdrawSure: 'Withdrawn comments are no longer shown or counted, and cannot be brought back.',
  withdrawYes: 'Withdraw them',
  withdrawNo: 'Keep them',
  clear: 'Done, clear this',
  public: (count) => `Published comments (${count})`,
  publicFailed: 'The published comments could not be opened.',
  bySection: 'About',
  allSections: 'Everything',
  whole: 'The whole draft',
  sectionCount: (name, count) => `${name} (${count})`,
  sortBy: 'Order',
  sorts: {'-date': 'Newest first', date: 'Oldest first', section: 'As in the draft'},
  anonymous: 'Unnamed',
  gone: {withdrawn: 'Its author withdrew this comment.', removed: 'This comment is no longer shown.'},
  previous: 'Previous',
  following: 'Next',
};
