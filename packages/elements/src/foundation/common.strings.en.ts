import type {CommonStrings} from './common.strings.ts';

export const en: CommonStrings = {
  demo: 'Sample data',
  retry: 'Try again',
  hotline: 'You can also call 12345 and ask.',
  failed: 'This part cannot open for now. Please try again later.',
  offline: 'Your device is offline. We will try again as soon as it is connected.',
};
