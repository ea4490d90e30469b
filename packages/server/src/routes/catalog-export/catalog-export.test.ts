import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {parse} from 'csv-parse/sync';
import excel from 'exceljs';
import {testApp, type TestApp} from '../../testing/app.ts';
import {itemInput} from '../../testing/inputs.ts';
import {missing, shared} from '../../testing/shared.ts';

async function csv(app: TestApp, query = ''): Promise<string[][]> {
  return parse(await (await app.get(`/catalog/export?${query}`)).text(), {bom: true}) as string[][];
}

test('the table is UTF-8 with a mark, in CRLF rows, and holds exactly the filter in its order', async (t) => {
  const app = await testApp(t, 700);
  const response = await app.get('/catalog/export?disclosure=proactive&sort=-updated');
  assert.match(response.headers.get('content-type')!, /^text\/csv; charset=utf-8/);
  assert.match(
    response.headers.get('content-disposition')!,
    /^attachment; filename="zwgk-catalog-2026-11-24.csv"; filename\*=UTF-8''%E6%94%BF[%A-F0-9]+-2026-11-24.csv$/,
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  assert.equal(
    text
      .replace(/"(?:[^"]|"")*"/g, '')
      .replaceAll('\r\n', '')
      .includes('\n'),
    false,
  );
  const [header, ...rows] = parse(text) as string[][];
  const expected: string[] = [];
  for await (const batch of app.store.eachCatalogItem({disclosure: ['proactive'], sort: '-updated'}, '2026-11-24'))
    expected.push(...batch.map(({id}) => id));
  assert.deepEqual(
    rows.map((row) => row.at(-1)),
    expected,
  );
  for (const name of [
    '序号',
    '一级事项',
    '二级事项',
    '公开内容（要素）',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
    '全社会',
    '主动',
    '县级',
    '公开属性',
    '理由',
  ]) {
    assert.ok(header!.includes(name), name);
  }
});

test('R2.3 ticks, bases and numbers are written as the printed tables have them', async (t) => {
  const app = await testApp(t, 1);
  await app.write(
    'POST',
    '/catalog/items',
    itemInput({
      level2: '刚写的一项',
      legalBasis: [{kind: 'normative_document', title: '某通知', docNumbers: ['苏示发〔2026〕1号']}],
      audience: 'specific',
      audienceNote: '被征地群众',
    }),
  );
  const [header, row] = await csv(app, 'q=刚写的一项');
  const cell = (name: string): string => row![header!.indexOf(name)]!;
  assert.match(cell('公开渠道和载体'), /^■政府网站 ■政府公报 □两微一端 .*□其他$/);
  assert.equal(cell('公开依据'), '【规范性文件】《某通知》（苏示发〔2026〕1号）');
  assert.deepEqual([cell('全社会'), cell('特定群体'), cell('主动'), cell('省级'), cell('乡级')], ['', '√（被征地群众）', '√', '√', '']);
});

test('no cell of 515 naughty strings starts a formula', {skip: missing('data/blns.json')}, async (t) => {
  const app = await testApp(t, 1);
  const strings = (JSON.parse(readFileSync(shared('data/blns.json'), 'utf8')) as string[]).filter(
    (text) => text !== '' && [...text].length <= 300 && text.isWellFormed(),
  );
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'];
  const records = [...strings, ...formulas].map((text, i) => ({id: `n-${i}`, input: itemInput({seq: i + 1, level2: text})}));
  await app.store.saveCatalogItems(records, '2026-11-24T00:00:00Z');
  const [header, ...rows] = await csv(app, 'agency=org-320000-1');
  const column = header!.indexOf('二级事项');
  assert.equal(rows.filter((row) => /^n-/.test(row.at(-1)!)).length, records.length);
  for (const row of rows) for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r＝＋－＠]/);
  const written = new Map(rows.map((row) => [row.at(-1), row[column]!.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')]));
  for (const {id, input} of records) assert.equal(written.get(id), input.level2);
});

test('the workbook has two merged header rows and the same cells', async (t) => {
  const app = await testApp(t, 650);
  const response = await app.get('/catalog/export?format=xlsx');
  assert.match(response.headers.get('content-disposition')!, /\.xlsx$/);
  const book = new excel.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const sheet = book.worksheets[0]!;
  const [header, ...rows] = await csv(app);
  assert.equal(sheet.rowCount, rows.length + 2);
  assert.deepEqual(
    [sheet.getCell('C1').text, sheet.getCell('C2').text, sheet.getCell('D2').text, sheet.getCell('D1').master.address],
    ['公开事项', '一级事项', '二级事项', 'C1'],
  );
  assert.equal(sheet.getCell('A2').master.address, 'A1');
  for (const i of [0, 1, 499, 500, 649]) {
    const cells = header!.map((_, column) => sheet.getRow(i + 3).getCell(column + 1).text);
    assert.deepEqual(cells, rows[i]);
  }
});

test('so many exports at once, and the next is told when to come back; one that ends makes room', async (t) => {
  const {get} = await testApp(t, 1500);
  const open = await Promise.all(Array.from({length: 20}, () => get('/catalog/export')));
  const refused = await get('/catalog/export');
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '5']);
  for (const response of open.slice(1)) await response.body!.cancel();
  await open[0]!.text();
  assert.equal((await get('/catalog/export')).status, 200);
});
