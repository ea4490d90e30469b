import type {DocumentMeta, HeadInterpretations, InterpretationMeta} from '@zwgk/contract';
import {bodyIsPublic} from './disclosure.ts';
import {responsibleFor} from './interpretation.ts';

type Policy = Pick<DocumentMeta, 'issuerName' | 'coIssuers' | 'drafter' | 'major' | 'disclosure' | 'publishedOn'>;
type Told = Pick<InterpretationMeta, 'responsible' | 'interpreter' | 'publishedOn'>;

/**
 * How often the head of each department interpreted in a year (R4.2: 每年不少于三次), those that did least first. A department
 * counts when it had a major policy to interpret, or interpreted one; an interpretation counts in the year it came out.
 * @param today Date in China: what comes out later does not count yet.
 */
export function headInterpretations(
  documents: Iterable<Policy>,
  interpretations: Iterable<Told>,
  {year, today, required}: {readonly year: number; readonly today: string; readonly required: number},
): HeadInterpretations {
  const counted = ({publishedOn}: {publishedOn: string}): boolean => publishedOn.startsWith(`${year}-`) && publishedOn <= today;
  const departments = new Map<string, {majorPolicies: number; interpretations: number; heads: Map<string, number>}>();
  const of = (name: string) => {
    const known = departments.get(name) ?? {majorPolicies: 0, interpretations: 0, heads: new Map<string, number>()};
    departments.set(name, known);
    return known;
  };
  for (const document of documents) {
    if (document.major && bodyIsPublic(document.disclosure) && counted(document)) of(responsibleFor(document).name).majorPolicies++;
  }
  for (const told of interpretations) {
    if (!counted(told)) continue;
    const department = of(told.responsible);
    department.interpretations++;
    const {interpreter} = told;
    if (interpreter?.isHead) department.heads.set(interpreter.name, (department.heads.get(interpreter.name) ?? 0) + 1);
  }
  const rows = [...departments].map(([department, {heads, ...counts}]) => {
    const byHead = [...heads.values()].reduce((sum, count) => sum + count, 0);
    return {department, ...counts, byHead, isEnough: byHead >= required, heads: [...heads].map(([name, count]) => ({name, count}))};
  });
  return {year, required, departments: rows.sort((a, b) => a.byHead - b.byHead || (a.department < b.department ? -1 : 1))};
}
