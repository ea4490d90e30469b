import type {ConsultationStrings} from './consultation.strings.ts';

const days = (count: number | undefined): string => (count === 1 ? '1 day' : `${count} days`);
const comments = (count: number): string => (count === 1 ? '1 comment' : `${count} comments`);

export const en: ConsultationStrings = {
  title: 'Consultations',
  states: {not_started: 'Not started', open: 'Open', closed: 'Closed', reported: 'Answered'},
  standing: ({state, remainingDays, lastDay}, opens, say) => {
    if (state === 'not_started') return `Not started, opens ${say(opens)}`;
    if (state === 'closed') return `Closed, ${say(lastDay)} was the last day`;
    if (state === 'reported') return 'Answered';
    return remainingDays ? `Open, ${days(remainingDays)} left, until ${say(lastDay)}` : 'Open, today is the last day';
  },
  report: ({report}, say) => {
    if (!report) return '';
    const {status, dueOn, lateBy} = report;
    if (status === 'pending') return `What becomes of the opinions is published by ${say(dueOn)}`;
    if (status === 'overdue') return `What became of the opinions should have been published by ${say(dueOn)}: ${days(lateBy)} late`;
    return status === 'late' ? `Answered ${days(lateBy)} late` : '';
  },
  sponsor: (name) => `Run by ${name}`,
  period: (from, to, count) => `${from} to ${to}, ${days(count)}`,
  short: (reason) => `Why less than 30 days: ${reason}`,
  published: (count) => `${comments(count)} published`,
  received: (count) => `${comments(count)} received`,
  amended: 'The draft was changed later; below is the text as it is now.',
  why: 'Why it was drafted',
  basis: 'Legal basis',
  ways: 'Other ways to comment',
  waysAll: 'Ways to comment',
  channels: {web: 'Online', email: 'E-mail', letter: 'Letter', fax: 'Fax', phone: 'Telephone'},
  methods: {opinions: 'Comments', hearing: 'Hearing', discussion: 'Discussion', attendance: 'Attendance', briefing: 'Briefing'},
  all: 'All',
  filter: 'By state',
  none: 'There are no consultations here.',
  found: (total) => (total === 1 ? '1 consultation' : `${total} consultations`),
  page: (from, to, total) => `${from} to ${to} of ${total}`,
  previous: 'Previous',
  next: 'Next',
  back: 'Back to all consultations',
  loading: 'Opening…',
  idle: 'Nothing has happened here for a while. To protect privacy, what you wrote and looked up will be cleared in a minute.',
  stay: 'I am still here',
  wiped: 'Cleared. Nothing about you is left here.',
};
