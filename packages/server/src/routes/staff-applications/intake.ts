/** Applications on paper, by fax, at the counter and by word of mouth, entered by the staff: one platform for all (条例第二十九条、第三十一条; R6.4). */
import type {Agency, ApplicationInput, FieldError, IntakeInput, IntakeReceipt} from '@zwgk/contract';
import {
  applicationClocks,
  foldEvents,
  needsConfirmation,
  validateApplication,
  type ApplicationEvent,
  type FormField,
} from '@zwgk/rules/application';
import type {Api, Dependencies, Reply} from '../../http/api.ts';
import {PRINT_POLICY} from '../../http/print-page.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {Store} from '../../store/store.ts';
import {agencyById, guideOf} from '../application-guides/guide.ts';
import {claimsOf, columnOf, FIELD_MESSAGES, pointer, refuse, topicOf} from '../applications/check.ts';
import {withFiles} from '../applications/claimed.ts';
import {milestonesOf} from '../applications/status.ts';
import {intakePage} from './intake-page.ts';

export function intakeRoutes(api: Api, {store}: Dependencies): void {
  const {applications} = store;
  api.on('takeInApplication', ({header, query: {format, lang}, body, staff, now, today}) => {
    // Keys of the staff open no receipt of the public, nor the other way round.
    const intent = {key: `intake ${staff} ${header['Idempotency-Key']}`, body};
    return applications.once(intent.key, async (): Promise<Reply> => {
      const receipt =
        (applications.ready ? await applications.receiptOf<IntakeReceipt>(intent.key, body) : undefined) ??
        (await takeIn(store, body, staff, intent, {now, today}));
      if (format !== 'html') return {status: 201, body: receipt};
      const {office} = (await agencyById(store, receipt.agency))!;
      const page = intakePage(receipt, body, office, lang ?? 'zh-Hans');
      return {status: 201, body: page, type: 'text/html; charset=utf-8', headers: {'Content-Security-Policy': PRINT_POLICY}};
    });
  });
}

async function takeIn(
  store: Store,
  body: IntakeInput,
  staff: string,
  intent: {readonly key: string; readonly body: unknown},
  {now, today}: {readonly now: string; readonly today: string},
): Promise<IntakeReceipt> {
  const {applications} = store;
  const agency = await agencyFor(store, body, staff);
  const {version: guideVersion} = await guideOf(store, agency, today);
  const {basis, on, oral, incomplete, agency: _named, contact = {}, request = {}, ...rest} = body;
  const input: ApplicationInput = {...rest, agency: agency.id, guideVersion, contact, request};
  const missing = missingIn(input, today);
  refuse([...impossible(body, today), ...(incomplete ? [] : missing)]);
  const event: ApplicationEvent = {type: 'submit', kind: body.kind, basis, ...(oral ? {oral} : {}), on, at: now, actor: 'applicant'};
  // What waits for both sides to confirm is registered by that.
  const then: ApplicationEvent[] = needsConfirmation(basis) ? [] : [{type: 'register', on: today, at: now, actor: 'agency'}];
  const told = foldEvents([event, ...then], applications.rules);
  if (!told.ok) throw new Error('an application that is handed in is registered');
  const {application: progress} = told;
  const next = milestonesOf(progress, applicationClocks(progress, today, applications.rules), today, applications.rules);
  const claims = claimsOf(input);
  return withFiles(claims, () =>
    applications.submit<IntakeReceipt>(
      {
        input,
        applicant: columnOf(input),
        event,
        then,
        claims,
        topic: topicOf(input),
        now,
        today,
        ...(on < today ? {submittedAt: new Date(`${on}T00:00:00+08:00`).toISOString()} : {}),
        receipt: (secrets) => ({
          ...secrets,
          basis,
          ...(oral ? {oral} : {}),
          handedInOn: on,
          ...(progress.receivedOn === undefined ? {} : {receivedOn: progress.receivedOn}),
          enteredOn: today,
          agency: agency.id,
          agencyName: agency.name,
          state: progress.state as IntakeReceipt['state'],
          next,
          missing,
        }),
      },
      intent,
    ),
  );
}

/** @throws ProblemError `forbidden`, `invalid-body`, `unknown-agency` */
async function agencyFor(store: Store, {agency}: IntakeInput, staff: string): Promise<Agency> {
  if (agency !== undefined) mustOwn(staff, agency);
  else if (staff === '*') refuse([{path: '/agency', code: 'required', message: FIELD_MESSAGES.required}]);
  const found = await agencyById(store, agency ?? staff);
  if (!found) throw new ProblemError('unknown-agency', {errors: [{path: '/agency', message: '没有这个机关'}]});
  return found;
}

/** Copies of what was shown, or lies in the paper file, need not be uploaded. */
const ON_PAPER: ReadonlySet<FormField> = new Set<FormField>(['applicant.idProofs', 'agent.proofs', 'correction.evidence']);

const missingIn = (input: ApplicationInput, today: string): FieldError[] =>
  validateApplication(input, today)
    .filter(({field, code}) => !(code === 'required' && ON_PAPER.has(field)))
    .map(({field, code}) => ({path: pointer(field), code, message: FIELD_MESSAGES[code]}));

/** What no application can be, however incomplete. */
function impossible({on, oral, basis, applicant, org}: IntakeInput, today: string): FieldError[] {
  const found: FieldError[] = [];
  if (on > today) found.push({path: '/on', code: 'in-future', message: '不能晚于今天'});
  if (oral && basis !== 'in_person') found.push({path: '/oral', code: 'not-in-person', message: '口头申请只能当面提出'});
  if (applicant.type === 'organization' && !org) found.push({path: '/org', code: 'required', message: FIELD_MESSAGES.required});
  return found;
}
