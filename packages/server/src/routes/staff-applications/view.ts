/** An application as the staff of the handling agency see it: without the personal data, unless they are asked for. */
import type {ApplicationConsultation, StaffApplication} from '@zwgk/contract';
import {addDays} from '@zwgk/rules';
import {applicationClocks, eventsFrom} from '@zwgk/rules/application';
import type {StoredApplication} from '../../store/applications/records.ts';
import type {Store} from '../../store/store.ts';
import {linkTo, statusOf} from '../applications/status.ts';
import {isApplicants} from './events.ts';

/** How long ago another application still counts as about the same thing. */
const SIMILAR_DAYS = 365;

export async function staffView(store: Store, application: StoredApplication, today: string, reveal = false): Promise<StaffApplication> {
  const {applications} = store;
  const {number, kind, applicant, progress, input, suggestProactive} = application;
  const shown = await Promise.all(application.shownDocuments.map((id) => store.getDocument(id)));
  return {
    status: await statusOf(store, application, today),
    version: application.version,
    kind,
    basis: progress.basis!,
    ...(isOral(application) ? {oral: true} : {}),
    applicantType: applicant === 'natural_person' ? applicant : 'organization',
    ...(applicant === 'natural_person' ? {} : {orgCategory: applicant}),
    ...(suggestProactive ? {suggestProactive} : {}),
    moves: eventsFrom(progress.state).filter((type) => progress.basis !== 'internet' || !isApplicants(type)),
    consultations: await consultationsOf(store, application, today),
    dispatches: dispatchesOf(application),
    shownDocuments: shown.flatMap((document) => (document ? [linkTo(document)] : [])),
    similar: await applications.similar(application, `${addDays(today, -SIMILAR_DAYS)}T00:00:00.000Z`),
    ...(reveal && input ? {personal: input, files: await applications.uploads.ofApplication(number, applications.vault)} : {}),
  };
}

const isOral = ({events}: StoredApplication): boolean => events.some(({event}) => event.type === 'submit' && event.oral === true);

async function consultationsOf(store: Store, {progress, events}: StoredApplication, today: string): Promise<ApplicationConsultation[]> {
  const {consultations: clocks} = applicationClocks(progress, today, store.applications.rules);
  return Promise.all(
    progress.consultations.map(async ({id, with: party, sentOn, deliveredOn, endedOn}, i) => {
      const {agency} = events.find(({event}) => event.type === 'consult_agency' && event.consultation === id) ?? {};
      const named = agency === undefined ? undefined : await store.findAgency(agency);
      const {due, result} = clocks[i]!;
      return {
        id,
        with: party,
        sentOn,
        ...(named ? {agencyName: named.name} : {}),
        ...(deliveredOn === undefined ? {} : {deliveredOn}),
        ...(due === undefined ? {} : {due}),
        ...(endedOn === undefined ? {} : {endedOn}),
        ...(result === undefined ? {} : {result}),
      };
    }),
  );
}

/** 分办: from whom to whom it went. */
function dispatchesOf({agency, events, submittedAt}: StoredApplication): NonNullable<StaffApplication['dispatches']> {
  let from = agency;
  return events.flatMap(({event, agency: to, note}) => {
    if (event.type !== 'route' || to === undefined) return [];
    const dispatch = {at: event.at ?? submittedAt, from, to, ...(note === undefined ? {} : {note})};
    from = to;
    return [dispatch];
  });
}
