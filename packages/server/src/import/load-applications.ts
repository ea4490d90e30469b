/** Guides and applications of the sample: invented people ask invented agencies, in every state and with every outcome. */
import {readFile} from 'node:fs/promises';
import type {Agency, ApplicationGuideInput, ApplicationInput, ExtraField, PrivacyNotice, Receipt, StaffEventInput} from '@zwgk/contract';
import {addDays, chinaDate, type WorkCalendar} from '@zwgk/rules';
import type {ApplicationEvent, ApplicationProgress} from '@zwgk/rules/application';
import {columnOf, topicOf} from '../routes/applications/check.ts';
import {moreOf, toEvent} from '../routes/staff-applications/events.ts';
import type {Applications} from '../store/applications/applications.ts';
import type {Secrets} from '../store/applications/submissions.ts';

/** Days are working days before (negative) or after the load. */
type Step = Omit<StaffEventInput, 'type' | 'until'> & {
  readonly type: StaffEventInput['type'] | 'withdraw' | 'correct';
  readonly day: number;
  readonly until?: number;
};

interface Story {
  /** Last part of the number, and of the code. */
  readonly no: number;
  readonly story: string;
  readonly agency: string;
  readonly by: string;
  readonly kind?: 'correction';
  readonly statement?: string;
  readonly request: ApplicationInput['request'];
  readonly submitted: number;
  readonly confirmed?: number;
  readonly dispatched?: {readonly to: string; readonly note: string};
  readonly started?: number;
  readonly then?: readonly Step[];
}

interface SampleApplications {
  readonly notOpen: readonly string[];
  readonly guide: Pick<ApplicationGuideInput, 'sections' | 'deliveries' | 'media'>;
  readonly privacy: Omit<PrivacyNotice, 'handler' | 'contact'>;
  readonly extraFields: Readonly<Record<string, ExtraField[]>>;
  readonly applicants: Readonly<Record<string, Pick<ApplicationInput, 'applicant' | 'org' | 'contact'>>>;
  readonly applications: readonly Story[];
}

const GUIDE_VERSION = 1;

/** What opens the sample's application of this number; the same in every database, so that pages can print it. */
export const sampleSecrets = (no: number): Secrets => ({
  number: `20260105-${String(no).padStart(6, '0')}`,
  queryCode: `DEM0-DEM0-${String(no).padStart(4, '0')}`,
  linkToken: `demo-link-token-${String(no).padStart(6, '0')}`,
});

/** Again changes nothing. @returns how many applications the sample has. */
export async function loadApplications(
  applications: Applications,
  file: string,
  agencies: readonly Agency[],
  now: string,
): Promise<number> {
  const sample = JSON.parse(await readFile(file, 'utf8')) as SampleApplications;
  const {calendar} = applications.rules;
  const days = new Days(calendar, chinaDate(Date.parse(now)), now);
  for (const agency of agencies.filter(({id}) => !sample.notOpen.includes(id))) {
    const privacy = {handler: agency.name, contact: `${agency.office.name}，电话 ${agency.office.phone}`, ...sample.privacy};
    const input = {...sample.guide, privacy, extraFields: sample.extraFields[agency.id] ?? []};
    await applications.saveGuide(agency.id, input, GUIDE_VERSION, days.on(0));
  }
  for (const story of sample.applications) {
    if (await applications.find(sampleSecrets(story.no).number)) continue;
    await tell(applications, story, sample.applicants[story.by]!, days);
  }
  return sample.applications.length;
}

/** Working days around the day of the load. */
class Days {
  readonly #calendar: WorkCalendar;
  readonly #today: string;
  readonly #now: string;

  constructor(calendar: WorkCalendar, today: string, now: string) {
    this.#calendar = calendar;
    this.#today = today;
    this.#now = now;
  }

  on(count: number): string {
    if (count >= 0) return count === 0 ? this.#today : this.#calendar.addWorkdays(this.#today, count);
    let day = this.#today;
    for (let left = -count; left > 0;) {
      day = addDays(day, -1);
      if (this.#calendar.isWorkday(day)) left--;
    }
    return day;
  }

  /** In office hours, and never later than the load. */
  at(count: number): string {
    const instant = `${this.on(count)}T02:00:00.000Z`;
    return instant < this.#now ? instant : this.#now;
  }
}

async function tell(applications: Applications, story: Story, who: SampleApplications['applicants'][string], days: Days): Promise<void> {
  const {agency, kind = 'information', request, statement, submitted} = story;
  const input: ApplicationInput = {
    agency,
    kind,
    guideVersion: GUIDE_VERSION,
    ...who,
    request,
    ...(statement ? {correction: {statement}} : {}),
  };
  const at = days.at(submitted);
  const demo = sampleSecrets(story.no);
  const named = {agency, agencyName: agency, handledBy: agency, handledByName: agency};
  await applications.submit(
    {
      input,
      applicant: columnOf(input),
      event: {type: 'submit', kind, basis: 'internet', on: days.on(submitted), at, actor: 'applicant'},
      claims: [],
      topic: topicOf(input),
      now: at,
      today: days.on(submitted),
      address: 'sample',
      demo,
      receipt: (secrets): Receipt => ({...secrets, submittedAt: at, ...named, guideVersion: GUIDE_VERSION, next: []}),
    },
    {key: `sample-application-${demo.number}`, body: input},
  );
  for (const step of stepsOf(story)) await take(applications, demo.number, step, input, days);
}

const stepsOf = ({agency, confirmed, dispatched, started, then = []}: Story): Step[] => [
  ...(confirmed === undefined
    ? []
    : [
        {type: 'request_confirmation' as const, day: confirmed},
        {type: 'confirm' as const, day: confirmed},
      ]),
  ...(dispatched || started !== undefined
    ? [{type: 'route' as const, day: started ?? confirmed!, agency: dispatched?.to ?? agency, note: dispatched?.note ?? '由本机关办理。'}]
    : []),
  ...(started === undefined ? [] : [{type: 'start' as const, day: started}]),
  ...then,
];

/** @throws {Error} when the sample tells what cannot happen. */
async function take(applications: Applications, number: string, step: Step, input: ApplicationInput, days: Days): Promise<void> {
  const {type, day, until, ...rest} = step;
  const [on, at] = [days.on(day), days.at(day)];
  const byApplicant = type === 'withdraw' || type === 'correct';
  const move = {
    ...rest,
    type: byApplicant ? 'archive' : type,
    on,
    ...(until === undefined ? {} : {until: days.on(until)}),
  } as StaffEventInput;
  const make = (progress: ApplicationProgress): ApplicationEvent =>
    byApplicant ? {type, on, at, actor: 'applicant'} : toEvent(move, progress, at, on);
  const more = byApplicant ? {words: step.note ? {note: step.note} : {}, ...(type === 'correct' ? {input} : {})} : moreOf(move);
  const result = await applications.append(number, 'any', make, {...more, now: at});
  if (result !== 'done') throw new Error(`sample: ${number} ${type}: ${JSON.stringify(result)}`);
}
