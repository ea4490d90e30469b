import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {sanitiseHtml, sanitiseSections} from './sanitise.ts';

const vectors = fileURLToPath(new URL('../../../../../shared/data/xss-dompurify.json', import.meta.url));

describe('sanitised HTML', () => {
  it('keeps structure, tables, emphasis and safe links', () => {
    for (const html of [
      '<p>正文<strong>强调</strong>H<sub>2</sub>O</p>',
      '<table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td colspan="2">乙</td></tr></tbody></table>',
      '<ul><li>一</li></ul>',
      '<a href="https://www.example.com/a">链</a><a href="/documents/1">内</a><a href="tel:12345">电话</a>',
    ]) {
      assert.equal(sanitiseHtml(html), html);
    }
  });

  it('drops everything that acts, loads or dresses up', () => {
    const bad: Record<string, string> = {
      '<script>alert(1)</script>': '',
      '<img src=x onerror=alert(1)>': '',
      '<p style="color:red" class="MsoNormal" id="x" onclick="x()">字</p>': '<p>字</p>',
      '<a href="javascript:alert(1)">链</a>': '<a>链</a>',
      '<a href="data:text/html,x">链</a>': '<a>链</a>',
      '<a href="//evil.example.com/">链</a>': '<a>链</a>',
      '<iframe src="https://www.example.com/"></iframe>': '',
      '<form><input name="a"><button>好</button></form>': '好',
      '<svg><a xlink:href="javascript:1">x</a></svg>': '',
      '<o:p>字</o:p><style>p{}</style>': '字',
    };
    for (const [html, clean] of Object.entries(bad)) assert.equal(sanitiseHtml(html), clean, html);
  });

  it('holds against every known vector', {skip: !existsSync(vectors) && 'the shared vectors are missing'}, () => {
    const list = JSON.parse(readFileSync(vectors, 'utf8')) as {html: string}[];
    assert.ok(list.length >= 200);
    for (const {html} of list) {
      const clean = sanitiseHtml(html);
      assert.doesNotMatch(clean, /<(script|iframe|object|embed|svg|math|style|form|input|img|video|audio|link|meta|base)\b/i, html);
      assert.doesNotMatch(clean, /<[^>]+\s(on\w+|style|src|id|class|name)\s*=/i, html);
      for (const [, url] of clean.matchAll(/\shref="([^"]*)"/g)) assert.match(url!, /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i, html);
      assert.equal(sanitiseHtml(clean), clean, 'a second pass changes nothing');
    }
  });

  it('gives up on endless nesting, whatever end tags are strewn in, and on nothing that is only long', () => {
    for (const level of [
      '<div>',
      '<div></x>',
      '<div></br>',
      '<div><!--</div>-->',
      '<div title="></div>">',
      '<div><object></div></object>',
      '<b><div></b>',
    ]) {
      assert.equal(sanitiseHtml(`${level.repeat(400)}字`).includes('字'), false, level);
    }
    for (const flat of [
      '<div>字</div>',
      '<p>字',
      '<ul><li>字<li>字</ul>',
      '<div><b>字</div></b>',
      '<br>字',
      '<div><b>字</div>',
      '<p><span>字</p></span>',
    ]) {
      assert.match(sanitiseHtml(flat.repeat(2000)), /字/, flat);
    }
  });

  it('of sections leaves text as text and drops empty blocks', () => {
    const section = {id: 'art-1', kind: 'article', depth: 0} as const;
    const blocks = [{text: '<b>原样</b>'}, {html: '<script>x</script>'}, {html: '<p onclick=x>字</p>'}, {withheld: '理由'}];
    assert.deepEqual(sanitiseSections([{...section, blocks}]), [
      {...section, blocks: [{text: '<b>原样</b>'}, {html: '<p>字</p>'}, {withheld: '理由'}]},
    ]);
  });
});
