/** Answers to a survey for the office: every sheet a row, safe to open in a spreadsheet; without ways of contact. */
import type {SurveyAnswer, SurveyQuestion} from '@zwgk/contract';
import {guardCell} from '@zwgk/rules';
import {AUTHOR_TYPES} from '@zwgk/rules/consultation';
import type {Sheet} from '../../store/consultations/surveys.ts';
import {chinaTime} from '../catalog-export/rows.ts';

const HEADER = ['序号', '回执编号', '收到时间', '提出人类别', '状态'];

/** As people read it: labels, not ids. */
function wordsOf(question: SurveyQuestion, answer: SurveyAnswer | undefined): string {
  if (answer === undefined) return '';
  if (question.kind === 'text' || question.kind === 'scale') return String(answer);
  const labels = new Map(question.options.map(({id, label}) => [id, label]));
  return [answer]
    .flat()
    .map((id) => labels.get(String(id)) ?? String(id))
    .join('；');
}

const stateOf = ({withdrawnAt, counted}: Sheet): string => (withdrawnAt ? '已撤回' : counted ? '计入结果' : '疑似程序填写，未计入');

/** Header and rows in portions, as the sheets are read. */
export async function* sheetRows(questions: readonly SurveyQuestion[], sheets: AsyncIterable<Sheet[]>): AsyncGenerator<string[][]> {
  yield [[...HEADER, ...questions.map(({title}) => guardCell(title))]];
  let no = 0;
  for await (const batch of sheets)
    yield batch.map((sheet) =>
      [
        String(++no),
        sheet.number,
        chinaTime(sheet.receivedAt),
        sheet.authorType ? AUTHOR_TYPES[sheet.authorType] : '',
        stateOf(sheet),
        ...questions.map((question) => wordsOf(question, sheet.values?.[question.id])),
      ].map(guardCell),
    );
}
