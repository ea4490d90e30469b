/** Until `@zwgk/rules/compare` is merged: sections of the same id, whole texts. */
import type {ComparisonRow, Section} from '@zwgk/contract';
import {sectionText} from '@zwgk/rules/passage';

const side = ({id, label, heading}: Section) => ({
  id,
  ...(label === undefined ? {} : {label}),
  ...(heading === undefined ? {} : {heading}),
});

export function compareDocuments(before: readonly Section[], after: readonly Section[]): ComparisonRow[] {
  const olds = new Map(before.map((section) => [section.id, section]));
  const rows = after.map((section): ComparisonRow => {
    const [old, text] = [olds.get(section.id), sectionText(section)];
    olds.delete(section.id);
    if (!old) return {change: 'added', after: side(section), words: [{op: 'insert', text}]};
    const was = sectionText(old);
    const sides = {before: side(old), after: side(section)};
    if (was === text) return {change: 'same', ...sides, words: [{op: 'keep', text}]};
    return {change: 'changed', ...sides, words: [{op: 'delete', text: was}, {op: 'insert', text}]}; // prettier-ignore
  });
  const gone = [...olds.values()].map((old): ComparisonRow => ({
    change: 'removed',
    before: side(old),
    words: [{op: 'delete', text: sectionText(old)}],
  }));
  return [...rows, ...gone];
}
