/**
 * Answers to surveys (R6.3). What somebody answered is sealed as their comments are; the counts are kept beside it, in the
 * transaction that takes a sheet in or out, so that results cost no opening and tell of nobody.
 */
import type {AuthorType, ConsultationInput, SurveyAnswers, SurveyQuestion} from '@zwgk/contract';
import {surveyMarks, surveyTally, type SurveyMark} from '@zwgk/rules/consultation';
import type {Kysely} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import {bump, type Connections} from '../connection.ts';
import {canonicalJson} from '../json.ts';
import type {Schema} from '../schema.ts';
import {forgetAuthors} from './moderation.ts';
import type {StoredConsultation} from './records.ts';

const BATCH = 500;
const answersPlace = (receipt: number): string => `survey/${receipt}`;

/** Answers as the form gave them, to these questions. */
export interface NewAnswers {
  readonly questions: readonly SurveyQuestion[];
  readonly values: SurveyAnswers;
}
export interface StoredAnswers {
  readonly receipt: number;
  readonly receivedAt: string;
  readonly counted: boolean;
  readonly withdrawnAt: string | null;
  /** `undefined` once they are gone. */
  readonly values: SurveyAnswers | undefined;
}
/** A sheet with what is known of who sent it. */
export interface Sheet extends StoredAnswers {
  readonly number: string;
  readonly authorType: AuthorType | null;
}
export interface Counted {
  readonly participants: number;
  readonly setAside: number;
  readonly questions: ReturnType<typeof surveyTally>;
}

/** The questions are not those that were answered. */
export class SurveyChangedError extends Error {
  override readonly name = 'SurveyChangedError';
}
/** Somebody has answered: the survey stays as it is. */
export class SurveyAnsweredError extends Error {
  override readonly name = 'SurveyAnsweredError';
}

const questionsOf = (data: string): readonly SurveyQuestion[] => (JSON.parse(data) as ConsultationInput).survey?.questions ?? [];

/** @throws SurveyAnsweredError when a survey with answers would change, in the caller's transaction. */
export async function mustKeepSurvey(tx: Kysely<Schema>, id: string, old: string, input: ConsultationInput): Promise<void> {
  const {survey} = JSON.parse(old) as ConsultationInput;
  if (survey === undefined || canonicalJson(survey) === canonicalJson(input.survey ?? null)) return;
  const answered = await tx
    .selectFrom('survey_answers')
    .innerJoin('consultations', 'consultations.row', 'survey_answers.consultation')
    .select('receipt')
    .where('id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (answered) throw new SurveyAnsweredError();
}

/** What is counted of a sheet: itself, and its choices; of one that is set aside only that. */
const marksOf = ({questions, values}: NewAnswers, counted: boolean): SurveyMark[] =>
  counted ? [['', 'sheet'], ...surveyMarks(questions, values)] : [['', 'aside']];

/** Puts a sheet in the counts (`by` 1), or takes it out (-1). */
async function count(tx: Kysely<Schema>, consultation: number, marks: readonly SurveyMark[], by: 1 | -1): Promise<void> {
  await tx
    .insertInto('survey_counts')
    .values(marks.map(([question, choice]) => ({consultation, question, choice, count: by})))
    .onConflict((conflict) =>
      conflict.columns(['consultation', 'question', 'choice']).doUpdateSet((eb) => ({count: eb('survey_counts.count', '+', by)})),
    )
    .execute();
}

/** What a receipt's sheet is stored with. */
interface Sent {
  readonly consultation: number;
  readonly receipt: number;
  readonly now: string;
  readonly honeypot: boolean;
}

/** Stores a sheet in the caller's transaction. @throws SurveyChangedError */
export async function insertAnswers(
  tx: Kysely<Schema>,
  vault: Vault,
  answers: NewAnswers,
  {consultation, receipt, now, honeypot}: Sent,
): Promise<void> {
  const {data} = await tx.selectFrom('consultations').select('data').where('row', '=', consultation).executeTakeFirstOrThrow();
  if (canonicalJson(questionsOf(data)) !== canonicalJson(answers.questions)) throw new SurveyChangedError();
  const sealed = vault.seal(JSON.stringify(answers.values), answersPlace(receipt));
  const counted = honeypot ? (0 as const) : (1 as const);
  await tx.insertInto('survey_answers').values({receipt, consultation, received_at: now, counted, withdrawn_at: null, sealed}).execute();
  await count(tx, consultation, marksOf(answers, counted === 1), 1);
  // Only where the counts are shown while they grow are copies of them out of date.
  if ((JSON.parse(data) as ConsultationInput).survey?.showResults === 'always') await bump(tx, 'data');
}

export class Surveys {
  readonly #connections: Connections;
  readonly #vault: () => Vault;

  /** @param vault Throws where there is no key. */
  constructor(connections: Connections, vault: () => Vault) {
    this.#connections = connections;
    this.#vault = vault;
  }

  async counted({row, input}: StoredConsultation): Promise<Counted> {
    const marks = await this.#connections.reader.selectFrom('survey_counts').selectAll().where('consultation', '=', row).execute();
    const counts = new Map(marks.map(({question, choice, count: times}) => [`${question} ${choice}`, times]));
    const countOf = (...mark: SurveyMark): number => counts.get(mark.join(' ')) ?? 0;
    const participants = countOf('', 'sheet');
    return {participants, setAside: countOf('', 'aside'), questions: surveyTally(input.survey?.questions ?? [], participants, countOf)};
  }

  async ofReceipt(receipt: number): Promise<StoredAnswers | undefined> {
    const stored = await this.#connections.reader
      .selectFrom('survey_answers')
      .selectAll()
      .where('receipt', '=', receipt)
      .executeTakeFirst();
    return stored && this.#opened(stored);
  }

  /** Takes the answers of a receipt back, out of the counts too; again changes nothing. */
  async withdraw({row, input}: StoredConsultation, receipt: number, now: string): Promise<void> {
    await this.#connections.writer.transaction().execute(async (tx) => {
      const stored = await tx.selectFrom('survey_answers').selectAll().where('receipt', '=', receipt).executeTakeFirst();
      const values = stored && this.#opened(stored).values;
      if (!values) return;
      await tx.updateTable('survey_answers').set({withdrawn_at: now, sealed: null}).where('receipt', '=', receipt).execute();
      await forgetAuthors(tx, [receipt]);
      await count(tx, row, marksOf({questions: input.survey!.questions, values}, stored.counted === 1), -1);
      await bump(tx, 'data');
    });
  }

  /** Every sheet, oldest first, in portions, so that memory does not grow with them. */
  async *each(consultation: number): AsyncGenerator<Sheet[]> {
    for (let after = 0; ;) {
      const rows = await this.#connections.reader
        .selectFrom('survey_answers')
        .innerJoin('comment_receipts', 'comment_receipts.row', 'survey_answers.receipt')
        .selectAll('survey_answers')
        .select(['number', 'author_type'])
        .where('survey_answers.consultation', '=', consultation)
        .where('receipt', '>', after)
        .orderBy('receipt')
        .limit(BATCH)
        .execute();
      if (rows.length === 0) return;
      yield rows.map((row) => ({...this.#opened(row), number: row.number, authorType: row.author_type}));
      after = rows.at(-1)!.receipt;
    }
  }

  #opened({receipt, received_at, counted, withdrawn_at, sealed}: Schema['survey_answers']): StoredAnswers {
    return {
      receipt,
      receivedAt: received_at,
      counted: counted === 1 && withdrawn_at === null,
      withdrawnAt: withdrawn_at,
      values: sealed === null ? undefined : (JSON.parse(this.#vault().open(sealed, answersPlace(receipt))) as SurveyAnswers),
    };
  }
}
