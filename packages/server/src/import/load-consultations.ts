/** Consultations of the sample: invented drafts, opinions of invented people, and what became of them, in every state. */
import {readFile} from 'node:fs/promises';
import type {AdoptionOutcome, Agency, ConsultationInput, DecisionBasis, DocumentMeta, ReportInput, Section} from '@zwgk/contract';
import {addDays, chinaDate} from '@zwgk/rules';
import {startOfDay, type ModerationEvent} from '@zwgk/rules/consultation';
import {publishedFrom} from '../routes/staff-consultations/report.ts';
import type {Secrets} from '../store/applications/submissions.ts';
import type {Store} from '../store/store.ts';
import {sendSheets, surveyOf, type SampleSurvey} from './load-surveys.ts';

/** What some people say, in their own words: `says` with `because`, each with each. */
interface Theme {
  readonly theme: string;
  /** Absent: about the whole draft. */
  readonly section?: string;
  readonly quote?: string;
  readonly says: readonly string[];
  readonly because: readonly string[];
  readonly count: number;
  readonly outcome?: AdoptionOutcome;
  readonly reason?: string;
  readonly taken?: string;
  readonly notTaken?: string;
  readonly change?: string;
}

/** Texts of articles, by their number. */
type Articles = Readonly<Record<string, string>>;

/** Days are days before (negative) or after the load. */
interface Story {
  readonly no: number;
  readonly id: string;
  readonly title: string;
  readonly sponsor: string;
  readonly matter: string;
  readonly opens: number;
  readonly closes: number;
  readonly reported?: number;
  readonly letters?: number;
  readonly short?: string;
  readonly explanation: string;
  readonly basis: readonly DecisionBasis[];
  readonly articles: readonly string[];
  /** Articles as they were decided, by their number. */
  readonly final?: Articles;
  readonly survey?: SampleSurvey;
  /** Drafts before this one: articles that were different then, by their number. */
  readonly earlier?: readonly {readonly title: string; readonly published: number; readonly articles: Articles}[];
  /** How many files may go with comments. */
  readonly attachments?: number;
  readonly themes: readonly Theme[];
}

interface Sample {
  readonly openers: readonly string[];
  readonly closers: readonly string[];
  readonly surnames: string;
  readonly organizations: readonly string[];
  readonly unrelated: readonly string[];
  readonly consultations: readonly Story[];
}

export type ConsultationTarget = Pick<Store, 'consultations' | 'saveDocuments'> & Parameters<typeof publishedFrom>[0];

/** Comments to a consultation before some of them are sent twice, or say something else. */
const MANY = 100;
/** Numbers of answer sheets that a consultation may use. */
const SHEETS = 1000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const ORDINALS = '一二三四五六七八九十';
const ordinal = (n: number): string => (n > 10 ? `十${ORDINALS[n - 11]}` : ORDINALS[n - 1]!);

/** What opens the sample's comments of this number; the same in every database, so that pages can print it. */
export const sampleCommentSecrets = (no: number): Secrets => ({
  number: `Y20260106-${String(no).padStart(6, '0')}`,
  queryCode: `DEM0-DEM0-${String(no).padStart(4, '0')}`,
  linkToken: `demo-comment-token-${String(no).padStart(6, '0')}`,
});

/** Again changes nothing. @returns how many consultations the sample has. */
export async function loadConsultations(
  store: ConsultationTarget,
  file: string,
  agencies: readonly Agency[],
  now: string,
): Promise<number> {
  const sample = JSON.parse(await readFile(file, 'utf8')) as Sample;
  let number = 0;
  for (const story of sample.consultations) {
    const said = opinionsOf(sample, story);
    if (!(await store.consultations.find(story.id, true))) {
      const agency = agencies.find(({id}) => id === story.sponsor)!;
      await tell(store, sample, story, said, {agency, now, number});
    }
    number += said.length;
  }
  return sample.consultations.length;
}

interface Opinion {
  readonly text: string;
  readonly section?: string | undefined;
  readonly quote?: string | undefined;
  /** Place of its theme; absent: about something else. */
  readonly theme?: number;
  /** Place of the opinion that it repeats. */
  readonly repeats?: number;
}

/** Everything that is sent in a consultation, themes mixed. */
function opinionsOf({openers, closers, unrelated}: Sample, {themes, reported}: Story): Opinion[] {
  const opinions = themes.flatMap(({says, because, count, section, quote}, theme) =>
    [...Array(count).keys()].map((k): Opinion & {at: number} => {
      const [what, why] = [says[k % says.length]!, because[Math.floor(k / says.length) % because.length]!];
      const [opener, closer] = [openers[(k * 3 + theme) % openers.length]!, closers[(k + theme) % closers.length]!];
      return {text: `${opener}${what}，${why}。${closer}`, section, quote, theme, at: (k + 0.5) / count};
    }),
  );
  const mixed: Opinion[] = opinions.sort((a, b) => a.at - b.at).map(({at: _at, ...opinion}) => opinion);
  if (mixed.length < MANY || reported === undefined) return mixed;
  const again = [0, 1, 2, 0, 3].map((i): Opinion => ({...mixed[i]!, repeats: i}));
  return [...mixed, ...again, ...unrelated.map((text) => ({text}))];
}

interface Where {
  readonly agency: Agency;
  readonly now: string;
  /** Comments of the sample before this consultation. */
  readonly number: number;
}

async function tell(
  store: ConsultationTarget,
  sample: Sample,
  story: Story,
  said: readonly Opinion[],
  {agency, now, number}: Where,
): Promise<void> {
  const {consultations} = store;
  const today = chinaDate(Date.parse(now));
  const day = (offset: number): string => new Date(startOfDay(addDays(today, offset))).toISOString();
  await saveTexts(store, story, agency, today, day(story.opens - 1));
  await consultations.save({id: story.id, input: inputOf(story, agency, day), demo: true}, day(story.opens - 1));
  const {row} = (await consultations.find(story.id))!;
  const [from, until] = [Date.parse(day(story.opens)), Math.min(Date.parse(day(story.closes)), Date.parse(now))];
  const ids: string[] = [];
  for (const [i, opinion] of said.entries()) {
    const at = new Date(from + ((until - from) * (i + 1)) / (said.length + 1)).toISOString();
    ids.push(await send(store, story, sample, opinion, {row, i, at, no: number + i + 1}));
  }
  if (story.survey)
    await sendSheets(store, story.survey, {row, id: story.id, title: story.title, number: story.no * SHEETS}, [from, until]);
  const read = new Date(Math.min(until + DAY, Date.parse(now))).toISOString();
  await moderateAll(consultations, row, said, ids, {at: read, isOpen: until === Date.parse(now)});
  if (story.reported === undefined) return;
  const report = reportOf(story, said, ids);
  await consultations.reports.saveDraft(row, 'any', report);
  const published = new Date(Date.parse(day(story.reported)) + 10 * HOUR).toISOString();
  const found = (await consultations.find(story.id))!;
  await consultations.reports.publish(row, found.reportVersion, await publishedFrom(store, found, published));
}

const articlesOf = (texts: readonly string[]): Section[] =>
  texts.map((text, i) => ({id: `art-${i + 1}`, kind: 'article', depth: 0, label: `第${ordinal(i + 1)}条`, blocks: [{text}]}));

const earlierId = (id: string, i: number): string => `draft-${id}-before-${i + 1}`;

/** What was put up before, each on its own day. */
async function saveEarlier(
  store: ConsultationTarget,
  {id, no, earlier = []}: Story,
  today: string,
  {meta, like}: {readonly meta: DocumentMeta; like(others: Articles): Section[]},
): Promise<void> {
  const [org] = meta.indexNo.split('/');
  for (const [i, {title, published, articles}] of earlier.entries()) {
    const day = addDays(today, published);
    const indexNo = `${org}/${day.slice(0, 4)}-${7 - i}${String(no).padStart(4, '0')}`;
    const own = {...meta, indexNo, title, writtenOn: day, publishedOn: day};
    await store.saveDocuments([{id: earlierId(id, i), meta: own, body: like(articles), demo: true}], `${day}T02:00:00.000Z`);
  }
}

/** The drafts and, where something was decided, what became of it. */
async function saveTexts(store: ConsultationTarget, story: Story, agency: Agency, today: string, at: string): Promise<void> {
  const {no, id, title, articles, final, reported} = story;
  const publishedOn = chinaDate(Date.parse(at));
  const meta = {
    indexNo: `${agency.uscc}/${publishedOn.slice(0, 4)}-9${String(no).padStart(4, '0')}`,
    title,
    issuer: agency.id,
    issuerName: agency.name,
    writtenOn: publishedOn,
    publishedOn,
    validity: 'in_force' as const,
    subject: [],
    genre: '征求意见稿',
    disclosure: 'proactive' as const,
  };
  const like = (others: Articles): Section[] => articlesOf(articles.map((text, i) => others[String(i + 1)] ?? text));
  await saveEarlier(store, story, today, {meta, like});
  await store.saveDocuments([{id: `draft-${id}`, meta, body: articlesOf(articles), demo: true}], at);
  if (!final || reported === undefined) return;
  const decidedOn = addDays(today, reported);
  const decided = {
    ...meta,
    indexNo: `${agency.uscc}/${decidedOn.slice(0, 4)}-8${String(no).padStart(4, '0')}`,
    title: title.replace(/（.*）$/, ''),
    writtenOn: decidedOn,
    publishedOn: decidedOn,
    genre: '办法',
    supersedes: `draft-${id}`,
  };
  await store.saveDocuments([{id: `decided-${id}`, meta: decided, body: like(final), demo: true}], `${decidedOn}T02:00:00.000Z`);
}

const inputOf = (
  {id, title, sponsor, matter, opens, closes, short, explanation, basis, survey, earlier = [], attachments}: Story,
  {office}: Agency,
  day: (offset: number) => string,
): ConsultationInput => ({
  title: `关于《${title}》公开征求意见的公告`,
  sponsor,
  matterType: matter,
  methods: ['opinions'],
  draft: {document: `draft-${id}`, version: 1},
  ...(earlier.length ? {earlierDrafts: earlier.map((_, i) => ({document: earlierId(id, i), version: 1}))} : {}),
  ...(attachments === undefined ? {} : {maxAttachments: attachments}),
  explanation,
  basis: [...basis],
  opensAt: day(opens),
  closesAt: day(closes),
  ...(short === undefined ? {} : {shortReason: short}),
  ...(survey ? {survey: surveyOf(survey)} : {}),
  channels: ['web', 'email', 'letter', 'phone'],
  addresses: {
    email: `${sponsor}@mail.example.com`,
    letter: `${office.address ?? office.name}（信封注明“征求意见”）`,
    phone: office.phone,
  },
  fields: ['authorType', 'displayName', 'mobile', 'email'],
});

async function send(
  {consultations}: ConsultationTarget,
  {id, title}: Story,
  {surnames, organizations}: Sample,
  {text, section, quote}: Opinion,
  {row, i, at, no}: {row: number; i: number; at: string; no: number},
): Promise<string> {
  const isOrganization = i % 17 === 5;
  const displayName = isOrganization ? organizations[i % organizations.length]! : `${surnames[i % surnames.length]}示例`;
  const anchors = section === undefined ? [] : [{section, ...(quote === undefined ? {} : {quote: {exact: quote}}), documentVersion: 1}];
  const receipt = await consultations.submit(
    {
      consultation: row,
      comments: [{text, anchors, section: section ?? 'whole', place: section === undefined ? 0 : Number(section.slice(4))}],
      author: {displayName, consent: {processing: true, publish: i % 5 !== 4, name: i % 3 !== 2}},
      authorType: isOrganization ? 'organization' : 'natural_person',
      honeypot: false,
      now: at,
      today: chinaDate(Date.parse(at)),
      address: 'sample',
      demo: sampleCommentSecrets(no),
      receipt: (secrets, comments) => ({...secrets, submittedAt: at, consultation: id, title, comments}),
    },
    {key: `sample-comment-${String(no).padStart(8, '0')}`, body: {text}},
  );
  return receipt.comments[0]!;
}

/** Staff have read all but the last ones of a consultation that is open; what may be shown is. */
async function moderateAll(
  consultations: Store['consultations'],
  row: number,
  said: readonly Opinion[],
  ids: readonly string[],
  {at, isOpen}: {at: string; isOpen: boolean},
): Promise<void> {
  const read = ids.filter((_, i) => !isOpen || i < ids.length - 2);
  const related = read.filter((_, i) => said[i]!.theme !== undefined && said[i]!.repeats === undefined);
  const move = (event: Pick<ModerationEvent, 'type'> & object, some: readonly string[]): Promise<unknown> =>
    consultations.move(row, some, {...event, at, actor: 'staff'} as ModerationEvent, {staff: '*'});
  await move(
    {type: 'approve'},
    read.filter((_, i) => said[i]!.theme !== undefined),
  );
  await move({type: 'publish'}, related);
  const others = read.filter((_, i) => said[i]!.theme === undefined);
  if (others.length) await move({type: 'reject', reason: 'off_topic', note: '内容与草案无关，请通过相应渠道反映。'} as never, others);
}

/** Letters say what most people say. */
function reportOf({id, themes, letters = 0, final}: Story, said: readonly Opinion[], ids: readonly string[]): ReportInput {
  const of = (wanted: (opinion: Opinion) => boolean): string[] => ids.filter((_, i) => wanted(said[i]!));
  const clusters = themes.map(({theme, outcome = 'adopted', reason, taken, notTaken, change}, k) => {
    const comments = of((opinion) => opinion.theme === k && opinion.repeats === undefined);
    const words = Object.fromEntries(Object.entries({reason, taken, notTaken, change}).filter(([, text]) => text !== undefined));
    return {id: `k${k + 1}`, theme, count: comments.length + (k === 0 ? letters : 0), comments, outcome, ...words};
  });
  const unrelated = of(({theme}) => theme === undefined);
  return {
    summary: `共收到意见 ${ids.length + letters} 条，归为 ${themes.length} 类，逐类研究，采纳情况如下。`,
    otherComments: letters,
    ...(final ? {final: `decided-${id}`} : {}),
    clusters,
    duplicates: said.flatMap(({repeats}, i) => (repeats === undefined ? [] : [{comment: ids[i]!, of: ids[repeats]!}])),
    unrelated: {count: unrelated.length, comments: unrelated},
  };
}
