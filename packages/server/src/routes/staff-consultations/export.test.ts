import assert from 'node:assert/strict';
import {test} from 'node:test';
import excel from 'exceljs';
import {STAFF, testApp} from '../../testing/app.ts';
import {staffGet} from '../../testing/applications.ts';
import {allComments, crowd, putUp, reportInput} from '../../testing/consultations.ts';
import {commentsXlsx, exportLines, type Line} from './export.ts';

const HOSTILE = [
  '=HYPERLINK("https://evil.example.com","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '<img src=x onerror=alert(1)>',
  'a,"b"\r\nc',
];

test('T24 what anybody wrote is text in the table, never a formula, and contact is not in it', async (t) => {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  await putUp(app.store);
  const next = crowd(app);
  for (const text of HOSTILE) await next().sent('c-1', {comments: [{text}], displayName: text.slice(0, 50)});
  const ids = (await allComments(app, 'c-1')).map(({id}) => id);
  const path = '/staff/consultations/c-1';
  await app.write('PUT', `${path}/report`, reportInput(ids, {theme: '=1+1', reason: '=2+2'}), {'If-Match': '*'});
  const csv = await staffGet(app, `${path}/export`);
  assert.match(csv.headers.get('content-disposition')!, /^attachment/);
  const text = await csv.text();
  assert.equal(text.split('\r\n').length, HOSTILE.length + 2, 'header, rows, the end');
  assert.ok(!/(?:^|,)"?\s*[=+@-][^,]/m.test(text.replaceAll('是否同意公开', '')), text);
  assert.ok(!text.includes('13800000001'));
  const book = new excel.Workbook();
  await book.xlsx.load((await (await staffGet(app, `${path}/export?format=xlsx`)).arrayBuffer()) as never);
  const sheet = book.worksheets[0]!;
  assert.equal(sheet.rowCount, HOSTILE.length + 1);
  sheet.eachRow((row) => row.eachCell((cell) => assert.equal(typeof cell.value, 'string')));
  assert.equal((await app.get(`${path}/export`)).status, 401);
  assert.equal((await staffGet(app, `${path}/export`, STAFF.operator)).status, 200);
});

test('a cell is never longer than Excel takes', async () => {
  const long = {
    no: '1',
    number: '',
    id: '',
    at: '',
    section: '',
    author: '',
    state: '',
    publish: '',
    family: '',
    theme: '',
    outcome: '',
    reason: '',
  };
  async function* lines(): AsyncGenerator<Line[]> {
    yield [{...long, quote: '字'.repeat(40_000), text: '字'.repeat(32_767)}];
  }
  const book = new excel.Workbook();
  await book.xlsx.read(commentsXlsx(lines()) as never);
  const cells = [6, 7].map((column) => book.worksheets[0]!.getRow(2).getCell(column).text);
  assert.deepEqual(
    cells.map(({length}) => length),
    [32_767, 32_767],
  );
  assert.ok(cells[0]!.endsWith('字…') && !cells[1]!.includes('…'));
});

test('comments are read in portions, so that memory does not grow with them: each once, in either order', async (t) => {
  const app = await testApp(t, 1, {config: {proxies: 1}});
  await putUp(app.store);
  const {row} = (await app.store.consultations.find('c-1'))!;
  const next = crowd(app);
  for (let i = 0; i < 5; i++)
    await next().sent('c-1', {
      comments: Array.from({length: 50}, (_, k) => ({text: `意见 ${i} ${k}`, ...(k % 3 ? {} : {anchors: [{section: 'art-1'}]})})),
    });
  const found = await app.store.consultations.byRow(row);
  for (const order of ['date', 'section'] as const) {
    const sizes: number[] = [];
    const all: Line[] = [];
    for await (const batch of exportLines(app.store.consultations, found, order)) {
      sizes.push(batch.length);
      all.push(...batch);
    }
    assert.deepEqual(sizes, [100, 100, 50]);
    assert.equal(new Set(all.map(({id}) => id)).size, 250);
    const sections = all.map(({section}) => section);
    assert.equal(sections.lastIndexOf('整体') < sections.indexOf('第一条'), order === 'section');
  }
});
