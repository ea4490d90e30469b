/** Guides to asking an agency (申请指引, R6.5), and what stopped short of asking. */
import type {Agency, ApplicationGuideInput} from '@zwgk/contract';
import type {ApplicationProgress} from '@zwgk/rules/application';
import type {WorkCalendar} from '@zwgk/rules';
import {addDays} from '@zwgk/rules';
import type {Kysely} from 'kysely';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';

export interface StoredGuide extends ApplicationGuideInput {
  readonly version: number;
  readonly updatedOn: string;
}

/** Answers of the last year that say how long one takes, and the fewest that do. */
const AVERAGE_DAYS = 365;
const FEWEST_ANSWERS = 5;

/** An agency that has no contact office, or does not say how it treats personal data, cannot open its form (R18.1). */
export const canOpen = ({office}: Agency, guide: ApplicationGuideInput): boolean =>
  guide.privacy !== undefined && office.phone.trim() !== '';

/** Every agency's own guide. */
export async function readGuides(db: Kysely<Schema>): Promise<Map<string, ApplicationGuideInput>> {
  const stored = await db.selectFrom('application_guides').select(['agency', 'data']).execute();
  return new Map(stored.map(({agency, data}) => [agency, JSON.parse(data) as ApplicationGuideInput]));
}

export async function readGuide(db: Kysely<Schema>, agency: string): Promise<StoredGuide | undefined> {
  const stored = await db.selectFrom('application_guides').selectAll().where('agency', '=', agency).executeTakeFirst();
  return stored && {...(JSON.parse(stored.data) as ApplicationGuideInput), version: stored.version, updatedOn: stored.updated_on};
}

/** Stores the guide as the next version, in the caller's transaction; what is the same already stays as it is. */
export async function writeGuide(
  tx: Kysely<Schema>,
  agency: string,
  input: ApplicationGuideInput,
  version: number,
  today: string,
): Promise<boolean> {
  const data = canonicalJson(input);
  const values = {version, updated_on: today, data};
  const old = await tx.selectFrom('application_guides').selectAll().where('agency', '=', agency).executeTakeFirst();
  if (old?.data === data) return false;
  await tx
    .insertInto('application_guides')
    .values({agency, ...values})
    .onConflict((conflict) => conflict.column('agency').doUpdateSet(values))
    .execute();
  return true;
}

/** Working days that the agency's answers took, of the days before `today`; `undefined` where they are too few to say. */
export async function averageWorkdays(
  db: Kysely<Schema>,
  agency: string,
  today: string,
  calendar: WorkCalendar,
): Promise<number | undefined> {
  const ended = await db
    .selectFrom('applications')
    .select('progress')
    .where('handled_by', '=', agency)
    .where('ended_on', '>=', addDays(today, -AVERAGE_DAYS))
    .where('ended_on', '<', today)
    .where('state', 'in', ['answered', 'archived'])
    .execute();
  const days = ended.flatMap(({progress}) => {
    const {receivedOn, outcome} = JSON.parse(progress) as ApplicationProgress;
    return receivedOn && outcome ? [calendar.workdaysBetween(receivedOn, outcome.on)] : [];
  });
  if (days.length < FEWEST_ANSWERS) return undefined;
  return Math.round((days.reduce((sum, one) => sum + one, 0) / days.length) * 10) / 10;
}

/** One more visitor who found what was looked for among the published documents. */
export async function countResolved(tx: Kysely<Schema>, agency: string, document: string, day: string): Promise<void> {
  await tx
    .insertInto('resolved_needs')
    .values({agency, document, day, count: 1})
    .onConflict((conflict) =>
      conflict.columns(['agency', 'document', 'day']).doUpdateSet((eb) => ({count: eb('resolved_needs.count', '+', 1)})),
    )
    .execute();
}

export async function resolvedIn(db: Kysely<Schema>, agency: string | undefined, year: number): Promise<number> {
  let query = db.selectFrom('resolved_needs').select((eb) => eb.fn.sum<number | null>('count').as('sum'));
  query = query.where('day', '>=', `${year}-01-01`).where('day', '<', `${year + 1}-01-01`);
  if (agency !== undefined) query = query.where('agency', '=', agency);
  return (await query.executeTakeFirstOrThrow()).sum ?? 0;
}
