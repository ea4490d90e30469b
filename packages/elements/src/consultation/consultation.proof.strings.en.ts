import type {ProofStrings} from './consultation.proof.strings.ts';

export const en: ProofStrings = {
  title: 'Many people are sending now',
  why: 'Your device is doing a check by itself and sends when it is done. You need not do anything, and all you wrote is kept.',
  progress: 'Progress of the check',
  atMost: (seconds) => `At most ${seconds} seconds more.`,
  waiting: (seconds) => `It is sent by itself in ${seconds} seconds. All you wrote is kept.`,
  justWait: 'Do not compute, just wait',
  notNow: 'Do not send yet',
};
