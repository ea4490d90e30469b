import type {ComparisonStrings} from './comparison.strings.ts';

export const en: ComparisonStrings = {
  compared: 'Old and new',
  version: (number) => `Version ${number}`,
  from: 'Before: ',
  to: 'Now: ',
  counts: ({changed, added, removed, moved, same}) =>
    [
      changed && `${changed} changed`,
      added && `${added} added`,
      removed && `${removed} removed`,
      moved && `${moved} moved`,
      same && `${same} unchanged`,
    ]
      .filter(Boolean)
      .join(', '),
  identical: 'The two texts are the same, word for word.',
  onlyChanges: 'Changes only',
  changes: {changed: 'Changed', added: 'Added', removed: 'Removed', moved: 'Moved', same: 'Unchanged'},
  inserted: 'added: ',
  deleted: 'removed: ',
  endOfChange: '. ',
  unnamed: 'Text',
  legend: 'Underlined words were added, struck-out words were removed.',
};
