import type {SurveyStrings} from './consultation.survey.strings.ts';

const faults: Readonly<Record<string, string>> = {
  required: 'Please answer this question.',
  'unknown-option': 'This option is gone. Please choose again.',
  'too-few': 'Too few are chosen.',
  'too-many': 'Too many are chosen.',
  'out-of-range': 'Please choose again.',
  'too-long': 'This is too long. Please shorten it.',
  'unknown-question': 'This question is gone.',
  'survey-changed': 'The survey has just changed. Please look at it again.',
};
const sheets = (count: number): string => (count === 1 ? '1 answer sheet' : `${count} answer sheets`);

export const en: SurveyStrings = {
  colon: ': ',
  survey: 'Survey',
  intro: (count) => `${count} questions. You may answer the survey alone, or only comment.`,
  later: 'The results are published after the consultation has closed.',
  now: 'The results can be seen at any time, further down on this page.',
  texts: 'What you write is read by the sponsor only and is not published.',
  fill: 'Answer the survey',
  fold: 'Fold the survey',
  progress: (answered, count) => `${answered} of ${count} answered`,
  required: ' (required)',
  several: (least, most, count) =>
    least > 0
      ? least === most
        ? `Choose ${most}`
        : `Choose ${least} to ${most}`
      : most < count
        ? `Choose up to ${most}`
        : 'Choose as many as you like',
  clear: 'Clear this answer',
  count: (count, most) => `${count} characters, ${most} at most`,
  end: (value, label) => `${value} (${label})`,
  done: 'Done: check and send',
  clearAll: 'Clear the survey',
  cleared: 'The survey was cleared.',
  undo: 'Undo',
  problems: 'The survey is not finished',
  fault: (code) => faults[code] ?? 'Please look at this again.',
  none: 'Not answered',
  change: 'Change the answers',
  results: 'Survey results',
  loading: 'Loading the survey results…',
  failed: 'The survey results could not be loaded.',
  participants: (count) => `${sheets(count)} received`,
  nobody: 'Nobody answered.',
  caution: 'Each receipt counts once. Taking part was voluntary: the results do not stand for everybody.',
  setAside: (count) => `${sheets(count)} more seem to come from a program and are not counted.`,
  answered: (answered, skipped) => `${answered} answered${skipped > 0 ? `, ${skipped} did not` : ''}`,
  over: 'Several could be chosen: the percentages add up to more than 100%.',
  mean: (mean) => `Average ${mean}`,
  chosen: (count, percent) => `${count}, ${percent}`,
  under: 'under 1%',
  noTexts: 'What was written is studied by the sponsor and is not published here.',
  mine: 'My survey answers',
  counted: 'They are in the results.',
  withdraw: 'Withdraw my answers',
  withdrawSure: 'They will leave the results. This cannot be undone.',
  withdrawYes: 'Yes, withdraw',
  withdrawNo: 'No',
  withdrawn: 'The answers were withdrawn and are no longer in the results.',
  aside: 'They seem to come from a program and are not in the results.',
};
