/** The list of consultations: what is open first, what closes first before the others. */
import type {ConsultationList, ConsultationQuery, ConsultationState, ConsultationSummary} from '@zwgk/contract';
import {fold} from '@zwgk/rules';
import {consultationStanding, wholeDays, type ConsultationPolicy, type ConsultationStanding} from '@zwgk/rules/consultation';
import type {Directory} from '../directory.ts';
import {keyPage} from '../key-page.ts';
import type {StoredConsultation} from './records.ts';

interface Entry {
  readonly consultation: StoredConsultation;
  readonly standing: ConsultationStanding;
}

const RANKS: Readonly<Record<ConsultationState, number>> = {open: 0, not_started: 1, closed: 2, reported: 3};

/** What needs somebody soon comes first; of what is over, the newest. */
function keyOf({consultation: {row, schedule}, standing: {state}}: Entry): [number, number, number] {
  const [opens, closes] = [Date.parse(schedule.opensAt), Date.parse(schedule.closesAt)];
  const at = {open: closes, not_started: opens, closed: -closes, reported: -Date.parse(schedule.reportedAt ?? '')};
  return [RANKS[state], at[state], row];
}

/** @param now Instant in milliseconds by the server's clock. */
export function listConsultations(
  heads: readonly StoredConsultation[],
  directory: Directory,
  query: ConsultationQuery,
  now: number,
  policy: ConsultationPolicy,
): ConsultationList {
  const agencyOf = ({sponsor}: StoredConsultation) => directory.agencies.get(directory.rowOfAgency.get(sponsor)!)!;
  const inside = query.region && directory.within(query.region);
  const words = fold(query.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const entries = heads
    .map((consultation): Entry => ({consultation, standing: consultationStanding(consultation.schedule, now, policy)}))
    .filter(({consultation, standing}) => {
      const {sponsor, input} = consultation;
      const agency = agencyOf(consultation);
      const text = fold(`${input.title} ${agency.name}`);
      return (
        (query.state?.includes(standing.state) ?? true) &&
        (query.agency?.includes(sponsor) ?? true) &&
        (inside?.has(agency.region) ?? true) &&
        (query.method?.some((method) => input.methods?.includes(method)) ?? true) &&
        words.every((word) => text.includes(word))
      );
    });
  const {items, ...page} = keyPage(entries, keyOf, 'nnn', query);
  return {items: items.map((entry) => summaryOf(entry, agencyOf(entry.consultation), policy)), ...page};
}

function summaryOf(
  {consultation, standing}: Entry,
  {name, region}: {readonly name: string; readonly region: string},
  {minimumDays}: ConsultationPolicy,
): ConsultationSummary {
  const {id, version, sponsor, input, schedule, demo} = consultation;
  return {
    id,
    version,
    title: input.title,
    sponsor,
    sponsorName: name,
    region,
    ...(input.matterType === undefined ? {} : {matterType: input.matterType}),
    methods: input.methods ?? [],
    opensAt: schedule.opensAt,
    closesAt: schedule.closesAt,
    standing,
    ...(wholeDays(schedule.opensAt, schedule.closesAt) < minimumDays ? {short: true} : {}),
    ...(demo ? {demo: true} : {}),
  };
}
