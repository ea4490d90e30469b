/** 意见征集: read (R3.9, R6.3), put up and changed by the staff of the sponsor under the rules. */
import {randomUUID} from 'node:crypto';
import type {ConsultationInput, DocumentComparison} from '@zwgk/contract';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies, Reply} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {address, pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {PublishedReport, StoredConsultation} from '../../store/consultations/records.ts';
import type {Store} from '../../store/store.ts';
import {checkChange, checkConsultation} from './check.ts';
import {commentRoutes} from './comments.ts';
import {myCommentRoutes} from './mine.ts';
import {surveyRoutes} from './survey.ts';
import {consultationView, reportView} from './view.ts';

const LIST = `${API_BASE}/consultations`;

export function consultationRoutes(api: Api, deps: Dependencies): void {
  readRoutes(api, deps);
  writeRoutes(api, deps);
  commentRoutes(api, deps);
  myCommentRoutes(api, deps);
  surveyRoutes(api, deps);
}

/** @throws ProblemError `not-found`, also for what the law keeps secret (R3.11) */
export async function foundConsultation(store: Store, id: string): Promise<StoredConsultation> {
  const found = await store.consultations.find(id);
  if (!found) throw new ProblemError('not-found');
  return found;
}

function readRoutes(api: Api, {store}: Dependencies): void {
  api.on('listConsultations', async ({query, url, now}) => {
    const body = await store.listConsultations(query, Date.parse(now));
    return {body, headers: {Link: pageLinks(url, body)}};
  });

  api.on('getConsultation', async ({path: {id}, now}) => {
    const body = await consultationView(store, await foundConsultation(store, id), Date.parse(now));
    const document = `${API_BASE}/documents/${body.draft.document}`;
    return {body, version: body.version, headers: {Link: linkHeader({self: `${LIST}/${id}`, collection: LIST, related: document})}};
  });

  api.on('compareDrafts', async ({path: {id}, query: {draft}, url, now}) => {
    const found = await foundConsultation(store, id);
    const body = await comparison(store, found, draft, now);
    if (!body) throw new ProblemError('not-found');
    return {body, headers: {Link: linkHeader({self: address(url), up: `${LIST}/${id}`})}};
  });

  api.on('getConsultationReport', async ({path: {id}, now}) => {
    const found = await foundConsultation(store, id);
    const published = await reportBy(store, found, now);
    if (!published) throw new ProblemError('not-found');
    const {final} = published.report;
    const decided = final === undefined ? undefined : await store.getDocument(final);
    const links = linkHeader({self: `${LIST}/${id}/report`, collection: `${LIST}/${id}`});
    return {body: reportView(found, published, decided), version: found.version, headers: {Link: links}};
  });
}

/** The report, once it is out. */
async function reportBy({consultations}: Store, {row, schedule}: StoredConsultation, now: string): Promise<PublishedReport | undefined> {
  return schedule.reportedAt !== undefined && schedule.reportedAt <= now ? consultations.reports.published(row) : undefined;
}

/** An earlier draft against the next one; without a number, the draft against what was decided. */
async function comparison(
  store: Store,
  found: StoredConsultation,
  number: number | undefined,
  now: string,
): Promise<DocumentComparison | undefined> {
  const texts = [...(found.input.earlierDrafts ?? []), found.draft!];
  if (number !== undefined) return number < texts.length ? store.compareTexts(texts[number - 1]!, texts[number]!) : undefined;
  const final = (await reportBy(store, found, now))?.report.final;
  return final === undefined ? undefined : store.compareTexts(found.draft!, {document: final});
}

function writeRoutes(api: Api, {store}: Dependencies): void {
  const {consultations} = store;

  const saved = async (id: string, input: ConsultationInput, now: string, demo = false): Promise<Reply> => {
    await consultations.save({id, input, demo}, now);
    if (input.secrecyExempt) return {status: 204};
    const body = await consultationView(store, (await consultations.find(id))!, Date.parse(now));
    return {body, version: body.version};
  };

  api.on('createConsultation', async ({body, staff, now}) => {
    mustOwn(staff, body.sponsor);
    await checkConsultation(store, body, now);
    const id = randomUUID();
    const reply = await saved(id, body, now);
    return reply.status === 204 ? reply : {...reply, status: 201, headers: {Location: `${LIST}/${id}`}};
  });

  api.on('replaceConsultation', async ({path: {id}, body, staff, version, now}) => {
    const old = await consultations.find(id, true);
    if (!old) throw new ProblemError('not-found');
    mustOwn(staff, old.sponsor);
    mustOwn(staff, body.sponsor);
    if (version !== 'any' && version !== old.version) throw new ProblemError('precondition-failed');
    await checkConsultation(store, body, now);
    checkChange(old, body, now);
    return saved(id, body, now, old.demo);
  });
}
