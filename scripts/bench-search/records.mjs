/** Invented records to search in: a tenth documents with three articles each, the rest catalogue items; the same for a seed. */
import {generateDirectory, generateItem, randomSource} from '../../packages/server/src/testing/generate.ts';

export const SUBJECTS = [
  ...['义务教育招生', '最低生活保障', '住房公积金', '不动产登记', '建设用地', '排污许可', '公共租赁住房', '耕地保护', '预防接种'],
  ...['安全生产', '食品抽检', '法律援助', '农村公路', '防汛抗旱', '公共图书馆', '养老机构', '环境影响评价', '城市管理', '公共资源交易'],
  ...['社会救助', '失业保险', '职业培训', '烟花爆竹', '危险化学品', '电梯安全', '校车安全', '残疾人就业', '殡葬管理', '婚姻登记'],
  ...['居住证', '道路运输', '水土保持', '湿地保护', '野生动物', '地震预警', '气象灾害', '档案管理', '统计调查', '政府采购'],
];
export const ACTIONS = ['办理', '监督检查', '资金拨付', '名单公示', '条件审核', '信用评价', '应急处置', '设施建设', '补贴发放', '投诉处理'];
const GENRES = ['通知', '办法', '意见', '方案', '规定', '公告'];
const WHO = [
  '县级以上人民政府',
  '主管部门',
  '申请人',
  '用人单位',
  '街道办事处',
  '村民委员会',
  '经营者',
  '受委托的机构',
  '公民',
  '社会组织',
];
const DUTIES = [
  '应当如实提供材料',
  '不得收取费用',
  '可以申请延期',
  '负责日常维护',
  '应当建立台账',
  '承担法律责任',
  '应当公开结果',
  '可以委托办理',
];
const TIMES = ['自受理之日起二十个工作日内', '每年第一季度', '在收到申请后', '遇有特殊情况时', '在公示期满后', '自发布之日起'];
const PLACES = ['云湖', '青溪', '白塔', '松岭', '清河', '东泽', '长滩', '安澜', '平沙', '石梁', '新桥', '甘泉'];
const CODES = ['苏示发', '苏示办发', '苏示规', '云政发', '青政办发'];

export const numberOf = (n) => `${CODES[n % CODES.length]}〔${2000 + (n % 26)}〕${1 + (Math.floor(n / 26) % 9999)}号`;

export function generateDocument(n, agency, random) {
  const pick = (from) => from[random(from.length)];
  const subject = pick(SUBJECTS);
  const sentence = () => `${pick(TIMES)}，${pick(WHO)}${pick(DUTIES)}，并做好${pick(SUBJECTS)}${pick(ACTIONS)}工作。`;
  const day = `${2000 + (n % 26)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
  return {
    id: `document-${n}`,
    demo: true,
    meta: {
      indexNo: `113200009999990157/2026-${n}`,
      title: `关于${pick(PLACES)}${subject}${pick(ACTIONS)}的${pick(GENRES)}`,
      docNumber: numberOf(n),
      issuer: agency.id,
      issuerName: agency.name,
      writtenOn: day,
      publishedOn: day,
      validity: random(5) ? 'in_force' : 'repealed',
      subject: ['综合政务'],
      genre: '通知',
      disclosure: 'proactive',
    },
    body: [1, 2, 3].map((i) => ({id: `art-${i}`, kind: 'article', depth: 0, label: `第${i}条`, blocks: [{text: sentence() + sentence()}]})),
  };
}

/** `count` records in portions: `{documents}` or `{items}`. */
export function* portions(count, agencies, size = 2000) {
  const random = randomSource(7);
  const pick = () => agencies[random(agencies.length)];
  const documents = Math.round(count / 10);
  for (let n = 1; n <= documents; n += size)
    yield {documents: Array.from({length: Math.min(size, documents - n + 1)}, (_, i) => generateDocument(n + i, pick(), random))};
  for (let n = documents + 1; n <= count; n += size)
    yield {items: Array.from({length: Math.min(size, count - n + 1)}, (_, i) => generateItem(n + i, pick(), random))};
}

export const directory = generateDirectory;
