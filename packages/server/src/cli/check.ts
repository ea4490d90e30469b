/** `zwgk check links` */
import {readFile} from 'node:fs/promises';
import {decodeText} from '../import/source.ts';
import {checkPages} from '../links/check-pages.ts';
import {checkStored} from '../links/check-stored.ts';
import {fetchPage, isWeb, PageError} from '../links/fetch-page.ts';
import type {LinkFault, LinkReport} from '../links/report.ts';
import {openStore} from './open-store.ts';
import type {Output} from './output.ts';
import {CommandError, UsageError} from './usage.ts';

export interface CheckOptions {
  readonly db?: string;
  /** Pages to read. */
  readonly page?: readonly string[];
  /** Sitemap or list of pages: a file, or an address. */
  readonly from?: string;
  readonly json?: boolean;
}

const MOST_PAGES = 5000;

/** Pages that are named are read; without any, what is stored is walked through. @returns 0 when every link holds, else 1. */
export async function checkCommand(what: string | undefined, options: CheckOptions, out: Output): Promise<number> {
  if (what !== 'links') throw new UsageError('用法：zwgk check links [--page 网址]… [--from 网站地图或者网址清单] [--json]');
  const {page = [], from} = options;
  const listed = from === undefined ? [] : await readList(from);
  const urls = [...page, ...listed];
  const wrong = urls.find((url) => !isWeb(url));
  if (wrong !== undefined) throw new UsageError(`“${wrong}”不是网页的地址，请写 http:// 或者 https:// 开头的网址。`);
  if (urls.length > MOST_PAGES) throw new UsageError(`共 ${urls.length} 个网址，一次最多检查 ${MOST_PAGES} 个。`);
  if (urls.length === 0 && from !== undefined) throw new CommandError(`${from} 里没有网址。`);
  const report = urls.length > 0 ? await checkPages(page, listed) : await stored(options.db);
  if (options.json) out.line(JSON.stringify(report, undefined, 2));
  else print(report, urls.length > 0 ? '个页面' : '份解读', out);
  return report.broken.length > 0 ? 1 : 0;
}

async function stored(db: string | undefined): Promise<LinkReport> {
  const store = await openStore(db);
  try {
    return await checkStored(store);
  } finally {
    await store.close();
  }
}

/** A line each, or the `<loc>` of a sitemap. @throws CommandError */
async function readList(from: string): Promise<string[]> {
  let text: string;
  try {
    text = isWeb(from) ? (await fetchPage(from)).text : decodeText(await readFile(from));
  } catch (error) {
    throw new CommandError(`${from} ${error instanceof PageError ? error.message : '打不开'}。`);
  }
  if (/<sitemapindex[\s>]/.test(text)) throw new CommandError(`${from} 是网站地图的目录，请写其中一份网站地图的网址。`);
  if (!/<urlset[\s>]/.test(text))
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && !line.startsWith('#'));
  return [...text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map(([, url]) => url!.replaceAll('&amp;', '&'));
}

/** A table of three columns, tabs between them, so that it can be pasted into a spreadsheet. */
function print({checked, broken, notices}: LinkReport, unit: string, out: Output): void {
  const row = ({from, to = '', problem}: LinkFault): string => [from, to, problem].join('\t');
  if (broken.length > 0) out.line(['缺链接的一方', '应当链接到', '问题'].join('\t'));
  for (const fault of broken) out.line(row(fault));
  for (const notice of notices) out.error(`提示  ${notice.from}：${notice.problem}`);
  out.line(broken.length > 0 ? `检查了 ${checked} ${unit}，有 ${broken.length} 处断链。` : `检查了 ${checked} ${unit}，互链都在。`);
}
