/** 依申请公开 for those who ask (条例第二十七至四十五条, R6.4): submit once, look, correct, withdraw. */
import type {ApplicationInput, ApplicationStatus, FieldError, Receipt} from '@zwgk/contract';
import {applicationClocks, DRAFT, type IllegalMove} from '@zwgk/rules/application';
import type {Api, Dependencies, Reply} from '../../http/api.ts';
import {numberOf} from '../../http/credential.ts';
import {ProblemError} from '../../http/problem.ts';
import type {Store} from '../../store/store.ts';
import {agencyById, guideOf} from '../application-guides/guide.ts';
import {correctionOf} from './correction.ts';
import {checkApplication, checkFields, claimsOf, columnOf, notOffered, refuse, topicOf} from './check.ts';
import {withFiles} from './claimed.ts';
import {milestonesOf, statusOf} from './status.ts';

export function applicationRoutes(api: Api, deps: Dependencies): void {
  submitRoutes(api, deps);
  followRoutes(api, deps);
}

function submitRoutes(api: Api, {store}: Dependencies): void {
  const {applications} = store;

  api.on('submitApplication', ({header, body, address, now, today}) => {
    const key = header['Idempotency-Key'];
    return applications.once(key, async (): Promise<Reply> => {
      const receipt =
        (applications.ready ? await applications.receiptOf(key, body) : undefined) ??
        (await submit(store, {key, body}, {address, now, today}));
      return {status: 201, body: receipt};
    });
  });

  api.on('getReceiptByKey', async ({header}) => {
    const key = header['Idempotency-Key'];
    const receipt = await applications.settled(key, (db) => applications.receiptOf(key, undefined, db));
    if (!receipt) throw new ProblemError('not-found');
    return {body: receipt};
  });

  api.on('countResolved', async ({body: {agency, document}, address, now, today}) => {
    if (!(await agencyById(store, agency))) throw new ProblemError('unknown-agency');
    if (!(await store.getDocument(document))) throw new ProblemError('unknown-document');
    await applications.countResolved(agency, document, {address, now, today});
    return {status: 204};
  });
}

interface When {
  readonly address: string;
  readonly now: string;
  readonly today: string;
}

async function submit(store: Store, {key, body}: {key: string; body: ApplicationInput}, {address, now, today}: When): Promise<Receipt> {
  const {applications} = store;
  if (applications.ready) await applications.mustHaveTokens(address, now);
  const agency = await checkApplication(store, body, today);
  const shown = await Promise.all((body.shownDocuments ?? []).map((id) => store.getDocument(id)));
  const input = {...body, shownDocuments: shown.flatMap((document) => (document ? [document.id] : []))};
  const progress = {...DRAFT, kind: body.kind};
  const next = milestonesOf(progress, applicationClocks(progress, today, applications.rules), today, applications.rules);
  const named = {agency: agency.id, agencyName: agency.name, handledBy: agency.id, handledByName: agency.name};
  const claims = claimsOf(body);
  return withFiles(claims, () =>
    applications.submit(
      {
        input,
        applicant: columnOf(body),
        event: {type: 'submit', kind: body.kind, basis: 'internet', on: today, at: now, actor: 'applicant'},
        claims,
        topic: topicOf(body),
        now,
        today,
        address,
        receipt: (secrets) => ({...secrets, submittedAt: now, ...named, guideVersion: body.guideVersion, next}),
      },
      {key, body},
    ),
  );
}

/** @throws ProblemError `illegal-move`, `precondition-failed`, `not-found` for what `append` did not do. */
export function mustBeDone(result: IllegalMove | 'stale' | 'done' | undefined): void {
  if (result === 'done') return;
  if (result === undefined) throw new ProblemError('not-found');
  if (result === 'stale') throw new ProblemError('precondition-failed');
  throw new ProblemError('illegal-move', result.guard ? {detail: result.guard} : {});
}

/**
 * What is wrong with a corrected application that its applicant can put right: a letter may have lacked other things from the
 * beginning, and what was offered then may no longer be.
 */
async function newFaults(store: Store, old: ApplicationInput, corrected: ApplicationInput, today: string): Promise<FieldError[]> {
  const before = new Set(checkFields(old, today).map(({path}) => path));
  const faults = checkFields(corrected, today).filter(({path}) => path.startsWith('/request') || !before.has(path));
  const guide = await guideOf(store, (await agencyById(store, old.agency))!, today);
  const {delivery, medium} = old.request;
  const offered = {...guide, deliveries: [...guide.deliveries, delivery], media: [...guide.media, medium]};
  return [...faults, ...notOffered(corrected, offered)];
}

function followRoutes(api: Api, {store, now: clock}: Dependencies): void {
  const {applications} = store;

  const status = async (number: string, today: string): Promise<{body: ApplicationStatus}> => ({
    body: await statusOf(store, (await applications.find(number))!, today),
  });

  api.on('getApplicationStatus', async ({body, address, today}) => status(await numberOf(applications, body, address, clock()), today));

  api.on('correctApplication', ({header, body, address, now, today}) => {
    const intent = {key: header['Idempotency-Key'], body};
    return applications.once(intent.key, async () => {
      const number = await numberOf(applications, body.credential, address, clock());
      if (await applications.wasDone(intent)) return status(number, today);
      const old = (await applications.find(number))!.input!;
      const {claims, ...corrected} = correctionOf(applications, old, body);
      refuse(await newFaults(store, old, corrected.input, today));
      const more = {...corrected, claims, intent, now};
      const event = {type: 'correct', on: today, at: now, actor: 'applicant'} as const;
      mustBeDone(await withFiles(claims, () => applications.append(number, 'any', () => event, more)));
      return status(number, today);
    });
  });

  api.on('withdrawApplication', async ({body: {credential, note}, address, now, today}) => {
    const number = await numberOf(applications, credential, address, clock());
    const found = await status(number, today);
    // Whoever lost the answer asks again.
    if (found.body.state === 'withdrawn') return found;
    const event = {type: 'withdraw', on: today, at: now, actor: 'applicant'} as const;
    mustBeDone(await applications.append(number, 'any', () => event, {words: note ? {note} : {}, now}));
    return status(number, today);
  });
}
