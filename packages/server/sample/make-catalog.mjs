/**
 * Writes the sample's catalogue tables, one an agency, as agencies really keep them: title and banner rows, merged cells,
 * two header rows, ticks, 同上, notes below; half XLSX, half CSV, one CSV in GB18030. Run: node make-catalog.mjs
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import ExcelJS from 'exceljs';
import {CHANNELS, DOMAINS, FIVE_STAGES, LEVELS} from '@zwgk/contract';
import {addDays, CALENDAR_YEARS, freshness, parseTimeLimit, WorkCalendar} from '@zwgk/rules';
import {BASIS, MATTERS} from './catalog-matters.mjs';

/** The day the sample is dated for: what is late, due soon and on time counts from here. */
const TODAY = '2026-11-24';
const calendar = new WorkCalendar(CALENDAR_YEARS);
const here = new URL('catalog/', import.meta.url);
const updates = new URL('catalog-updates/', import.meta.url);
const agencies = JSON.parse(readFileSync(new URL('agencies.json', import.meta.url), 'utf8'));
const matters = new Map(MATTERS.map((matter) => [matter[0], matter]));
const CHANNEL_CODES = {w: 'website', g: 'gazette', x: 'weibo_wechat_app', p: 'press_or_hearing', b: 'broadcast', d: 'print', r: 'reading_point', s: 'service_center', c: 'convenience_station', h: 'household_onsite', n: 'notice_board', t: 'targeted_push', k: 'hotline_12345', o: 'other'};
const STAGES = {d: 'decision', e: 'execution', m: 'management', s: 'service', r: 'result'};
const OFFICE = 'jg zn yb bys bjs ta';
const VILLAGE = 'jg yb bys bjs xz1 xz2 xz3';

/** Agency: file format, responsible posts (post=beginnings of its keys, the last takes the rest), keys of its matters. */
const PLAN = {
  'sl-sheng-zfb': ['xlsx', '文电处办文岗=zw1 zw2,政策解读岗=zw3,公报编辑岗=zw7,应急处公开岗=zw10 jz,政务公开办公室审核岗=', 'jg zn yb bys bjs zw1 zw2 zw3 zw4 zw5 zw6 zw7 zw8 zw9 zw10 ta xl jz_4'],
  'sl-sheng-czt': ['xlsx', '预算处信息公开岗=zys cgs zfz zxz,国库处公开岗=zjs,税政处公开岗=sfq,政府采购处公开岗=gg,农业农村处公开岗=nb,社会保障处公开岗=sb,办公室政务公开岗=', `${OFFICE} zys zjs zfz zxz sfq cgs gg3 gg4 nb6 sb5`],
  'sl-sheng-rst': ['csv', '就业促进处公开岗=jiu,社会保险处公开岗=sb zxz,办公室政务公开岗=', `${OFFICE} jiu2 jiu3 jiu5 jiu6 sb2 sb3 sb4 sb5 zxz`],
  'sl-sheng-sthjt': ['xlsx', '监测处发布岗=hj5 hj6,执法局案审岗=hj7 hj8 hj9,宣教处公开岗=hj11,环评处审批岗=hj,办公室政务公开岗=', `${OFFICE} hj1 hj2 hj3 hj4 hj5 hj6 hj7 hj8 hj9 hj10 hj11`],
  'sl-shi-fgw': ['xlsx', '重大项目办公开岗=xp6 xp7 xp8,规划科公开岗=zw8,投资科审批岗=xp,办公室政务公开岗=', `${OFFICE} xp1 xp2 xp3 xp4 xp5 xp6 xp7 xp8 xp9 zw8`],
  'sl-shi-zrzy': ['xlsx', '规划科公开岗=gh,用途管制科公开岗=zd gg5,办公室政务公开岗=', `${OFFICE} gh1 gh2 gh3 gh4 gh5 gh6 gh7 zd1 zd2 zd3 zd4 zd5 gg5`],
  'sl-shi-zjj': ['xlsx', '征收办公开岗=fz,住房保障科公开岗=bz,城建科公开岗=sz,办公室政务公开岗=', `${OFFICE} fz1 fz2 fz3 fz4 fz5 bz1 bz2 bz3 bz4 bz5 sz4 sz5 sz6`],
  'sl-shi-wjw': ['csv', '医政医管科公开岗=ws1 ws2 ws7,监督科案审岗=ws5 ws6,疾控科公开岗=ws,办公室政务公开岗=', `${OFFICE} ws1 ws2 ws3 ws4 ws5 ws6 ws7 ws8`],
  'sl-shi-scjg': ['csv', '法规科公开岗=sp3 sp7,药品科公开岗=sp4,食品抽检科公开岗=sp,办公室政务公开岗=', `${OFFICE} sp1 sp2 sp3 sp4 sp5 sp6 sp7`],
  'sl-shi-swj': ['csv', '法制科公开岗=ss3 ss4 ss5,纳税服务科公开岗=ss,办公室政务公开岗=', 'jg zn yb bys bjs ss1 ss2 ss3 ss4 ss5 ss6 ss7'],
  'sl-shi-ggzy': ['xlsx', '交易服务科公开岗=gg,综合科公开岗=', 'jg bys bjs gg1 gg2 gg3 gg4 gg5 gg6 gg7 gg8'],
  'sl-shi-swjt': ['csv', '客户服务部公开岗=sz1 sz2,综合部公开岗=', 'jg sz1 sz2 sz3 sz8'],
  'sfq-cgj': ['csv', '市容科公开岗=cg4 cg5,法制科公开岗=cg,市政科公开岗=sz,办公室政务公开岗=', `${OFFICE} cg1 cg2 cg3 cg4 cg5 cg6 sz5 sz6 sz7`],
  'sfq-rsj': ['csv-gb', '就业管理中心公开岗=jiu,社保中心公开岗=sb,办公室政务公开岗=', `${OFFICE} jiu1 jiu2 jiu3 jiu4 jiu5 jiu6 sb1 sb2 sb3 sb4 sb6`],
  'qhx-jyj': ['xlsx', '学生资助中心公开岗=jy4,教师工作股公开岗=jy8,督导室公开岗=jy5,基础教育股公开岗=jy,办公室政务公开岗=', `${OFFICE} jy1 jy2 jy3 jy4 jy5 jy6 jy7 jy8 jy9`],
  'qhx-mzj': ['xlsx', '社会救助股公开岗=jz,养老服务股公开岗=yl,办公室政务公开岗=', `${OFFICE} jz1 jz2 jz3 jz4 jz5 jz6 jz7 yl1 yl2 yl3 yl4 yl5`],
  'qhx-nyj': ['xlsx', '社会事业股公开岗=fp,计划财务股公开岗=nb,办公室政务公开岗=', `${OFFICE} nb1 nb2 nb3 nb4 nb5 nb6 fp1 fp2 fp3 fp4`],
  'qhx-gaj': ['csv', '户政大队公开岗=hj,办公室政务公开岗=', 'jg yb bys bjs hj_1 hj_2 hj_3 hj_4 hj_5'],
  'qhx-yjj': ['xlsx', '救灾股公开岗=jz,执法大队公开岗=aq,办公室政务公开岗=', `${OFFICE} aq1 aq2 aq3 aq4 aq5 aq6 aq7 jz_1 jz_2 jz_3 jz_4 jz_5`],
  'qhx-sfj': ['csv', '普法股公开岗=fl5,公共法律服务股公开岗=fl,办公室政务公开岗=', `${OFFICE} fl1 fl2 fl3 fl4 fl5 fl6`],
  'qhx-wlj': ['csv', '文物股公开岗=wh4,市场管理股公开岗=wh5,公共服务股公开岗=wh,办公室政务公开岗=', `${OFFICE} wh1 wh2 wh3 wh4 wh5`],
  'qhx-zjj': ['csv', '村镇建设股公开岗=wf,住房保障股公开岗=bz,公用事业股公开岗=sz,办公室政务公开岗=', `${OFFICE} wf1 wf2 wf3 wf4 bz1 bz2 bz3 sz2 sz4 sz6`],
  'yqjd-bsc': ['csv', '城市管理办公开岗=cg sz,应急管理办公开岗=aq jz_,民生事务办公开岗=jz yl jiu sb ws,宣传文化办公开岗=wh fl,党政办公室公开岗=', `${VILLAGE} jz1 jz2 jz4 jz5 jz7 yl4 yl5 jiu1 jiu4 sb1 sb2 cg5 sz7 wh1 wh3 ws4 fl3 fl5 jz_1 aq2 aq7`],
  'qhz-zf': ['xlsx', '农业农村办公开岗=nb fp wf zd xz4,应急管理办公开岗=aq jz_,便民服务中心公开岗=xz2 xz5 sb jiu ws,社会事务办公开岗=jz yl wh fl,党政办公室公开岗=', `${VILLAGE} xz4 nb1 nb2 nb5 nb6 jz1 jz2 jz3 jz4 jz5 jz7 yl4 yl5 fp1 fp2 fp3 fp4 wf1 wf2 jiu4 sb1 wh1 wh3 ws4 fl3 fl5 zd2 zd3 jz_1 jz_3 jz_4 aq2 aq7`],
  'ltx-zf': ['csv', '农业农村办公开岗=nb fp wf xz4,应急管理办公开岗=aq jz_,便民服务中心公开岗=xz2 sb jiu ws,社会事务办公开岗=jz yl wh fl,党政办公室公开岗=', `${VILLAGE} xz4 nb1 nb2 nb5 nb6 jz1 jz2 jz4 jz5 jz7 yl4 fp1 fp2 fp3 fp4 wf1 wf2 jiu4 sb2 wh1 wh3 ws3 fl3 jz_1 jz_3 jz_4 aq2`],
};
/** What agencies changed after their first table: new matters, or cells of old ones. Written to catalog-updates/. */
const UPDATES = {
  'sl-sheng-zfb': ['xlsx', {zw3: {elements: '背景依据；目标任务；主要内容；涉及范围；执行标准；注意事项；关键词诠释；惠民利民举措；新旧政策差异'}}],
  'qhx-jyj': ['xlsx', {jy1: {limit: '信息形成或者变更之日起10个工作日内'}, jy6: {elements: '机构名称和地址；备案编号；服务内容；收费公示；每学期检查结果；投诉电话'}, jy10: {}}],
  'qhz-zf': ['csv', {jz4: {limit: '信息形成或者变更之日起10个工作日内'}, xz5: {}}],
};
// A key that MATTERS does not have is a slip of the pen in PLAN.
for (const [, , keys] of Object.values(PLAN)) for (const key of keys.split(' ')) if (!matters.has(key)) throw new Error(`no matter ${key}`);

/** A small number that depends on the text alone, so that every run writes the same tables. */
const pick = (text, n) => [...text].reduce((h, c) => (h * 31 + c.codePointAt(0)) % 1_000_003, 7) % n;

/** The working days of `back` days up to today, the newest first. */
const lately = (back) => Array.from({length: back}, (_, i) => addDays(TODAY, -i)).filter((date) => calendar.isWorkday(date));

/** When the information was formed or changed, and last published: most on time, some due soon, some late, a few without a day. */
function dates(key, agency, {limit, disclosure, exempt}) {
  const luck = pick(key + agency, 20);
  const wanted = luck < 13 ? 'on_time' : luck < 16 ? 'due_soon' : luck < 19 ? 'late' : undefined;
  if (disclosure !== 'proactive') return {informed: '', last: ''};
  const item = {timeLimit: parseTimeLimit(limit), disclosure};
  const {anchor, days: period} = item.timeLimit;
  const oneOf = (days) => days[pick(agency + key, days.length)];
  if (exempt) return {informed: anchor ? addDays(TODAY, -75 - pick(agency, 200)) : '', last: addDays(TODAY, -60 - pick(agency, 200))};
  if (!wanted) return {informed: '', last: anchor ? oneOf(lately(200)) : ''};
  const fitting = (dated) => lately(75).filter((date) => freshness({...item, ...dated(date)}, TODAY, calendar, 3).status === wanted);
  const pending = anchor ? fitting((date) => ({informationOn: date})) : [];
  // A change that the last publication does not have yet, or nothing published so far.
  if (luck >= 9 && pending.length) {
    const informed = oneOf(pending);
    return {informed, last: pick(agency + key, 5) === 0 ? '' : calendar.addWorkdays(addDays(informed, -60 - pick(key, 200)), 1)};
  }
  if (!anchor) {
    const days = fitting((date) => ({lastPublishedOn: date}));
    return {informed: '', last: oneOf(days.length ? days : lately(28))};
  }
  const informed = oneOf(lately(240).filter((date) => date < addDays(TODAY, -35)));
  return {informed, last: calendar.addWorkdays(informed, 1 + pick(key, Math.ceil(period / 2)))};
}

function rowsOf(agency, keys = PLAN[agency.id][2]) {
  const posts = PLAN[agency.id][1].split(',').map((part) => part.split('='));
  const postOf = (key) => posts.find(([, keys]) => keys.split(' ').some((start) => key.startsWith(start)))[0];
  const list = keys.split(' ').filter((key) => matters.has(key)).map((key) => matters.get(key));
  // Tables stand grouped: by domain, then by first-level matter, as printed in MATTERS.
  list.sort((a, b) => MATTERS.indexOf(a) - MATTERS.indexOf(b));
  return list.map(([key, domain, level1, level2, elements, basis, limit, stage, channels, more = {}], i) => {
    const attr = more.attr ?? '主动公开';
    const printedLimit = typeof limit === 'number' ? `信息形成或者变更之日起${limit}个工作日内` : limit;
    return {
      seq: i + 1, key, domain: DOMAINS[domain], level1, level2, elements,
      basis: basis.split(' ').map((b) => BASIS[b]).join('\n'),
      limit: printedLimit,
      publisher: agency.name, attr, who: more.who ?? '', topics: more.topics ?? '',
      channels: [...channels].map((c) => CHANNEL_CODES[c]),
      stage: FIVE_STAGES[STAGES[stage]].replace('公开', ''),
      level: LEVELS[agency.level],
      reason: more.reason?.[0] ?? '', reasonBasis: more.reason?.[1] ?? '',
      post: postOf(key),
      ...dates(key, agency.id, {limit: printedLimit, disclosure: attr === '主动公开' || attr === '部分公开' ? 'proactive' : 'withheld', exempt: more.exempt}),
      exempt: more.exempt ?? '',
    };
  });
}

/** ■政府网站 □政府公报 … as the standard table prints them. */
const boxes = (ticked, separator) => Object.entries(CHANNELS).map(([id, name]) => {
  const label = id === 'other' && ticked.includes('other') ? '其他（不对外公开）' : id === 'other' ? '其他____' : name.replace('、', '/').replace('（电子屏）', '(电子屏)');
  return `${ticked.includes(id) ? '■' : '□'}${label}`;
}).join(separator);
const fullWidth = (text) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

const HEAD = ['序号', '领域', '公开事项', '公开事项', '公开内容\n（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体', '公开对象', '公开对象', '公开方式', '公开方式', '公开层级', '公开层级', '公开层级', '公开层级', '五公开', '公开属性', '理由', '理由依据', '责任岗位', '专题', '信息形成或变更日期', '最近公开日期', '不计时限理由'];
const SUB = ['', '', '一级事项', '二级事项', '', '', '', '', '', '全社会', '特定群体', '主动', '依申请', '省级', '市级', '县级', '乡级', '', '', '', '', '', '', '', '', ''];
const LEVEL_COLUMNS = ['省级', '市级', '县级', '乡级'];

function standardCells(row) {
  const onRequest = row.attr === '依申请公开' || row.attr === '不予公开';
  return [
    row.seq, row.domain, row.level1, row.level2, row.elements.split('；').map((e, i) => `${i + 1}.${e}`).join('\n'), row.basis, row.limit, row.publisher,
    boxes(row.channels, '\n'), row.who ? '' : '√', row.who ? `√（${row.who}）` : '', onRequest ? '' : '√', onRequest ? '√' : '',
    ...LEVEL_COLUMNS.map((level) => (level === row.level ? '√' : '')), row.stage, row.attr, row.reason, row.reasonBasis, row.post, row.topics, row.informed, row.last, row.exempt,
  ];
}

const thin = {style: 'thin', color: {argb: 'FF7F7F7F'}};

/** The printed standard table: title, two header rows, merged groups, notes below. */
async function writeXlsx(agency, rows, folder) {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(`${TODAY}T00:00:00Z`);
  book.creator = '演示数据';
  const sheet = book.addWorksheet('政务公开事项目录', {views: [{state: 'frozen', ySplit: 4, xSplit: 4}], pageSetup: {orientation: 'landscape', fitToPage: true, fitToHeight: 0}});
  const width = HEAD.length;
  sheet.addRow([`${agency.name}政务公开事项目录`]);
  sheet.mergeCells(1, 1, 1, width);
  sheet.addRow([`演示数据，与任何真实机关无关　　编制日期：${TODAY}`]);
  sheet.mergeCells(2, 1, 2, width);
  sheet.addRow(HEAD);
  sheet.addRow(HEAD.map((head, i) => SUB[i] || head));
  for (let i = 0; i < width; i++) {
    if (!SUB[i]) sheet.mergeCells(3, i + 1, 4, i + 1);
    else if (HEAD[i] !== HEAD[i - 1]) sheet.mergeCells(3, i + 1, 3, HEAD.lastIndexOf(HEAD[i]) + 1);
  }
  rows.forEach((row, i) => {
    const cells = standardCells(row);
    if (i % 9 === 4) cells[6] = fullWidth(cells[6]);
    sheet.addRow(cells);
  });
  merge(sheet, rows, 2, ({domain}) => domain);
  merge(sheet, rows, 3, ({domain, level1}) => domain + level1);
  merge(sheet, rows, 8, ({publisher}) => publisher);
  sheet.addRow(['备注：1.本目录实行动态调整。2.√为选定项，■为选定渠道，□为未选渠道。']);
  sheet.mergeCells(rows.length + 5, 1, rows.length + 5, width);
  const widths = [6, 12, 14, 20, 34, 40, 22, 18, 22, 7, 14, 6, 7, 6, 6, 6, 6, 7, 12, 30, 30, 20, 14, 13, 13, 24];
  widths.forEach((w, i) => (sheet.getColumn(i + 1).width = w));
  sheet.eachRow((row, n) => {
    row.eachCell({includeEmpty: true}, (cell) => {
      cell.alignment = {wrapText: true, vertical: 'middle', horizontal: n <= 4 ? 'center' : 'left'};
      cell.font = {name: '宋体', size: n === 1 ? 16 : 10, bold: n <= 1 || n === 3 || n === 4};
      if (n > 2 && n < rows.length + 5) cell.border = {top: thin, left: thin, bottom: thin, right: thin};
    });
  });
  await book.xlsx.writeFile(new URL(`${agency.id}.xlsx`, folder).pathname);
}

function merge(sheet, rows, column, keyOf) {
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to + 1 < rows.length && keyOf(rows[to + 1]) === keyOf(rows[from])) to++;
    if (to > from) sheet.mergeCells(from + 5, column, to + 5, column);
    from = to + 1;
  }
}

const CSV_HEAD = ['序号', '试点领域', '一级事项', '二级事项', '公开内容(要素)', '公开依据', '公开时限', '责任主体', '公开渠道与载体', '公开对象', '公开方式', '公开层级', '五公开', '公开属性', '理由', '理由依据', '责任岗位', '专题', '信息形成或变更日期', '最近公开日期', '不计时限理由'];

/** One header row, free text instead of ticks, 同上 for what repeats. */
function writeCsv(agency, rows, folder, gb18030) {
  const lines = [[`${agency.name}政务公开事项目录（演示数据）`], [], CSV_HEAD];
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const same = above?.level1 === row.level1 && above.domain === row.domain;
    lines.push([
      row.seq, row.domain, row.level1, row.level2, row.elements, above?.basis === row.basis ? '同上' : row.basis, above?.limit === row.limit && same ? '同上' : row.limit, above ? '同上' : row.publisher,
      agency.level === 'township' ? row.channels.map((id) => CHANNELS[id].replace('、', '/').replace('（电子屏）', '')).join('、') : boxes(row.channels, ' '),
      row.who ? `特定群体（${row.who}）` : '全社会', row.attr === '主动公开' || row.attr === '部分公开' ? '主动公开' : '依申请公开', row.level, row.stage, row.attr, row.reason, row.reasonBasis, row.post, row.topics,
      row.informed.replaceAll('-', '/'), row.last.replaceAll('-', '/'), row.exempt,
    ]);
  });
  lines.push([], ['填表人：政务公开岗', '', '审核人：办公室负责人', '', `填报日期：${TODAY}`]);
  const quote = (cell) => (/[",\n]/.test(String(cell ?? '')) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? ''));
  const text = `${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`;
  const file = new URL(`${agency.id}.csv`, folder).pathname;
  // Node encodes no GB18030; iconv does, and is needed only here.
  writeFileSync(file, gb18030 ? execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], {input: text}) : `\ufeff${text}`);
}

for (const folder of [here, updates]) {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder);
}
const write = (agency, rows, format, folder) => (format === 'xlsx' ? writeXlsx(agency, rows, folder) : writeCsv(agency, rows, folder, format === 'csv-gb'));
let total = 0;
for (const agency of agencies) {
  const rows = rowsOf(agency);
  total += rows.length;
  await write(agency, rows, PLAN[agency.id][0], here);
  const [format, changes] = UPDATES[agency.id] ?? [];
  if (!format) continue;
  const changed = rowsOf(agency, Object.keys(changes).join(' ')).map((row) => ({...row, seq: rows.find(({key}) => key === row.key)?.seq ?? rows.length + 1, ...changes[row.key]}));
  await write(agency, changed, format, updates);
}
console.log(`${agencies.length} tables, ${total} rows, ${new Set(MATTERS.map(([, , a, b]) => a + b)).size} matters known`);
