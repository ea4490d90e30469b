import type {Agency} from '@zwgk/contract';

export type SampleItem = Agency;

/** One line of the list. */
export interface SampleLine {
  readonly text: string;
  /** Invented sample data, marked as such. */
  readonly demo: boolean;
}

/** Lines to show, in the order of the names. */
export function lines(items: readonly SampleItem[]): readonly SampleLine[] {
  return items.map(({name, demo}) => ({text: name, demo})).sort((a, b) => a.text.localeCompare(b.text, 'zh-Hans-CN'));
}
