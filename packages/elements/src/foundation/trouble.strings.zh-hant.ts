import type {TroubleStrings} from './trouble.strings.ts';

export const zhHant: TroubleStrings = {
  fallback: '您可以先用這些連結：',
  unconfigured: '這裡還沒有接好資料服務。',
  failed: {
    'script-missing': '頁面缺少一個元件檔案，這裡暫時打不開。',
    'blocked-by-csp': '本網站的安全設定攔住了資料，這裡暫時打不開。',
    'cors-refused': '資料服務還沒有認可本網站，這裡暫時打不開。',
    'contract-mismatch': '資料服務的版本和本頁不一致，這裡暫時打不開。',
    intercepted: '網路中途傳回了別的頁面。如果您在用公共無線網路，請先登入網路，再試一次。',
    unreachable: '資料服務沒有應答，可能正在維護。請過一會兒再試。',
    timeout: '等了很久沒有應答，網路可能太慢。請再試一次。',
    'not-found': '沒有找到這一條，它可能已經撤下或者換了地址。',
    rejected: '服務沒有接受這次查詢，請換一個條件再試。',
    'server-error': '資料服務出了故障，不是您的問題。請過一會兒再試。',
    aborted: '已取消。',
  },
};
