import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {parse} from 'csv-parse/sync';
import {zwgk, type Run} from '../testing/cli.ts';
import {seededStore, tempFolder, TODAY} from '../testing/temp-store.ts';
import {newKey} from '../vault/vault.ts';

const BIN = fileURLToPath(new URL('../../bin/zwgk.js', import.meta.url));

/** The command as the shell runs it. */
function shell(...args: string[]): Run {
  const {status, stdout, stderr} = spawnSync(process.execPath, [BIN, ...args], {encoding: 'utf8'});
  return {code: status, out: stdout, err: stderr};
}

async function database(t: TestContext, items = 30): Promise<{file: string; store: Awaited<ReturnType<typeof seededStore>>['store']}> {
  return seededStore(t, items);
}

const HEADER =
  '序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级,公开属性,理由,理由依据';
const row = (n: number, attribute = '主动公开'): string =>
  `${n},招生入学,招生计划${n},招生范围,《中华人民共和国义务教育法》,20个工作日内,示例省教育局,■政府网站,全社会,主动,省级,${attribute},,`;

test('help, a wrong command and a wrong option say what to do, with exit codes 0 and 2', async () => {
  const help = shell('help');
  assert.match(help.out, /zwgk <命令>/);
  assert.equal(help.code, 0);
  const wrong: [run: (...args: string[]) => Run | Promise<Run>, args: string[]][] = [
    [shell, ['serve', '--prot', '1']],
    [zwgk, []],
    [zwgk, ['explode']],
    [zwgk, ['serve', '--prot', '1']],
    [zwgk, ['import']],
    [zwgk, ['import', 'catalog']],
    [zwgk, ['import', 'catalog', 'x.csv']],
    [zwgk, ['backup']],
    [zwgk, ['token']],
    [zwgk, ['site', 'add', 'www.example.com']],
    [zwgk, ['export', '--level', '国家']],
  ];
  for (const [run, args] of wrong) {
    const {code, out, err} = await run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(out + err, /zwgk/);
    assert.doesNotMatch(err, /\n\s+at /);
  }
});

test('a catalogue is imported, again changes nothing, and is found in the database', async (t) => {
  const {file, store} = await database(t, 1);
  const table = join(tempFolder(), 'catalog.csv');
  writeFileSync(table, `${[HEADER, row(1), row(2)].join('\n')}\n`);
  const first = shell('import', 'catalog', table, '--agency', '示例省教育局', '--db', file);
  assert.deepEqual([first.code, first.out], [0, '完成：新增 2，变更 0，未变 0。\n'], first.err);
  assert.match(first.err, /导入目录 100%/);
  assert.match((await zwgk('import', 'catalog', table, '--agency', 'org-320000-1', '--db', file)).out, /新增 0，变更 0，未变 2/);
  assert.equal((await store.listCatalogItems({q: '招生计划2'}, TODAY)).total, 1);
});

test('a table with an error imports nothing unless told, and the problem has its row', async (t) => {
  const {file, store} = await database(t, 1);
  const folder = tempFolder();
  const table = join(folder, 'catalog.csv');
  writeFileSync(table, `${[HEADER, row(1), row(2, '不予公开')].join('\n')}\n`);
  const all = await zwgk('import', 'catalog', table, '--agency', 'org-320000-1', '--db', file, '--problems', join(folder, 'p.txt'));
  assert.equal(all.code, 1);
  assert.match(all.err, /catalog\.csv.*第 3 行.*理由/);
  assert.match(all.out, /没有导入/);
  assert.match(readFileSync(join(folder, 'p.txt'), 'utf8'), /第 3 行/);
  assert.equal((await store.listCatalogItems({q: '招生计划'}, TODAY)).total, 0);
  const some = await zwgk('import', 'catalog', table, '--agency', 'org-320000-1', '--db', file, '--partial');
  assert.deepEqual([some.code, some.out], [1, '完成：新增 1，变更 0，未变 0。\n']);
});

test('documents are imported from a folder', async (t) => {
  const {file, store} = await database(t, 1);
  const folder = tempFolder();
  writeFileSync(
    join(folder, 'a.md'),
    '# 示例省学校安全办法\n\n（2020年3月1日示例省人民政府令第7号公布）\n\n第一章 总则\n\n第一条 为了学校安全，制定本办法。\n\n第二条 本办法自公布之日起施行。\n',
  );
  const {code, err} = await zwgk('import', 'documents', folder, '--agency', 'org-320000-1', '--db', file);
  assert.equal(code, 0, err);
  assert.equal((await store.listDocuments({q: '学校安全'})).total, 1);
});

test('interpretations are imported after their document, without an agency, and a wrong quote stops them', async (t) => {
  const {file, store} = await database(t, 1);
  const folder = tempFolder();
  writeFileSync(join(folder, 'a.txt'), '示例省学校安全办法\n第一条 为了学校安全，制定本办法。\n第二条 校门口设护学岗。\n');
  await zwgk('import', 'documents', join(folder, 'a.txt'), '--agency', '示例省教育局', '--db', file);
  const [document] = (await store.listDocuments({q: '学校安全'})).items;
  const text = (label: string): string =>
    `---\ntitle: 解读\ndocument: ${document!.id}\nphase: publication\nforms: [text]\npublishedOn: 2026-03-01\nresponsible: 示例省教育局\n---\n## 主要内容\n> ${label}：护学岗\n有人值守。\n`;
  writeFileSync(join(folder, 'b.md'), text('第一条'));
  const wrong = await zwgk('import', 'interpretations', folder, '--db', file);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /b\.md · 第 10 行：第一条里没有这段原文。它在“第二条”里/);
  writeFileSync(join(folder, 'b.md'), text('第二条'));
  assert.deepEqual((await zwgk('import', 'interpretations', folder, '--db', file)).out, '完成：新增 1，变更 0，未变 0。\n');
  assert.match((await zwgk('import', 'interpretations', folder, '--db', file)).out, /未变 1/);
  assert.equal((await store.getDocument(document!.id))!.interpretations!.length, 1);
});

test('the export is the filter’s table, on the screen or in a file', async (t) => {
  const {file, store} = await database(t, 80);
  const {total} = await store.listCatalogItems({disclosure: ['proactive'], limit: 0}, TODAY);
  const shown = shell('export', '--db', file, '--disclosure', 'proactive');
  assert.equal((parse(shown.out, {bom: true}) as unknown[]).length, total + 1);
  const target = join(tempFolder(), 'all.xlsx');
  assert.equal(shell('export', '--db', file, '--agency', '示例省教育局', '--out', target).code, 0);
  assert.equal(readFileSync(target).subarray(0, 2).toString(), 'PK');
});

test('what was exported can be imported again, and changes nothing', async (t) => {
  const {file} = await database(t, 1);
  const folder = tempFolder();
  const table = join(folder, 'catalog.csv');
  writeFileSync(table, `${[HEADER, row(1), row(2)].join('\n')}\n`);
  await zwgk('import', 'catalog', table, '--agency', 'org-320000-1', '--db', file);
  for (const name of ['again.csv', 'again.xlsx']) {
    const copy = join(folder, name);
    await zwgk('export', '--db', file, '--agency', 'org-320000-1', '--q', '招生计划', '--out', copy);
    const {out, err} = await zwgk('import', 'catalog', copy, '--agency', 'org-320000-1', '--db', file);
    assert.equal(out, '完成：新增 0，变更 0，未变 2。\n', err);
  }
});

test('migrate, backup, token and site do their one thing', async (t) => {
  const {file, store} = await database(t);
  const folder = tempFolder();
  assert.equal((await zwgk('migrate', '--db', join(folder, 'new', 'fresh.sqlite'))).code, 0);
  const copy = join(folder, 'copy.sqlite');
  assert.equal((await zwgk('backup', copy, '--db', file)).code, 0);
  assert.equal((await zwgk('backup', copy, '--db', file)).code, 1, 'never over an existing file');
  const {out} = await zwgk('token', '--agency', 'org-320000-1', '--db', file);
  assert.match(out, /^zwgk_[\w-]{43}\n$/);
  const {tokenHash} = await import('../http/staff.ts');
  assert.equal(await store.agencyOfToken(tokenHash(out.trim())), 'org-320000-1');
  assert.equal(readFileSync(file).includes(out.trim()), false, 'the token itself is stored nowhere');
  assert.equal((await zwgk('token', '--agency', '没有这个局', '--db', file)).code, 1);
  await zwgk('site', 'add', 'https://www.example.com', '--db', file);
  assert.equal((await zwgk('site', 'list', '--db', file)).out, 'https://www.example.com\n');
});

test('what was given is taken back: a token, all of an agency, a site', async (t) => {
  const {file, store} = await database(t);
  const {tokenHash} = await import('../http/staff.ts');
  const give = async (): Promise<string> => (await zwgk('token', '--agency', 'org-320000-1', '--db', file)).out.trim();
  const [one, two, three] = [await give(), await give(), await give()];
  assert.equal((await zwgk('token', 'revoke', one, '--db', file)).code, 0);
  assert.equal(await store.agencyOfToken(tokenHash(one)), undefined);
  assert.equal(await store.agencyOfToken(tokenHash(two)), 'org-320000-1');
  assert.equal((await zwgk('token', 'revoke', one, '--db', file)).code, 1, 'gone already');
  assert.equal((await zwgk('token', 'revoke', '--agency', '示例省教育局', '--db', file)).out, '已收回 2 个令牌。\n');
  assert.equal(await store.agencyOfToken(tokenHash(three)), undefined);
  assert.equal((await zwgk('token', 'revoke', '--db', file)).code, 2, 'never all of them by mistake');
  await zwgk('site', 'add', 'https://www.example.com', '--db', file);
  assert.equal((await zwgk('site', 'remove', 'https://www.example.com', '--db', file)).code, 0);
  assert.deepEqual(await store.listSites(), []);
  assert.equal((await zwgk('site', 'remove', 'https://www.example.com', '--db', file)).code, 1);
});

test('what cannot be opened gets one clear sentence', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'note.sqlite'), 'this is a note, not a database at all, however long');
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'closed'));
  chmodSync(join(folder, 'closed'), 0o500);
  const cases = [
    ['note.sqlite', /不是数据库文件/],
    ['file/x.sqlite', /路径不对/],
  ] as [string, RegExp][];
  // Root may write anywhere.
  if (process.getuid?.() !== 0) cases.push(['closed/x.sqlite', /权限/]);
  for (const [name, words] of cases) {
    const {code, err} = await zwgk('migrate', '--db', join(folder, name));
    assert.equal(code, 1, name);
    assert.match(err, words);
    assert.equal(err.trim().split('\n').length, 1, err);
  }
});

test('serve answers, refuses a taken port in one sentence, and stops on a signal', async (t) => {
  const {file} = await database(t, 5);
  process.env['ZWGK_DATA_KEY'] = newKey();
  t.after(() => delete process.env['ZWGK_DATA_KEY']);
  const server = spawn(process.execPath, [BIN, 'serve', '--db', file, '--port', '0', '--log-level', 'silent']);
  t.after(() => server.kill('SIGKILL'));
  const [line] = (await once(server.stderr.setEncoding('utf8'), 'data')) as [string];
  const port = /:(\d+)\//.exec(line)![1]!;
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/v1/health`)).status, 200);
  const second = shell('serve', '--db', file, '--port', port);
  assert.deepEqual([second.code, second.err.trim().split('\n').length], [1, 1]);
  assert.match(second.err, /已被占用/);
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number];
  assert.equal(code, 0);
});
