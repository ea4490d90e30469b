/** Which changes a kind of opinion led to. Pure: no lit, no DOM. */
import type {ComparisonRow, ReportedCluster} from '@zwgk/contract';

type Side = ComparisonRow['before'];

/** Rows with a change: of the articles that it is about, and of those that the report names by their printed number. */
export function rowsOf(
  rows: readonly ComparisonRow[],
  {sections = [], change = ''}: Pick<ReportedCluster, 'sections' | 'change'>,
): ComparisonRow[] {
  const isNamed = (side: Side): boolean => side?.label !== undefined && change.includes(side.label);
  return rows.filter(
    ({change: kind, before, after}) => kind !== 'same' && ((before && sections.includes(before.id)) || isNamed(before) || isNamed(after)),
  );
}
