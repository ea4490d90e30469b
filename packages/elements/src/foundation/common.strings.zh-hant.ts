import type {CommonStrings} from './common.strings.ts';

export const zhHant: CommonStrings = {
  demo: '演示資料',
  retry: '再試一次',
  hotline: '也可以撥打 12345 詢問。',
  failed: '這裡暫時打不開，請過一會兒再試。',
  offline: '您的裝置現在沒有連網。連網後會自動再試。',
};
