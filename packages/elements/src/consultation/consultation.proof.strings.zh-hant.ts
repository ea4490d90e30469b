import type {ProofStrings} from './consultation.proof.strings.ts';

export const zhHant: ProofStrings = {
  title: '提交的人很多，請等一等',
  why: '您的設備正在自動核驗，完成後就自動提交。您不用做什麼，寫好的內容都在。',
  progress: '核驗進度',
  atMost: (seconds) => `最多再等 ${seconds} 秒。`,
  waiting: (seconds) => `再等 ${seconds} 秒就自動提交，寫好的內容都在。`,
  justWait: '設備不計算，只等候',
  notNow: '先不提交',
};
