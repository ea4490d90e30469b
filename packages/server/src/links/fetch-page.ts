/** Pages of websites as an operator's command reads them: one request at a time limit, a size limit, http and https only. */

export interface FetchedPage {
  /** Where the page is after redirects. */
  readonly url: string;
  readonly text: string;
}

export interface FetchLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

const LIMITS: FetchLimits = {milliseconds: 15_000, bytes: 5 * 1024 * 1024};
const MOST_REDIRECTS = 5;
const READABLE = /^(?:text\/(?:html|xml|plain)|application\/(?:xhtml\+xml|xml))\b/i;

/** A page that cannot be read; the message says why in plain Chinese. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** @throws PageError */
export async function fetchPage(url: string, limits = LIMITS): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    let at = url;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (!isWeb(at)) throw new PageError('网址不是 http 或者 https 的');
      const response = await fetch(at, {
        redirect: 'manual',
        signal,
        headers: {Accept: 'text/html, application/xhtml+xml, application/xml;q=0.9'},
      });
      const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (to === null) return {url: at, text: await textOf(response, limits.bytes)};
      await response.body?.cancel();
      at = URL.canParse(to, at) ? new URL(to, at).href : to;
    }
    throw new PageError('跳转太多次');
  } catch (error) {
    if (error instanceof PageError) throw error;
    if (signal.aborted) throw new PageError(`${limits.milliseconds / 1000} 秒内没有打开`);
    throw new PageError('打不开');
  }
}

export const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

async function textOf(response: Response, most: number): Promise<string> {
  const type = response.headers.get('content-type') ?? 'text/html';
  if (!response.ok || !READABLE.test(type)) {
    await response.body?.cancel();
    throw new PageError(response.ok ? '不是网页' : `服务器答复 ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw new PageError('页面太大');
    chunks.push(chunk);
  }
  return decodePage(Buffer.concat(chunks), type);
}

/** As browsers do: byte order mark, else the header's encoding, else the page's own, else UTF-8. GB2312 and GBK are read as GB18030. */
export function decodePage(bytes: Uint8Array, type: string): string {
  const own = /charset\s*=\s*["']?\s*([\w-]+)/i;
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const name = isMarked ? 'utf-8' : (own.exec(type)?.[1] ?? own.exec(head)?.[1] ?? /encoding=["']([\w-]+)/i.exec(head)?.[1] ?? 'utf-8');
  const label = /^(?:gb2312|gbk|gb_2312(?:-80)?|x-gbk)$/i.test(name) ? 'gb18030' : name;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
