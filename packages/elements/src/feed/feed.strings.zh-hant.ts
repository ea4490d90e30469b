import type {FeedStrings} from './feed.strings.ts';

export const zhHant: FeedStrings = {
  title: '上級政策轉載',
  newTab: '（開啟新分頁）',
  when: (published, days, reposted, clock) => {
    const day = days === 0 ? '當天' : days === 1 ? '第二天' : days > 1 ? `過了 ${days} 天，${reposted}` : reposted;
    return [`${published}發布，`, `${day} ${clock} 轉載`];
  },
  identical: '與原文一致',
  differs: '與原文不一致，請以原文為準。',
  source: '看原文',
  hash: '校驗碼',
  copyHash: '複製校驗碼',
  hashOf: (title) => `：${title}`,
  copied: '已複製。',
  copyFailed: '沒有複製成功，請選取後自行複製。',
  more: '再看幾條',
  adding: '正在載入…',
  all: '全部轉載',
  empty: '還沒有轉載上級政策。',
  found: (total) => `轉載的上級政策共 ${total} 條`,
  added: (count, total) => `又列出 ${count} 條，共 ${total} 條`,
};
