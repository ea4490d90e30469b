import type {MeetingStrings} from './meeting.strings.ts';

const roles: Readonly<Record<string, string>> = {
  stakeholder: 'Stakeholders',
  public: 'The public',
  entrepreneur: 'Entrepreneurs',
  expert: 'Experts',
  media: 'Media',
};
const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en: MeetingStrings = {
  title: 'Hearings and meetings',
  kinds: {
    hearing: 'Hearing',
    forum: 'Discussion meeting',
    attendance: 'Attending a meeting',
    open_day: 'Open day',
    briefing: 'Media briefing',
    interview: 'Online interview',
  },
  states: {
    announced: 'Announced',
    sign_up: 'Open for sign-up',
    sign_up_closed: 'Sign-up closed',
    in_progress: 'In progress',
    ended: 'Over',
    recorded: 'Record published',
    cancelled: 'Cancelled',
  },
  roles,
  comma: ', ',
  open: ' (',
  close: ')',
  all: 'All',
  filter: 'By kind',
  counted: (name, count) => `${name} (${count})`,
  none: 'There are no meetings here.',
  found: (total) => some(total, 'meeting'),
  previous: 'Previous page',
  next: 'Next page',
  back: 'All meetings',
  moved: 'Time or place has changed',
  movedOn: (date) => `${date}: `,
  before: ' Before: ',
  cancelledOn: (date) => `This meeting was cancelled on ${date}`,
  recordLate: 'The record is overdue',
  time: 'Time',
  chinaTime: ' (Beijing time)',
  place: 'Place',
  access: 'Accessibility',
  transport: 'Getting there',
  noticed: 'Notice given',
  shortNotice: 'Why notice was given late',
  calendar: 'Add to calendar',
  watch: 'Watch',
  live: (state, starts) =>
    ({
      before: `The broadcast begins on ${starts}`,
      live: 'Live now',
      replay: 'The broadcast is over; a recording can be watched',
      over: 'The broadcast is over',
    })[state] ?? '',
  watchIt: (state) => (state === 'replay' ? 'Watch the recording' : 'Watch live'),
  newTab: ' (opens in a new tab)',
  captions: ({captions, signLanguage}) =>
    `${captions ? 'With captions' : 'Without captions'}${signLanguage ? ', with sign language' : ''}. `,
  intro: 'About it',
  agenda: 'Agenda',
  livelihood: 'A major matter of livelihood. ',
  consulted: 'The public was consulted.',
  notConsulted: 'The public was not consulted, because: ',
  materials: 'Materials',
  participants: 'Participants',
  publishedOn: (date) => `Published on ${date}`,
  recordKinds: {minutes: 'Record', summary: 'Summary'},
  recordLink: 'Open the full record',
  record: ({status, estimated, lateBy}, dueOn) => {
    const day = estimated ? `${dueOn} (estimated)` : dueOn;
    if (status === 'pending') return `The record is due by ${day}`;
    if (status === 'overdue') return `The record was due by ${day} and is ${some(lateBy ?? 0, 'working day')} late`;
    return status === 'late' ? `${some(lateBy ?? 0, 'working day')} later than due` : '';
  },
  signUpTitle: 'Sign up',
  signUp: ({state, remainingDays}, opens, closes) => {
    if (state === 'not_open') return `Sign-up begins on ${opens}`;
    if (state === 'over') return 'Sign-up is closed';
    if (state === 'full') return 'All seats are taken';
    const left = remainingDays ? `${some(remainingDays, 'day')} left` : 'today is the last day';
    return `${state === 'waiting' ? 'All seats are taken, you can join the waiting list' : 'You can sign up'}, ${left}, closes ${closes}`;
  },
  seats: ({role, seats, left, waitingLeft}, method) => {
    const name = `${roles[role]}: ${some(seats, 'seat')}`;
    if (method === 'lot') return `${name}, drawn by lot if there are more people`;
    if (left === undefined) return `${name}, selected among those who sign up`;
    if (left > 0) return `${name}, ${left} left`;
    return waitingLeft ? `${name}, taken, ${some(waitingLeft, 'place')} on the waiting list` : `${name}, taken`;
  },
  who: (words) => ` (${words})`,
  selection: 'How participants are selected',
  methods: {
    order: 'First come, first served.',
    lot: 'If more people sign up than there are seats, lots are drawn.',
    review: 'Participants are selected by the published method.',
  },
};
