/** Writes regions.json and agencies.json of the sample: an invented province whose codes (99…) and phones nobody holds. */
import {writeFileSync} from 'node:fs';
import {isUscc} from '@zwgk/rules';

const REGIONS = [
  ['990000', '示例省', 'province', null],
  ['990100', '示例市', 'city', '990000'],
  ['990102', '示范区', 'county', '990100'],
  ['990121', '青禾县', 'county', '990100'],
  ['990102001', '云桥街道', 'township', '990102'],
  ['990121100', '青禾镇', 'township', '990121'],
  ['990121201', '柳塘乡', 'township', '990121'],
];
// id, name, short name, region, street address, more
const AGENCIES = [
  ['sl-sheng-zfb', '示例省人民政府办公厅', '省政府办公厅', '990000', '示例市府前路1号'],
  ['sl-sheng-czt', '示例省财政厅', '省财政厅', '990000', '示例市府前路3号'],
  ['sl-sheng-rst', '示例省人力资源和社会保障厅', '省人社厅', '990000', '示例市和惠路16号'],
  ['sl-sheng-sthjt', '示例省生态环境厅', '省生态环境厅', '990000', '示例市清源路8号', {predecessors: [{name: '示例省环境保护厅', until: '2018-10-31'}]}],
  ['sl-shi-fgw', '示例市发展和改革委员会', '市发展改革委', '990100', '示例市望江大道100号'],
  ['sl-shi-zrzy', '示例市自然资源和规划局', '市自然资源和规划局', '990100', '示例市测绘路5号', {predecessors: [{name: '示例市国土资源局', until: '2019-01-31'}, {name: '示例市规划局', until: '2019-01-31'}]}],
  ['sl-shi-zjj', '示例市住房和城乡建设局', '市住建局', '990100', '示例市安居路22号'],
  ['sl-shi-wjw', '示例市卫生健康委员会', '市卫生健康委', '990100', '示例市康宁路6号', {predecessors: [{name: '示例市卫生和计划生育委员会', until: '2019-01-31'}]}],
  ['sl-shi-scjg', '示例市市场监督管理局', '市市场监管局', '990100', '示例市公平路12号'],
  ['sl-shi-swj', '示例市税务局', '市税务局', '990100', '示例市便民路9号'],
  ['sl-shi-ggzy', '示例市公共资源交易中心', '市公共资源交易中心', '990100', '示例市望江大道188号', {kind: 'public_institution'}],
  ['sl-shi-swjt', '示例市水务集团有限公司', '市水务集团', '990100', '示例市清源路30号', {kind: 'state_enterprise'}],
  ['sfq-cgj', '示范区城市管理局', '区城管局', '990102', '示范区整洁路18号'],
  ['sfq-rsj', '示范区人力资源和社会保障局', '区人社局', '990102', '示范区和惠路2号'],
  ['qhx-jyj', '青禾县教育局', '县教育局', '990121', '青禾县书院路10号'],
  ['qhx-mzj', '青禾县民政局', '县民政局', '990121', '青禾县福安路3号'],
  ['qhx-nyj', '青禾县农业农村局', '县农业农村局', '990121', '青禾县稻香路7号'],
  ['qhx-gaj', '青禾县公安局', '县公安局', '990121', '青禾县平安路1号'],
  ['qhx-yjj', '青禾县应急管理局', '县应急管理局', '990121', '青禾县平安路20号'],
  ['qhx-sfj', '青禾县司法局', '县司法局', '990121', '青禾县明理路5号'],
  ['qhx-wlj', '青禾县文化广电和旅游局', '县文广旅局', '990121', '青禾县书院路28号'],
  ['qhx-zjj', '青禾县住房和城乡建设局', '县住建局', '990121', '青禾县安居路6号'],
  ['yqjd-bsc', '云桥街道办事处', '云桥街道', '990102001', '示范区云桥路66号'],
  ['qhz-zf', '青禾镇人民政府', '青禾镇', '990121100', '青禾县青禾镇镇府街1号'],
  ['ltx-zf', '柳塘乡人民政府', '柳塘乡', '990121201', '青禾县柳塘乡乡府路1号'],
];

/** Unified social credit code (GB 32100-2015) around an organisation code (GB 11714) that nobody was given. */
function uscc(kind, region, serial) {
  const org = `9${String(serial).padStart(7, '9')}`;
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * Number(org[i]), 0);
  const check = '0123456789X0'[11 - (sum % 11)];
  const body = kind + region + org + check;
  const code = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((c) => body + c).find(isUscc);
  if (!code) throw new Error(`no check character for ${body}`);
  return code;
}

const regions = REGIONS.map(([id, name, level, parent]) => ({id, name, level, parent}));
const levelOf = new Map(regions.map(({id, level}) => [id, level]));
const KIND_CODES = {government: '11', public_institution: '12', state_enterprise: '91'};
const agencies = AGENCIES.map(([id, name, shortName, region, address, more = {}], i) => {
  const kind = more.kind ?? 'government';
  const office = kind === 'government' ? '政务公开办公室' : '信息公开工作机构';
  return {
    id,
    name,
    shortName,
    uscc: uscc(KIND_CODES[kind], region.slice(0, 6), 901 + i),
    level: levelOf.get(region),
    region,
    kind,
    applicability: kind === 'state_enterprise' ? 'by_reference' : 'applies',
    office: {
      name: `${shortName}${office}`,
      phone: `0999-5550${101 + i}`,
      address,
      hours: '工作日 9:00—12:00，13:30—17:30',
      email: `${id}@zwgk.example.com`,
    },
    website: `https://${id}.example.com/`,
    ...(more.predecessors ? {predecessors: more.predecessors} : {}),
    demo: true,
  };
});
const write = (name, value) => writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
write('regions.json', regions);
write('agencies.json', agencies);
console.log(`${regions.length} regions, ${agencies.length} agencies`);
