import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import JSZip from 'jszip';
import {readCatalogTable, type CatalogTable, type CatalogTableOptions} from './catalog-table.ts';
import {csv, dataRow, HEAD, standard, SUB, workbook, type Build} from './testing/tables.ts';

const xlsx = async (build: Build, options?: CatalogTableOptions, sheetName?: string): Promise<CatalogTable> =>
  readCatalogTable({name: '目录.xlsx', bytes: await workbook(build, sheetName)}, options);
const text = (content: string | Uint8Array, name = '目录.csv'): Promise<CatalogTable> =>
  readCatalogTable({name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content});
const codes = ({problems}: CatalogTable): string[] => problems.map(({code}) => code);

describe('the printed standard table', () => {
  it('gives every field as data', async () => {
    const {rows, problems} = await xlsx(standard(dataRow(1)));
    assert.deepEqual(problems, []);
    assert.deepEqual(rows, [
      {
        sheet: '目录',
        row: 4,
        publisherName: '青禾县教育局',
        input: {
          seq: 1,
          level1: '招生管理',
          level2: '招生计划1',
          domain: 'other',
          contentElements: ['招生范围', '报名条件', '录取规则'],
          legalBasis: [
            {kind: 'law', title: '中华人民共和国义务教育法', docNumbers: []},
            {kind: 'normative_document', title: '实施意见', docNumbers: ['国办发〔2019〕54号', '苏示发〔2025〕3号']},
          ],
          timeLimit: {
            text: '信息形成或者变更之日起20个工作日内',
            kind: 'within',
            days: 20,
            unit: 'workday',
            anchor: '信息形成或者变更之日',
          },
          channels: ['website', 'weibo_wechat_app'],
          audience: 'all',
          mode: 'proactive',
          disclosure: 'proactive',
          levels: ['county'],
        },
      },
    ]);
  });

  it('fills merged cells down and across', async () => {
    const {rows, problems} = await xlsx((sheet, book) => {
      standard(dataRow(1), dataRow(2, {1: ''}), dataRow(3, {1: ''}))(sheet, book);
      sheet.mergeCells(4, 2, 6, 2);
      sheet.mergeCells(4, 7, 6, 7);
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map(({input}) => input.level1),
      ['招生管理', '招生管理', '招生管理'],
    );
    assert.deepEqual(
      rows.map(({publisherName}) => publisherName),
      Array(3).fill('青禾县教育局'),
    );
  });

  it('makes one item of a second-level matter that spans several rows', async () => {
    const {rows, problems} = await xlsx((sheet, book) => {
      standard(dataRow(1), dataRow(2, {3: '4.咨询电话'}))(sheet, book);
      sheet.mergeCells(4, 2, 5, 2);
      sheet.mergeCells(4, 3, 5, 3);
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map(({input}) => input.contentElements),
      [['招生范围', '报名条件', '录取规则', '咨询电话']],
    );
  });

  it('reads 同上 as the cell above', async () => {
    const {rows} = await xlsx(standard(dataRow(1), dataRow(2, {1: '同上', 4: '同上', 5: ' 同上 ', 7: '〃'})));
    const [first, second] = rows;
    assert.equal(second!.input.level1, '招生管理');
    assert.deepEqual(second!.input.legalBasis, first!.input.legalBasis);
    assert.deepEqual(second!.input.timeLimit, first!.input.timeLimit);
    assert.deepEqual(second!.input.channels, first!.input.channels);
  });

  it('skips blank rows, banners, repeated headers, notes and signatures', async () => {
    const sub = HEAD.map((head, i) => SUB[i] || head);
    const {rows, problems} = await xlsx((sheet, book) => {
      standard(dataRow(1))(sheet, book);
      sheet.addRow([]);
      sheet.addRow(['一、学生资助']);
      sheet.mergeCells(6, 1, 6, HEAD.length);
      for (const row of [HEAD, sub, dataRow(2), ['备注：√为选定项'], ['填表人：某岗', '', '审核人：某岗']]) sheet.addRow(row);
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map(({row}) => row),
      [4, 9],
    );
  });

  it('reads several sheets, and says which it skipped', async () => {
    const table = await xlsx((sheet, book) => {
      standard(dataRow(1))(sheet, book);
      standard(dataRow(2))(book.addWorksheet('续表'), book);
      book.addWorksheet('填表说明').addRow(['请按要求填写']);
      const hidden = book.addWorksheet('旧', {state: 'hidden'});
      standard(dataRow(3))(hidden, book);
    });
    assert.deepEqual(
      table.rows.map(({sheet}) => sheet),
      ['目录', '续表'],
    );
    assert.deepEqual(
      table.problems.map(({code, sheet, severity}) => [code, sheet, severity]),
      [['sheet-skipped', '填表说明', 'warning']],
    );
  });

  it('leaves hidden columns and rows out, and says which', async () => {
    const table = await xlsx((sheet, book) => {
      standard(dataRow(1), dataRow(2))(sheet, book);
      sheet.getCell(2, 15).value = '备注';
      sheet.getCell(4, 15).value = '内部掌握';
      sheet.getColumn(15).hidden = true;
      sheet.getRow(5).hidden = true;
    });
    assert.deepEqual(
      table.problems.map(({code, message}) => [code, message.split('；')[0]]),
      [['hidden-left-out', '隐藏的 O 列、隐藏的 1 行没有导入']],
    );
    assert.deepEqual([table.rows.length, JSON.stringify(table.rows).includes('内部掌握')], [1, false]);
  });

  it('refuses what would fill the memory: endless merges and columns, and an archive that unpacks to too much', async () => {
    const bytes = await workbook(standard(dataRow(1)));
    const change = async (path: string, from: RegExp, to: string): Promise<Uint8Array> => {
      const zip = await JSZip.loadAsync(bytes);
      const xml = await zip.file(path)!.async('string');
      assert.match(xml, from);
      zip.file(path, xml.replace(from, to));
      return zip.generateAsync({type: 'uint8array', compression: 'DEFLATE'});
    };
    const sheet = 'xl/worksheets/sheet1.xml';
    for (const [broken, code] of [
      [await change(sheet, /<mergeCell ref="[^"]*"/, '<mergeCell ref="A1:XFD1048576"'), 'too-large'],
      [await change(sheet, /<mergeCell ref="[^"]*"/, '<mergeCell ref="A1:&#88;FD1048576"'), 'too-large'],
      [await change(sheet, /<sheetData>/, '<cols><col min="1" max="99999999" width="9"/></cols><sheetData>'), 'too-large'],
      [await change(sheet, /$/, ' '.repeat(101 * 1024 * 1024)), 'unreadable'],
    ] as const) {
      const {problems} = await readCatalogTable({name: 'a.xlsx', bytes: broken});
      assert.deepEqual(
        problems.map((problem) => problem.code),
        [code],
      );
    }
    const rules =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>';
    const validated = await change(sheet, /<pageMargins/, `${rules}<pageMargins`);
    const names = '<definedNames><definedName name="a">目录!$A$1:$XFD$1048576</definedName></definedNames>';
    for (const fine of [validated, await change('xl/workbook.xml', /<calcPr/, `${names}<calcPr`)]) {
      assert.equal((await readCatalogTable({name: 'a.xlsx', bytes: fine})).rows.length, 1);
    }
  });

  it('reads past full-width digits, zero-width characters and line breaks in cells', async () => {
    const limit = '信息形成或者\n变更之日起\u200b２０个\u200b工作日内';
    const {rows, problems} = await xlsx(standard(dataRow(1, {1: '招生\n管理\ufeff', 5: limit, 4: '《办法》（苏示规［２０２４］０６号）'})));
    assert.deepEqual(problems, []);
    const {level1, timeLimit, legalBasis} = rows[0]!.input;
    assert.equal(level1, '招生管理');
    assert.deepEqual([timeLimit.days, timeLimit.unit], [20, 'workday']);
    assert.deepEqual(legalBasis[0]!.docNumbers, ['苏示规〔2024〕6号']);
  });

  it('reads rich text, dates, formulas and links as they show', async () => {
    const {rows} = await xlsx((sheet, book) => {
      standard(dataRow(1))(sheet, book);
      sheet.getCell(2, 15).value = '最近公开日期';
      sheet.getCell(4, 15).value = new Date('2026-11-20T00:00:00Z');
      sheet.getCell(4, 3).value = {richText: [{text: '招生'}, {text: '计划', font: {bold: true}}]};
      sheet.getCell(4, 2).value = {text: '招生管理', hyperlink: 'https://www.example.com/'};
      sheet.getCell(4, 1).value = {formula: '1+6', result: 7};
    });
    const {seq, level1, level2, lastPublishedOn} = rows[0]!.input;
    assert.deepEqual([seq, level1, level2, lastPublishedOn], [7, '招生管理', '招生计划', '2026-11-20']);
  });

  it('finds the day of the information under the names that agencies give it (条例第二十六条)', async () => {
    const names = ['信息形成或变更日期', '信息形成或者变更之日', '形成（变更）时间', '政府信息形成日期', '生成日期', '最近一次变更日期'];
    for (const name of names) {
      const {rows, problems} = await xlsx((sheet, book) => {
        standard(dataRow(1))(sheet, book);
        sheet.getCell(2, 15).value = name;
        sheet.getCell(4, 15).value = '2026/11/2';
        sheet.getCell(2, 16).value = '最近公开日期';
        sheet.getCell(4, 16).value = '2026/11/20';
      });
      assert.deepEqual(problems, []);
      const {informationOn, lastPublishedOn} = rows[0]!.input;
      assert.deepEqual([informationOn, lastPublishedOn], ['2026-11-02', '2026-11-20'], name);
    }
  });

  it('takes the domain from the title, the sheet’s name, a banner or the matter', async () => {
    const title = await xlsx((sheet, book) => {
      standard(dataRow(1))(sheet, book);
      sheet.getCell(1, 1).value = '青禾县义务教育领域基层政务公开标准目录';
    });
    assert.equal(title.rows[0]!.input.domain, 'compulsory_education');
    assert.equal((await xlsx(standard(dataRow(1)), {}, '户籍管理')).rows[0]!.input.domain, 'household_registration');
    const banner = await xlsx((sheet, book) => {
      standard()(sheet, book);
      sheet.addRow(['（三）养老服务领域']);
      sheet.addRow(dataRow(1));
    });
    assert.equal(banner.rows[0]!.input.domain, 'elderly_care');
    assert.equal((await xlsx(standard(dataRow(1, {1: '部门预算'})))).rows[0]!.input.domain, 'budget');
  });
});

describe('ticks', () => {
  const one = async (change: Record<number, string>) => (await xlsx(standard(dataRow(1, change)))).rows[0]!.input;

  it('come in every box there is, and ☒ is Word’s ticked box', async () => {
    for (const box of ['■', '☑', '☒', '√', '✓', '✔']) {
      assert.deepEqual(
        (await one({7: `${box}政府网站□政府公报 ${box} 12345政务服务热线\n☐其他`})).channels,
        ['website', 'hotline_12345'],
        box,
      );
    }
  });

  it('name all fourteen channels', async () => {
    const all =
      '■政府网站■政府公报■两微一端■发布会/听证会■广播电视■纸质媒体■公开查阅点■政务服务中心■便民服务站■入户/现场■社区/企事业单位/村公示栏（电子屏）■精准推送■12345热线■其他：大喇叭';
    const {channels, channelNote} = await one({7: all});
    assert.equal(channels.length, 14);
    assert.equal(channelNote, '大喇叭');
  });

  it('may be missing: named channels count', async () => {
    assert.deepEqual((await one({7: '政府网站、村务公开栏；田间地头'})).channels, ['website', 'notice_board', 'other']);
  });

  it('of 特定群体 keep who that is', async () => {
    const {audience, audienceNote} = await one({8: '', 9: '√（适龄儿童监护人）'});
    assert.deepEqual([audience, audienceNote], ['specific', '适龄儿童监护人']);
  });

  it('of both levels give both', async () => assert.deepEqual((await one({12: '√', 13: '√'})).levels, ['county', 'township']));
});

describe('legal bases', () => {
  const bases = async (cell: string) => (await xlsx(standard(dataRow(1, {4: cell})))).rows[0]!.input.legalBasis;

  it('keep the article cited, and the kind the act’s name tells', async () => {
    const found = await bases(
      '《中华人民共和国义务教育法》第十二条第一款和《示例省义务教育条例》；《居住证暂行条例》（国务院令第663号）第九条、《某某办法》\n关于做好招生工作的通知',
    );
    assert.deepEqual(found, [
      {kind: 'law', title: '中华人民共和国义务教育法第十二条第一款', docNumbers: []},
      {kind: 'local_regulation', title: '示例省义务教育条例', docNumbers: []},
      {kind: 'administrative_regulation', title: '居住证暂行条例第九条', docNumbers: ['国务院令第663号']},
      {kind: 'rule', title: '某某办法', docNumbers: []},
      {kind: 'normative_document', title: '关于做好招生工作的通知', docNumbers: []},
    ]);
  });

  it('do not break where a title names another act', async () => {
    assert.deepEqual(await bases('《国务院办公厅关于印发《某办法》的通知》（国办发〔2020〕50号）'), [
      {kind: 'normative_document', title: '国务院办公厅关于印发《某办法》的通知', docNumbers: ['国办发〔2020〕50号']},
    ]);
  });
});

describe('disclosure attribute (R2.1, R3.3, R3.4)', () => {
  const more =
    (cells: (string | number)[]): Build =>
    (sheet, book) => {
      standard(dataRow(1))(sheet, book);
      ['公开属性', '理由', '理由依据'].forEach((head, i) => (sheet.getCell(2, 15 + i).value = head));
      cells.forEach((cell, i) => (sheet.getCell(4, 15 + i).value = cell));
    };

  it('wins over the mode', async () => {
    const {rows, problems} = await xlsx(more(['不予公开', '属于过程性信息', '《条例》第十六条']));
    assert.deepEqual(problems, []);
    assert.equal(rows[0]!.input.disclosure, 'withheld');
    assert.deepEqual(rows[0]!.input.disclosureReason, {text: '属于过程性信息', legalBasis: '《条例》第十六条'});
  });

  it('without a reason is a problem that names row and column', async () => {
    const {rows, problems} = await xlsx(more(['部分公开']));
    assert.deepEqual(rows, []);
    assert.deepEqual(
      problems.map(({code, row, column, severity}) => ({code, row, column, severity})),
      [{code: 'reason-required', row: 4, column: 'P 理由', severity: 'error'}],
    );
  });

  it('without a legal basis points at the basis', async () => {
    assert.deepEqual(
      (await xlsx(more(['依申请公开', '个人隐私']))).problems.map(({code, column}) => [code, column]),
      [['reason-required', 'Q 理由依据']],
    );
  });

  it('comes from the mode where there is no column', async () => {
    assert.deepEqual(codes(await xlsx(standard(dataRow(1, {10: '', 11: '√'})))), ['reason-required']);
    assert.deepEqual(codes(await xlsx(standard(dataRow(1, {10: '', 11: ''})))), ['attribute-required']);
  });

  it('of another name is refused', async () => assert.deepEqual(codes(await xlsx(more(['看情况']))), ['bad-attribute']));
});

describe('problems name the place and what to do', () => {
  const places = ({problems}: CatalogTable) => problems.map(({code, row, column}) => [code, row, column]);

  it('for every empty required cell', async () => {
    const empty = await xlsx(standard(dataRow(1), dataRow(2, {3: '', 5: '', 7: '□政府网站', 12: ''})));
    assert.deepEqual(places(empty), [
      ['missing', 5, 'D 公开内容（要素）'],
      ['missing', 5, 'F 公开时限'],
      ['channel-none', 5, 'H 公开渠道和载体'],
      ['missing', 5, 'M 公开层级·县级'],
    ]);
    assert.equal(empty.rows.length, 1);
    for (const {message} of empty.problems) assert.match(message, /请/);
  });

  it('for a date that is none', async () => {
    const table = await xlsx((sheet, book) => {
      standard(dataRow(1))(sheet, book);
      sheet.getCell(2, 15).value = '最近更新时间';
      sheet.getCell(4, 15).value = '2026年13月1日';
    });
    assert.deepEqual(places(table), [['bad-date', 4, 'O 最近更新时间']]);
  });

  it('for information that is to be formed later than today, which it keeps', async () => {
    const build: Build = (sheet, book) => {
      standard(dataRow(1))(sheet, book);
      sheet.getCell(2, 15).value = '信息变更日期';
      sheet.getCell(4, 15).value = '2062-11-20';
    };
    const table = await xlsx(build, {today: '2026-11-24'});
    assert.deepEqual(places(table), [['date-to-come', 4, 'O 信息变更日期']]);
    assert.equal(table.rows.length, 1);
    assert.deepEqual(places(await xlsx(build, {today: '2062-11-20'})), []);
  });

  it('for a missing column, once', async () => {
    const table = await xlsx((sheet) => {
      for (const row of [
        ['序号', '一级事项', '二级事项', '公开主体', '公开时限'],
        [1, '甲', '乙', '丙', '及时'],
      ])
        sheet.addRow(row);
    });
    assert.deepEqual(codes(table), ['missing-column']);
    assert.match(table.problems[0]!.message, /公开内容（要素）.*公开渠道和载体/);
  });

  it('for one matter twice with different promises', async () => {
    assert.deepEqual(places(await xlsx(standard(dataRow(1), dataRow(2, {2: '招生计划1', 5: '及时'})))), [
      ['duplicate-item', 5, 'C 公开事项·二级事项'],
    ]);
  });

  it('for a text past the contract’s bounds', async () => {
    assert.deepEqual(places(await xlsx(standard(dataRow(1, {2: '长'.repeat(301)})))), [['invalid-field', 4, 'C 公开事项·二级事项']]);
  });

  it('for a file that is no table, in one sentence', async () => {
    const zip = await workbook((sheet) => sheet.addRow(['通知', '正文']));
    const files: [string, Uint8Array, string][] = [
      ['空.xlsx', new Uint8Array(), 'empty'],
      ['旧.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-format'],
      ['坏.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'unreadable'],
      ['图.pdf', new TextEncoder().encode('%PDF-1.7'), 'unknown-format'],
      ['图.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'unknown-format'],
      ['无表头.xlsx', zip, 'no-table'],
      ['文章.csv', new TextEncoder().encode('关于某事的通知\n正文'), 'no-table'],
    ];
    for (const [name, bytes, code] of files) {
      const {rows, problems} = await readCatalogTable({name, bytes});
      assert.deepEqual(rows, [], name);
      assert.deepEqual(
        problems.map((p) => [p.file, p.code, p.severity]),
        [[name, code, 'error']],
        name,
      );
    }
    assert.equal((await readCatalogTable('/no/such/file.xlsx')).problems[0]!.code, 'unreadable');
    assert.deepEqual(codes(await xlsx(standard())), ['no-rows']);
  });
});

describe('CSV', () => {
  const HEADER = [
    '序号',
    '一级事项',
    '二级事项',
    '公开内容(要素)',
    '公开依据',
    '公开时限',
    '责任主体',
    '公开渠道与载体',
    '公开对象',
    '公开方式',
    '公开层级',
  ];
  const line = (change: Record<number, string> = {}): string[] => {
    const cells = [
      '1',
      '招生管理',
      '招生计划',
      '范围\n条件',
      '《义务教育法》',
      '及时',
      '青禾县教育局',
      '■政府网站 □其他',
      '全社会',
      '主动公开',
      '县级、乡级',
    ];
    for (const [i, value] of Object.entries(change)) cells[Number(i)] = value;
    return cells;
  };
  const content = csv([['青禾县教育局目录'], [], HEADER, line(), line({2: '电脑派位'})]);

  it('comes in UTF-8 with or without BOM, in UTF-16 and in GB18030', async () => {
    const gb = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], {input: content});
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...content].map((c) => c.charCodeAt(0))).buffer)]);
    const plain = await text(content);
    assert.equal(plain.rows.length, 2);
    assert.deepEqual(plain.problems, []);
    assert.deepEqual(plain.rows[0]!.input.levels, ['county', 'township']);
    for (const bytes of [`\ufeff${content}`, new Uint8Array(gb), utf16]) assert.deepEqual(await text(bytes), plain);
  });

  it('comes with tabs or semicolons', async () => {
    for (const mark of ['\t', ';']) {
      const {rows} = await text([HEADER, line({3: '范围'})].map((row) => row.join(mark)).join('\n'));
      assert.equal(rows[0]?.input.level2, '招生计划', mark);
    }
  });

  it('keeps no merges: an empty cell continues the one above, with one warning', async () => {
    const {rows, problems} = await text(csv([HEADER, line(), line({1: '', 2: '电脑派位', 4: '', 5: '', 6: '', 7: ''})]));
    assert.deepEqual(
      problems.map(({code, severity}) => [code, severity]),
      [['filled-down', 'warning']],
    );
    assert.deepEqual(rows[1]!.input.channels, ['website']);
    assert.equal(rows[1]!.input.level1, '招生管理');
  });

  it('takes the publisher’s level where the table has none', async () => {
    const bytes = new TextEncoder().encode(csv([HEADER.slice(0, 10), line().slice(0, 10)]));
    assert.deepEqual((await readCatalogTable({name: 'a.csv', bytes}, {level: 'township'})).rows[0]!.input.levels, ['township']);
  });
});

describe('whatever stands in the file', () => {
  const word = fc.constantFrom(
    '',
    '同上',
    '√',
    '■',
    '□',
    '公开事项',
    '一级事项',
    '公开时限',
    '公开主体',
    '公开内容',
    '=1+1',
    '《',
    '】',
    '\u200b',
    '９９',
    '备注：',
    '\ud800',
  );
  const cell = fc.oneof(word, fc.string({unit: 'binary', maxLength: 12}));

  it('the reader never throws on CSV', async () => {
    const header = csv([HEAD, SUB]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, {maxLength: 16}), {maxLength: 8}), async (rows) => {
        for (const head of ['', `${header}\n`]) {
          for (const {severity, message} of (await text(head + csv(rows))).problems) assert.ok(severity && message);
        }
      }),
      {numRuns: 300},
    );
  });

  it('nor on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 400}), fc.constantFrom('', 'PK\x03\x04', '序号,'), async (bytes, magic) => {
        const {rows, problems} = await text(new Uint8Array([...new TextEncoder().encode(magic), ...bytes]), 'x.xlsx');
        assert.deepEqual([rows.length, problems.length], [0, 1]);
      }),
      {numRuns: 300},
    );
  });

  it('nor on workbooks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, {minLength: 1, maxLength: 16}), {maxLength: 6}), async (rows) => {
        // A lone surrogate cannot stand in XML: exceljs writes it, no reader gets it back.
        const clean = rows.map((row) => row.map((value) => value.toWellFormed().replace(/[\x00-\x1f]/g, ' ')));
        await xlsx((sheet, book) => standard(...clean)(sheet, book));
      }),
      {numRuns: 40},
    );
  });
});
