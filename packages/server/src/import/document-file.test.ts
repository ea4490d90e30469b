import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Section} from '@zwgk/contract';
import {Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun} from 'docx';
import fc from 'fast-check';
import {readDocumentFile, type DocumentFile} from './document-file.ts';

const read = (name: string, content: string | Uint8Array): Promise<DocumentFile> =>
  readDocumentFile({name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content});
const body = async (name: string, content: string): Promise<Section[]> => (await read(name, content)).records[0]!.body;
const ids = (sections: readonly Section[]): string[] => sections.map(({id}) => id);

const REGULATION = `# 某某条例

2007年4月5日 中华人民共和国国务院令第492号公布

2019年4月3日 中华人民共和国国务院令第711号修订

2019年5月15日 施行

<!-- INFO END -->

## 第一章 总则

第一条 为了示范，制定本条例。

第二条 依照第一条规定办理。

第三条规定的事项，由主管部门负责。

第三条 有下列情形之一的：

(一)甲；

(二)乙。

## 第二章 管理

### 第一节 一般规定

第四条 内容。

第四条之一 增加的内容。

### 第二节 特别规定

第五条 内容。

附则

第六条 本条例自公布之日起施行。

附件：

收费标准

第一条 附件自己的条。
`;

describe('a regulation in Markdown', () => {
  it('becomes chapters, sections, articles and annexes with stable ids', async () => {
    const sections = await body('某某条例(2019-04-03).md', REGULATION);
    assert.deepEqual(
      sections.map(({id, kind, depth, label, heading}) => [id, kind, depth, label ?? '', heading ?? '']),
      [
        ['ch-1', 'chapter', 0, '第一章', '总则'],
        ['art-1', 'article', 1, '第一条', ''],
        ['art-2', 'article', 1, '第二条', ''],
        ['art-3', 'article', 1, '第三条', ''],
        ['ch-2', 'chapter', 0, '第二章', '管理'],
        ['ch-2-sec-1', 'section', 1, '第一节', '一般规定'],
        ['art-4', 'article', 2, '第四条', ''],
        ['art-4-1', 'article', 2, '第四条之一', ''],
        ['ch-2-sec-2', 'section', 1, '第二节', '特别规定'],
        ['art-5', 'article', 2, '第五条', ''],
        ['ch-3', 'chapter', 0, '', '附则'],
        ['art-6', 'article', 1, '第六条', ''],
        ['annex-1', 'annex', 0, '附件：', '收费标准'],
        ['annex-1-art-1', 'article', 1, '第一条', ''],
      ],
    );
  });

  it('takes a reference at the start of a paragraph for text while the real article is to come', async () => {
    const sections = await body('a.md', REGULATION);
    assert.deepEqual(sections[2]!.blocks, [{text: '依照第一条规定办理。'}, {text: '第三条规定的事项，由主管部门负责。'}]);
    assert.deepEqual(sections[3]!.blocks, [{text: '有下列情形之一的：'}, {text: '(一)甲；'}, {text: '(二)乙。'}]);
  });

  it('gives the header that its lines print', async () => {
    const {meta} = (await read('某某条例(2019-04-03).md', REGULATION)).records[0]!;
    assert.deepEqual(meta, {
      title: '某某条例',
      writtenOn: '2019-04-03',
      publishedOn: '2019-04-03',
      effectiveOn: '2019-05-15',
      docNumber: '国务院令第711号',
      docNumbers: ['国务院令第492号', '国务院令第711号'],
      promulgation: [
        '2007年4月5日 中华人民共和国国务院令第492号公布',
        '2019年4月3日 中华人民共和国国务院令第711号修订',
        '2019年5月15日 施行',
      ],
      genre: '命令（令）',
    });
  });

  it('takes the date from its lines where the name has none, Chinese numerals too', async () => {
    assert.equal((await read('a.md', REGULATION)).records[0]!.meta.publishedOn, '2019-04-03');
    assert.equal(
      (await read('a.md', '# 某某规定\n\n一九九五年三月二十六日 发布\n\n第一条 甲。')).records[0]!.meta.publishedOn,
      '1995-03-26',
    );
  });

  it('cuts articles that run together in one paragraph, by their sequence', async () => {
    const sections = await body('a.md', '# 规则\n\n第一条 甲。 第二条 乙，见 第九条 的规定。 又一段。 第三条 丙。');
    assert.deepEqual(
      sections.map(({id, blocks}) => [id, blocks]),
      [
        ['art-1', [{text: '甲。'}]],
        ['art-2', [{text: '乙，见 第九条 的规定。 又一段。'}]],
        ['art-3', [{text: '丙。'}]],
      ],
    );
  });

  it('says where numbers are missing or run backwards', async () => {
    const {problems} = await read('a.md', '# 规定（2020-01-01）\n\n第一条 甲。\n\n第三条 丙。\n\n第二条 乙。');
    assert.deepEqual(
      problems.map(({code, severity}) => [code, severity]),
      [
        ['article-gap', 'warning'],
        ['article-order', 'warning'],
      ],
    );
  });
});

describe('a notice without articles', () => {
  const NOTICE =
    '# 关于某事的通知\n\n各县：\n\n一、总体要求\n\n(一)明确目标。\n\n目标如下。\n\n(二)落实责任。\n\n责任如下。\n\n二、具体措施。措施如下。\n\n(三)加强检查。\n\n检查如下。\n\n（四）甲；\n\n（五）乙。';

  it('is outlined by 一、 and （一）, keeping the printed numbers', async () => {
    const sections = await body('a.md', NOTICE);
    assert.deepEqual(
      sections.map(({id, depth, heading, blocks}) => [id, depth, heading ?? '', blocks.length]),
      [
        ['preamble', 0, '', 1],
        ['item-1', 0, '总体要求', 0],
        ['item-1-1', 1, '明确目标。', 1],
        ['item-1-2', 1, '落实责任。', 1],
        ['item-2', 0, '', 1],
        ['item-2-3', 1, '加强检查。', 1],
        ['item-2-4', 1, '', 1],
        ['item-2-5', 1, '', 1],
      ],
    );
  });

  it('is the same as plain text', async () => {
    const plain = await read('a.txt', NOTICE.replace('# ', '').replaceAll('\n\n', '\n'));
    assert.deepEqual(plain.records[0]!.body, await body('a.md', NOTICE));
    assert.equal(plain.records[0]!.meta.title, '关于某事的通知');
    assert.equal(plain.records[0]!.meta.genre, '通知');
  });

  it('without a title takes the file’s name, and says so', async () => {
    const {records, problems} = await read('某意见.txt', '一、加快建设\n内容如下。');
    assert.equal(records[0]!.meta.title, '某意见');
    assert.deepEqual(
      problems.map(({code}) => code),
      ['title-missing'],
    );
  });
});

describe('Markdown', () => {
  it('tables, links, lists and quotes become sanitised HTML, plain lines stay text', async () => {
    const [section] = await body(
      'a.md',
      '# 办法\n\n第一条 见[标准](https://www.example.com/s)。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | <script>2</script> |\n\n- 一\n- 二\n\n1. 编号\n\n<b>不是标记</b>5 < 6 & 7',
    );
    assert.deepEqual(section!.blocks, [
      {html: '<p>见<a href="https://www.example.com/s">标准</a>。</p>'},
      {html: '<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>'},
      {html: '<ul><li>一</li><li>二</li></ul>'},
      {text: '1. 编号'},
      {text: '不是标记5 < 6 & 7'},
    ]);
  });

  it('marks a passage that is kept back, with its reason', async () => {
    const [section] = await body('a.md', '# 报告\n\n第一条 甲。\n\n> 不予公开：涉及个人隐私（条例第十五条）。');
    assert.deepEqual(section!.blocks, [{text: '甲。'}, {withheld: '涉及个人隐私（条例第十五条）。'}]);
  });

  it('front matter wins, unknown keys are named, broken YAML is one problem', async () => {
    const front =
      '---\nid: doc-1\ntitle: 正式标题\nkeywords: [急救, 120]\nwrittenOn: 2026-01-02\ncatalogItems:\n  - {publisher: a1, level1: 甲, level2: 乙}\n  - it-1\nwhatever: 1\n---\n# 旧标题\n\n第一条 甲。\n';
    const {records, problems} = await read('a.md', front);
    assert.equal(records[0]!.id, 'doc-1');
    assert.equal(records[0]!.meta.title, '正式标题');
    assert.deepEqual(records[0]!.meta.keywords, ['急救', '120']);
    assert.equal(records[0]!.meta.writtenOn, '2026-01-02');
    assert.deepEqual(records[0]!.items, [{publisher: 'a1', level1: '甲', level2: '乙'}, 'it-1']);
    assert.deepEqual(
      problems.map(({code}) => code),
      ['unknown-field'],
    );
    assert.deepEqual(
      (await read('a.md', '---\ntitle: [\n---\n# 甲\n\n正文。')).problems.map(({code}) => code),
      ['front-matter'],
    );
  });
});

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style:x}</style><title>x</title></head><body lang=ZH-CN>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22pt'>某某管理办法</span></b><o:p></o:p></p>
<p class=MsoNormal>（2026年3月1日公布）</p>
<p class=MsoNormal><span lang=EN-US>&nbsp;</span></p>
<div><p class=MsoNormal><b>第一章</b>&nbsp;<b>总则</b></p>
<p class=MsoNormal style='text-indent:2em'><b><span>第一条</span></b><span>　为了
规范，制定本办法。<br>另起一行。</span><img src=x onerror=alert(1)></p>
<p class=MsoNormal><b>第二条</b> 见<a href="javascript:alert(1)">甲</a>和<a href="https://www.example.com/">乙</a>。</p></div>
<table class=MsoTableGrid border=1 style='x'><tr><td width=100><p class=MsoNormal>项目</p></td><td><p>标准</p></td></tr></table>
<script>alert(1)</script></body></html>`;

describe('HTML', () => {
  it('pasted from Word becomes clean paragraphs, articles and tables', async () => {
    const {records} = await read('a.html', WORD);
    assert.equal(records[0]!.meta.title, '某某管理办法');
    assert.equal(records[0]!.meta.publishedOn, '2026-03-01');
    assert.deepEqual(records[0]!.body, [
      {id: 'ch-1', kind: 'chapter', depth: 0, label: '第一章', heading: '总则', blocks: []},
      {id: 'art-1', kind: 'article', depth: 1, label: '第一条', blocks: [{text: '为了 规范，制定本办法。'}, {text: '另起一行。'}]},
      {
        id: 'art-2',
        kind: 'article',
        depth: 1,
        label: '第二条',
        blocks: [
          {html: '<p>见<a>甲</a>和<a href="https://www.example.com/">乙</a>。</p>'},
          {html: '<table><tbody><tr><td><p>项目</p></td><td><p>标准</p></td></tr></tbody></table>'},
        ],
      },
    ]);
  });
});

describe('DOCX', () => {
  it('reads as the same document', async () => {
    const row = (...cells: string[]) => new TableRow({children: cells.map((cell) => new TableCell({children: [new Paragraph(cell)]}))});
    const doc = new Document({
      sections: [
        {
          children: [
            new Paragraph({text: '某某管理办法', heading: HeadingLevel.HEADING_1}),
            new Paragraph('第一章 总则'),
            new Paragraph({children: [new TextRun({text: '第一条', bold: true}), new TextRun('　为了规范，制定本办法。')]}),
            new Paragraph('第二条　标准如下：'),
            new Table({rows: [row('项目', '标准'), row('甲', '1')]}),
          ],
        },
      ],
    });
    const {records, problems} = await read('某某管理办法.docx', new Uint8Array(await Packer.toBuffer(doc)));
    assert.deepEqual(problems, []);
    assert.equal(records[0]!.meta.title, '某某管理办法');
    assert.deepEqual(ids(records[0]!.body), ['ch-1', 'art-1', 'art-2']);
    assert.deepEqual(records[0]!.body[1]!.blocks, [{text: '为了规范，制定本办法。'}]);
    assert.match((records[0]!.body[2]!.blocks[1] as {html: string}).html, /^<table>.*甲.*<\/table>$/s);
  });
});

describe('hidden text', () => {
  const said = (problems: readonly {code: string; message: string; severity: string}[]) =>
    problems.filter(({code}) => code === 'hidden-left-out').map(({message, severity}) => [/\d+/.exec(message)![0], severity]);

  it('of a web page stays out, and the file says so', async () => {
    const hiding = ['hidden', 'style="display:none"', 'style="color:red; DISPLAY : none !important"', 'style="visibility:hidden"'];
    const html = hiding.map((attribute) => `<div ${attribute}><p>机密<b>甲</b></p></div>`).join('');
    const table = '<table><tr><td>乙</td><td style="mso-hide:all">机密</td></tr></table>';
    const {records, problems} = await read('a.html', `<h1>通知</h1>${html}<p>正文。</p>${table}<p style="display:block" hidden></p>`);
    assert.deepEqual(said(problems), [['5', 'warning']]);
    assert.equal(JSON.stringify(records).includes('机密'), false);
    assert.match(JSON.stringify(records), /正文。.*乙/);
  });

  it('of a Word document stays out, whether the text or its style hides it', async () => {
    const shut = {style: 'Shut'};
    const doc = new Document({
      styles: {
        paragraphStyles: [
          {id: 'Shut', name: 'Shut', run: {vanish: true}},
          {id: 'Heir', name: 'Heir', basedOn: 'Shut'},
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({text: '某某通知', heading: HeadingLevel.HEADING_1}),
            new Paragraph({children: [new TextRun('甲。'), new TextRun({text: '机密', vanish: true}), new TextRun('乙。')]}),
            new Paragraph({...shut, text: '机密'}),
            new Paragraph({style: 'Heir', text: '机密'}),
            new Paragraph({...shut, children: [new TextRun({text: '丙。', vanish: false})]}),
          ],
        },
      ],
    });
    const {records, problems} = await read('a.docx', new Uint8Array(await Packer.toBuffer(doc)));
    assert.deepEqual(said(problems), [['3', 'warning']]);
    assert.deepEqual(records[0]!.body[0]!.blocks, [{text: '甲。乙。'}, {text: '丙。'}]);
  });
});

describe('a file that is no document', () => {
  it('gives one clear problem', async () => {
    const files: [string, string | Uint8Array, string][] = [
      ['a.md', '', 'empty'],
      ['a.md', '# 只有标题\n', 'empty'],
      ['a.doc', 'x', 'unknown-format'],
      ['a.docx', 'not a zip', 'unreadable'],
    ];
    for (const [name, content, code] of files) {
      const {records, problems} = await read(name, content);
      assert.deepEqual([records.length, problems.at(-1)?.code, problems.at(-1)?.severity], [0, code, 'error'], `${name} ${code}`);
    }
    assert.equal((await readDocumentFile('/no/such/file.md')).problems[0]!.code, 'unreadable');
  });

  it('never throws, whatever stands in it', async () => {
    const piece = fc.constantFrom(
      '# ',
      '## 第一章',
      '第一条 ',
      '第二条',
      '一、',
      '（一）',
      '附件：',
      '> 不予公开：',
      '|',
      '\n',
      '\n\n',
      '---\n',
      '<p>',
      '<table>',
      '正文。',
      '\ud800',
    );
    const content = fc.array(fc.oneof(piece, fc.string({unit: 'binary', maxLength: 8})), {maxLength: 30}).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(content, fc.constantFrom('a.md', 'a.txt', 'a.html', 'a.docx'), async (source, name) => {
        const {records, problems} = await read(name, source);
        assert.ok(records.length === 1 || problems.some(({severity}) => severity === 'error'));
        for (const record of records) assert.equal(new Set(ids(record.body)).size, record.body.length);
      }),
      {numRuns: 400},
    );
  });

  it('nor do brackets, hashes and comments without end hold it up', {timeout: 20_000}, async () => {
    for (const line of [
      '['.repeat(300_000),
      '[a]('.repeat(100_000),
      `# ${'#'.repeat(300_000)}x`,
      '<!--'.repeat(200_000),
      `|${' '.repeat(300_000)}x`,
    ]) {
      await read('a.md', `# 题目\n\n${line}\n\n第一条 甲。`);
    }
  });

  // Without the limit on depth the parser is at it for a minute.
  it('nor does nesting without end exhaust it', {timeout: 40_000}, async () => {
    for (const tag of ['<div>', '<x>', '<b><i>']) {
      assert.deepEqual(
        (await read('a.html', `${tag.repeat(50_000)}第一条 甲。`)).problems.map(({code}) => code),
        ['empty'],
      );
    }
    assert.equal((await read('a.html', `${'<p>一段'.repeat(2_000)}`)).records[0]!.body[0]!.blocks.length, 1_999);
  });
});
