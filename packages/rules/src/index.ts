/** Pure rules that both sides share: no DOM, no I/O, no clock of their own. */
export {CALENDAR_YEARS} from './calendar-data.ts';
export {addDays, chinaDate, weekday, WorkCalendar} from './calendar.ts';
export {bodyIsPublic, publicMark, reasonMissing, reviewSubmission, type Violation} from './disclosure.ts';
export {docNumberKeys, docNumberQuery, type DocNumberQuery} from './doc-number-query.ts';
export {isDraft} from './draft.ts';
export {findDocNumbers, normaliseDocNumber} from './doc-number.ts';
export {bigramPhrase, bigrams, fold, foldWithMap, learnScripts, matchRanges, queryWords} from './fold.ts';
export {countsFrom, freshness, publicationDue} from './freshness.ts';
export {headInterpretations} from './head-interpretations.ts';
export {isIndexNo, isUscc} from './identifiers.ts';
export {reviewPublishedAt} from './published-at.ts';
export {firstInterpretation, interpretationDuty, responsibleFor, reviewInterpretation} from './interpretation.ts';
export {nearest, pieces} from './near.ts';
export {scriptsOf} from './scripts.ts';
export {guardCell} from './spreadsheet.ts';
export {parseNumeral, parseTimeLimit} from './time-limit.ts';
