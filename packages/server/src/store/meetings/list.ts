/** The list of meetings: what is to come first, the nearest before the others; then what is over, newest first. */
import type {MeetingFacets, MeetingList, MeetingQuery, MeetingStanding, MeetingSummary} from '@zwgk/contract';
import {chinaDate, fold} from '@zwgk/rules';
import {MEETING_KINDS, MEETING_STATES} from '@zwgk/rules/meeting';
import type {Directory} from '../directory.ts';
import {keyPage} from '../key-page.ts';
import type {StoredMeeting} from './records.ts';

export interface ListedMeeting {
  readonly meeting: StoredMeeting;
  readonly standing: MeetingStanding;
}

const COMING = new Set(['announced', 'sign_up', 'sign_up_closed', 'in_progress']);

function keyOf({meeting: {row, schedule}, standing: {state}}: ListedMeeting): [number, number, number] {
  const at = Date.parse(schedule.startsAt);
  return COMING.has(state) ? [0, at, row] : [1, -at, row];
}

const counted = (values: readonly string[], terms: Readonly<Record<string, string>>): MeetingFacets['kind'] =>
  Object.entries(terms)
    .map(([value, label]) => ({value, label, count: values.filter((each) => each === value).length}))
    .filter(({count}) => count > 0);

/** Whether a meeting is one of those asked for, kind and state aside. */
function filterOf(query: MeetingQuery, directory: Directory): (entry: ListedMeeting) => boolean {
  const inside = query.region && directory.within(query.region);
  const words = fold(query.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return ({meeting}) => {
    const {agency, input, schedule} = meeting;
    const {name, region} = agencyOf(meeting, directory);
    const text = fold(`${input.title} ${name} ${MEETING_KINDS[input.kind]}`);
    return (
      (query.agency?.includes(agency) ?? true) &&
      (inside?.has(region) ?? true) &&
      (query.consultation === undefined || input.consultation === query.consultation) &&
      (query.year === undefined || chinaDate(Date.parse(schedule.startsAt)).startsWith(String(query.year))) &&
      words.every((word) => text.includes(word))
    );
  };
}

const agencyOf = ({agency}: StoredMeeting, {agencies, rowOfAgency}: Directory) => agencies.get(rowOfAgency.get(agency)!)!;

export function listMeetings(entries: readonly ListedMeeting[], directory: Directory, query: MeetingQuery): MeetingList {
  const matching = entries.filter(filterOf(query, directory));
  const ofKind = ({meeting}: ListedMeeting): boolean => query.kind?.includes(meeting.input.kind) ?? true;
  const ofState = ({standing}: ListedMeeting): boolean => query.state?.includes(standing.state) ?? true;
  const shown = matching.filter((each) => ofKind(each) && ofState(each));
  const {items, ...page} = keyPage(shown, keyOf, 'nnn', query);
  const [kinds, states] = [matching.filter(ofState), matching.filter(ofKind)];
  return {
    items: items.map((entry) => summaryOf(entry, agencyOf(entry.meeting, directory))),
    ...page,
    facets: {
      kind: counted(
        kinds.map(({meeting}) => meeting.input.kind),
        MEETING_KINDS,
      ),
      state: counted(
        states.map(({standing}) => standing.state),
        MEETING_STATES,
      ),
    },
  };
}

function summaryOf({meeting, standing}: ListedMeeting, {name, region}: {readonly name: string; readonly region: string}): MeetingSummary {
  const {id, version, agency, input, after, schedule, demo} = meeting;
  const {title, kind, consultation, place} = input;
  return {
    id,
    version,
    title,
    kind,
    agency,
    agencyName: name,
    region,
    ...(consultation === undefined ? {} : {consultation}),
    startsAt: schedule.startsAt,
    endsAt: schedule.endsAt,
    ...(place ? {place: place.name} : {}),
    standing,
    ...(after.changes?.length ? {moved: true} : {}),
    ...(demo ? {demo: true} : {}),
  };
}
