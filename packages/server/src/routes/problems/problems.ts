/** What a problem's `type` points at: one page per code, for people, or the same as JSON. */
import type {ErrorCode} from '@zwgk/contract';
import type {Hono} from 'hono';
import {contractText} from '../../http/contract.ts';
import type {Env} from '../../http/api.ts';
import {encodeBody} from '../../http/encoding.ts';
import {API_HEADERS} from '../../http/headers.ts';
import {PROBLEMS} from '../../http/problem.ts';
import {page} from '../../static/page.ts';

const isCode = (code: string): code is ErrorCode => Object.hasOwn(PROBLEMS, code);

export function problemRoutes(app: Hono<Env>): void {
  app.get('/problems/:code', (c) => {
    c.set('route', '/problems/:code');
    const code = c.req.param('code');
    const known = isCode(code);
    const [status, title] = known ? PROBLEMS[code] : [404, '没有这个错误代码'];
    const headers = {...API_HEADERS, Vary: 'Accept'};
    if (!(c.req.header('accept') ?? '').includes('text/html')) return c.json({code, status, title}, known ? 200 : 404, headers);
    const body = known
      ? `<p>HTTP 状态码 ${status}，错误代码 <code>${code}</code>。</p><p>问题仍在？请把响应中的 requestId 告诉网站管理员。</p>`
      : '';
    return c.html(page(title, body), known ? 200 : 404, headers);
  });
  app.get('/openapi.yaml', async (c) => {
    c.set('route', '/openapi.yaml');
    const headers = {...API_HEADERS, 'Content-Type': 'application/yaml; charset=utf-8', 'Access-Control-Allow-Origin': '*'};
    return new Response(await encodeBody(contractText, headers, c.req.header('accept-encoding')), {headers});
  });
}
