/** Called wrongly: the message says how to do it right. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Could not be done; the message is one clear sentence. Exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export const HELP = `用法：zwgk <命令> [选项]

  serve [--port 8080] [--host 127.0.0.1]            启动数据服务
  import catalog 文件… --agency 机构 [--partial] [--complete]
                                                    导入公开目录（.xlsx .csv）
  import documents 文件夹|文件… --agency 机构 [--partial]
                                                    导入文件（.md .txt .html .docx）
  import interpretations 文件夹|文件… [--media 文件夹] [--lenient] [--partial]
                                                    导入解读（.md）；字幕和文字稿在 --media 的文件夹里；
         --lenient                                    引文和原文对不上时只提示，不算错误
  export [--format csv|xlsx] [--out 文件] [筛选…]   导出目录，筛选同接口参数：
         --q --region --agency --level --domain --matter --disclosure
         --stage --freshness --topic --updatedFrom --updatedTo --sort
  index --out 文件夹 [--agency 机构,机构…] [--link 网址样式]
                                                    写出静态检索索引 index.json，供没有数据服务的网站用；
         网址样式如 /xxgk/{type}/{id}.html            不写时用接口的网址
  check links [--page 网址]… [--from 网站地图或者网址清单] [--json]
                                                    检查文件和解读是否互相链接：写明网址的，检查这些页面；
                                                    不写的，检查数据库。有断链时退出码为 1
  migrate                                           把数据库升级到当前版本
  backup 文件                                       把数据库备份到新文件，上传的文件备份到旁边的 文件.uploads，
         服务不用停。恢复：停下服务，移走旧数据库（连同 -wal、-shm）和旧的上传文件夹，把备份的文件和文件夹放回原处，
         设好原来的 ZWGK_DATA_KEY，再启动；也可以先用 --db 备份文件 直接启动，看看内容对不对
  purge [--dry-run]                                 删除保存期满的申请人信息和无主的上传文件
  key                                               生成一把保护申请人信息的密钥（ZWGK_DATA_KEY）
  token --agency 机构                               发放该机关工作人员的令牌（只显示一次；'*' 为管理员）
  token revoke 令牌 | token revoke --agency 机构    收回一个令牌，或者该机关的全部令牌
  site add 网址 | site remove 网址 | site list      登记、取消、列出可以调用接口的网站
  help                                              显示本说明

通用选项
  --db 文件         数据库，默认 .data/zwgk.sqlite，也可以用环境变量 ZWGK_DB
  （环境变量 ZWGK_WORDS 指定本站的搜索词表，JSON 文件，写法见 search-words-data.ts）
  （依申请公开：ZWGK_DATA_KEY 保护申请人信息的密钥，没有就不开放网上申请；ZWGK_UPLOADS 上传文件的文件夹，
   默认在数据库旁边；ZWGK_SCAN_COMMAND 检查上传文件的命令，文件从标准输入给出，退出码 0 放行、
   1 拒收，其他为暂不接收；ZWGK_PROXIES 前面反向代理的个数，用来识别来访地址）
  --problems 文件   导入时把全部问题写进文件
  --log-level 级别  serve 的日志：info（默认）warn error silent

机构可以写编号、统一社会信用代码或者全称。
退出码：0 成功，1 没有完成，2 用法不对。`;
