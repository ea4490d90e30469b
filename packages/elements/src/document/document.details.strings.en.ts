import type {DetailsStrings} from './document.details.strings.ts';

export const en: DetailsStrings = {
  hit: (at, count) => `${at} of ${count}`,
  noHit: (words) => `Nothing found for “${words}”`,
  marked: 'explained here',
  marks: (labels) => `${labels.length} explained here: ${labels.join('; ')}`,
  definedIn: (name) => `Defined in ${name}`,
  closeTerm: 'Close',
  former: 'Open the document that it replaced',
  versions: 'Versions',
  version: (number) => `Version ${number}`,
  currentVersion: 'present text',
  versionHash: (hash) => `checksum ${hash}…`,
  compareFormer: 'Compare with the document that it replaced',
  compareNow: (number) => `Compare version ${number} with the present text`,
  dated: {
    publishedOn: (day) => `published ${day}`,
    amendedOn: (day) => `amended ${day}`,
    effectiveOn: (day) => `in force from ${day}`,
    at: (day) => `updated ${day}`,
  },
  comparing: 'Comparing the two texts…',
  compareFailed: 'The comparison failed.',
  retry: 'Try again',
  compared: 'Old and new',
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
