import type {InterpretationStrings} from './interpretation.strings.ts';

export const zhHant: InterpretationStrings = {
  title: '公開機關',
  empty: '這裡還沒有機關。',
  found: (count) => `共 ${count} 個機關`,
};
