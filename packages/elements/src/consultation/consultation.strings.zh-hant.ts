import type {ConsultationStrings} from './consultation.strings.ts';

export const zhHant: ConsultationStrings = {
  title: '公開機關',
  empty: '這裡還沒有機關。',
  found: (count) => `共 ${count} 個機關`,
};
