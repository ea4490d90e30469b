import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  keptAnswers,
  reviewSurvey,
  showsResults,
  tallySurvey,
  validateAnswers,
  validateSubmission,
  type SurveyAnswer,
  type SurveyAnswers,
  type SurveyQuestion,
} from './index.ts';

const options = ['a', 'b', 'c'].map((id) => ({id, label: `选项 ${id}`}));
const QUESTIONS: SurveyQuestion[] = [
  {id: 'often', title: '您多久停一次车？', kind: 'single', options, required: true},
  {id: 'where', title: '您常在哪里停车？', kind: 'several', options, most: 2},
  {id: 'happy', title: '您对停车收费满意吗？', kind: 'scale', from: 1, to: 5, fromLabel: '很不满意', toLabel: '很满意'},
  {id: 'more', title: '您还想说什么？', kind: 'text', maxLength: 10},
];
const review = (...questions: object[]) => reviewSurvey(questions as SurveyQuestion[]).map(({path, code}) => `${code} ${path}`);
const wrong = (answers: SurveyAnswers) => validateAnswers(QUESTIONS, answers).map(({question, code}) => `${question} ${code}`);

describe('a survey (R6.3)', () => {
  it('asks what can be answered', () => {
    assert.deepEqual(review(...QUESTIONS), []);
    assert.deepEqual(review(), ['required /questions']);
    assert.deepEqual(review(...Array<object>(51).fill(QUESTIONS[3]!)), ['too-many /questions']);
    assert.deepEqual(review({...QUESTIONS[0], title: ' '}, {...QUESTIONS[3], id: 'often'}), [
      'required /questions/0/title',
      'id-twice /questions/1/id',
    ]);
    assert.deepEqual(review({...QUESTIONS[0], options: options.slice(1, 2)}), ['too-few-options /questions/0/options']);
    assert.deepEqual(review({...QUESTIONS[0], options: [...options, options[0]]}), ['id-twice /questions/0/options']);
    assert.deepEqual(review({...QUESTIONS[0], options: [...options, {id: 'd', label: ' '}]}), ['required /questions/0/options']);
    assert.deepEqual(review({...QUESTIONS[1], least: 3, most: 2}), ['bounds-invalid /questions/0/most']);
    assert.deepEqual(review({...QUESTIONS[1], most: 4}), ['bounds-invalid /questions/0/most']);
    assert.deepEqual(review({...QUESTIONS[2], to: 1}), ['bounds-invalid /questions/0/to']);
    assert.deepEqual(review({...QUESTIONS[2], to: 99}), ['bounds-invalid /questions/0/to']);
    assert.deepEqual(review({...QUESTIONS[2], fromLabel: ' ', toLabel: ''}), [
      'required /questions/0/fromLabel',
      'required /questions/0/toLabel',
    ]);
    assert.deepEqual(review({...QUESTIONS[3], maxLength: 5000}), ['bounds-invalid /questions/0/maxLength']);
    assert.deepEqual(review({id: 'x', title: '?', kind: 'matrix'}), ['unknown-kind /questions/0/kind']);
  });

  it('takes answers that fit, and says what does not, in the order of the questions', () => {
    assert.deepEqual(wrong({often: 'a', where: ['b', 'c'], happy: 5, more: '谢谢'}), []);
    assert.deepEqual(wrong({often: 'a'}), []);
    assert.deepEqual(wrong({more: ' ', where: []}), ['often required']);
    assert.deepEqual(wrong({happy: 6, where: ['a', 'b', 'c'], often: 'z', more: '见'.repeat(11), age: '30'}), [
      'often unknown-option',
      'where too-many',
      'happy out-of-range',
      'more too-long',
      'age unknown-question',
    ]);
    assert.deepEqual(wrong({often: 'a', where: ['a', 'a'], happy: 2.5}), ['where unknown-option', 'happy out-of-range']);
    assert.deepEqual(wrong({often: ['a'], where: 'a', happy: '5', more: 5}), [
      'often unknown-option',
      'where unknown-option',
      'happy out-of-range',
      'more required',
    ]);
    assert.deepEqual(wrong({often: 'toString', constructor: 'a'}), ['often unknown-option', 'constructor unknown-question']);
  });

  it('is counted', () => {
    const all: SurveyAnswers[] = [
      {often: 'a', where: ['a', 'b'], happy: 5},
      {often: 'a', happy: 2, more: '好'},
      {often: 'c', where: []},
    ];
    assert.deepEqual(tallySurvey(QUESTIONS, all), [
      {question: 'often', answered: 3, skipped: 0, counts: {a: 2, b: 0, c: 1}},
      {question: 'where', answered: 1, skipped: 2, counts: {a: 1, b: 1, c: 0}},
      {question: 'happy', answered: 2, skipped: 1, counts: {1: 0, 2: 1, 3: 0, 4: 0, 5: 1}, mean: 3.5},
      {question: 'more', answered: 1, skipped: 2, counts: {}},
    ]);
  });

  it('shows its counts once they can steer nobody, or where the agency says always', () => {
    const states = ['not_started', 'open', 'closed', 'reported'] as const;
    const shown = (showResults?: 'after_closing' | 'always') =>
      states.filter((state) => showsResults({questions: QUESTIONS, ...(showResults ? {showResults} : {})}, state));
    assert.deepEqual(shown(), ['closed', 'reported']);
    assert.deepEqual(shown('after_closing'), ['closed', 'reported']);
    assert.deepEqual(shown('always'), ['open', 'closed', 'reported']);
  });

  it('is sent alone or with comments: who skips it need not answer what it requires', () => {
    const consent = {processing: true};
    const wrongSheet = (answers: SurveyAnswers, comments: {text: string}[] = []) =>
      validateSubmission({comments, answers, consent}, {survey: QUESTIONS}).map(({field, code}) => `${field} ${code}`);
    assert.deepEqual(wrongSheet({often: 'a'}), []);
    assert.deepEqual(wrongSheet({}, [{text: '好'}]), []);
    assert.deepEqual(wrongSheet({more: ' ', where: []}, [{text: '好'}]), []);
    assert.deepEqual(wrongSheet({more: ' '}), ['comments required']);
    assert.deepEqual(wrongSheet({happy: 9}, [{text: ' '}]), [
      'comments.0.text required',
      'answers.often required',
      'answers.happy out-of-range',
    ]);
    assert.deepEqual(validateSubmission({answers: {often: 'a'}, consent}), [{field: 'answers.often', code: 'unknown-question'}]);
    assert.deepEqual(keptAnswers({often: 'a', where: [], more: ' 好\r\n吗 ', happy: 0}), {often: 'a', more: '好\n吗', happy: 0});
  });

  it('adds up, whatever was sent', () => {
    const choice = fc.constantFrom('a', 'b', 'c', 'gone');
    const answer: fc.Arbitrary<SurveyAnswer> = fc.oneof(
      choice,
      fc.array(choice, {maxLength: 4}),
      fc.integer({min: -1, max: 7}),
      fc.string(),
    );
    const answers = fc.dictionary(fc.constantFrom('often', 'where', 'happy', 'more'), answer);
    fc.assert(
      fc.property(fc.array(answers, {maxLength: 40}), (all) => {
        const fits = (id: string) =>
          all.filter((each) => Object.hasOwn(each, id) && !wrong(each).some((problem) => problem.startsWith(id)));
        for (const {question, answered, skipped, counts, mean} of tallySurvey(QUESTIONS, all)) {
          const sum = Object.values(counts).reduce((a, b) => a + b, 0);
          assert.equal(answered + skipped, all.length);
          if (question === 'often' || question === 'happy') assert.equal(sum, answered);
          if (question === 'where') {
            const choices = fits('where')
              .map((each) => each['where'])
              .filter(Array.isArray);
            assert.equal(sum, choices.flat().length);
          }
          if (mean !== undefined) assert.ok(mean >= 1 && mean <= 5);
        }
      }),
    );
  });
});
