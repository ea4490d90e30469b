import type {Agency} from '@zwgk/contract';

export type ConsultationItem = Agency;

/** One line of the list. */
export interface ConsultationLine {
  readonly text: string;
  /** Invented sample data, marked as such. */
  readonly demo: boolean;
}

/** Lines to show, in the order of the names. */
export function lines(items: readonly ConsultationItem[]): readonly ConsultationLine[] {
  return items.map(({name, demo}) => ({text: name, demo})).sort((a, b) => a.text.localeCompare(b.text, 'zh-Hans-CN'));
}
