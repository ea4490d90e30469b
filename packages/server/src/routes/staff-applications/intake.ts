/** Applications on paper, by fax, at the counter and by word of mouth, entered by the staff: one platform for all (条例第二十九条、第三十一条; R6.4). */
import type {Agency, ApplicationInput, FieldError, IntakeInput, IntakeReceipt} from '@zwgk/contract';
import {
  applicationClocks,
  foldEvents,
  needsConfirmation,
  validateApplication,
  type ApplicationEvent,
  type FormField,
  type RequestRules,
} from '@zwgk/rules/application';
import type {Api, Dependencies, Reply} from '../../http/api.ts';
import {PRINT_POLICY} from '../../http/print-page.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {Intent, Secrets} from '../../store/applications/submissions.ts';
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

interface When {
  readonly now: string;
  readonly today: string;
}

async function takeIn(store: Store, body: IntakeInput, staff: string, intent: Intent, when: When): Promise<IntakeReceipt> {
  const {applications} = store;
  const {today} = when;
  const agency = await agencyFor(store, body, staff);
  const {version: guideVersion} = await guideOf(store, agency, today);
  const {basis: _basis, on, oral: _oral, incomplete, agency: _agency, contact = {}, request = {}, ...rest} = body;
  const input: ApplicationInput = {...rest, agency: agency.id, guideVersion, contact, request};
  const missing = missingIn(input, today);
  refuse([...impossible(body, today), ...(incomplete ? [] : missing)]);
  const [event, ...then] = eventsOf(body, when);
  const handed = {...handedOver(body, [event, ...then], today, applications.rules), agency: agency.id, agencyName: agency.name, missing};
  const claims = claimsOf(input);
  const made = {
    input,
    applicant: columnOf(input),
    event,
    then,
    claims,
    topic: topicOf(input),
    ...when,
    ...(on < today ? {submittedAt: new Date(`${on}T00:00:00+08:00`).toISOString()} : {}),
    receipt: (secrets: Secrets): IntakeReceipt => ({...secrets, ...handed}),
  };
  return withFiles(claims, () => applications.submit<IntakeReceipt>(made, intent));
}

/** It came; what does not wait for both sides to confirm is registered with that (条例第三十一条). */
function eventsOf({kind, basis, oral, on}: IntakeInput, {now, today}: When): [ApplicationEvent, ...ApplicationEvent[]] {
  const submit = {type: 'submit', kind, basis, ...(oral ? {oral} : {}), on, at: now, actor: 'applicant'} as const;
  return needsConfirmation(basis) ? [submit] : [submit, {type: 'register', on: today, at: now, actor: 'agency'}];
}

/** What the receipt says of the days. */
function handedOver({basis, oral, on}: IntakeInput, events: readonly ApplicationEvent[], today: string, rules: RequestRules) {
  const told = foldEvents(events, rules);
  if (!told.ok) throw new Error('an application that is handed in is registered');
  const {application: progress} = told;
  return {
    basis,
    ...(oral ? {oral} : {}),
    handedInOn: on,
    ...(progress.receivedOn === undefined ? {} : {receivedOn: progress.receivedOn}),
    enteredOn: today,
    state: progress.state as IntakeReceipt['state'],
    next: milestonesOf(progress, applicationClocks(progress, today, rules), today, rules),
  };
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
