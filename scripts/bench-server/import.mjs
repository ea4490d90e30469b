/** Rows a second from an agency's CSV table to a new database, and once more when nothing changed. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {importCatalog} from '../../packages/server/src/import/import-catalog.ts';
import {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {generateDirectory} from '../../packages/server/src/testing/generate.ts';

const ROWS = 5000;
const HEADER =
  '序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级,公开属性,理由,理由依据';
const CHANNELS = '■政府网站 □政府公报 ■两微一端 □发布会/听证会 □广播电视 □纸质媒体 ■公开查阅点 □政务服务中心';

export async function measureImport(folder) {
  const {regions, agencies} = generateDirectory();
  const row = (n) =>
    `${n},招生入学,招生计划（第${n}项）,"1.招生范围；\n2.招生人数；\n3.录取结果",【法律】《中华人民共和国义务教育法》；【规范性文件】《关于做好招生工作的通知》（苏示办发〔2024〕${n % 300}号）,信息形成或者变更之日起20个工作日内,示例省教育局,${CHANNELS},全社会,主动,省级,主动公开,,`;
  const table = join(folder, 'catalog.csv');
  writeFileSync(table, [HEADER, ...Array.from({length: ROWS}, (_, i) => row(i + 1))].join('\n'));
  const store = new SqliteStore(join(folder, 'import.sqlite'));
  await store.migrate();
  await store.saveRegions(regions);
  await store.saveAgencies(agencies);
  const perSecond = [];
  for (const expected of ['added', 'unchanged']) {
    const start = performance.now();
    const result = await importCatalog(store, [table], {agency: agencies[0].id, now: '2026-11-24T04:00:00Z'});
    if (result[expected] !== ROWS) throw new Error(`${result[expected]} ${expected}: ${JSON.stringify(result.problems.slice(0, 3))}`);
    perSecond.push(Math.round((ROWS / (performance.now() - start)) * 1000));
  }
  await store.close();
  return {rows: ROWS, rowsPerSecond: perSecond[0], againPerSecond: perSecond[1]};
}
