/** Single cells of a catalogue table, read into data. Every function is total: odd input gives an empty or absent value. */
import {
  CHANNELS,
  type Channel,
  DISCLOSURES,
  DOMAINS,
  type Disclosure,
  type Domain,
  FIVE_STAGES,
  type FiveStage,
  type LegalBasis,
  type Level,
} from '@zwgk/contract';
import {findDocNumbers} from '@zwgk/rules';

const TICKED = '■☑☒√✓✔▣◼●✅';
const UNTICKED = '□☐○◻◯✗✘×';
const BOX = new RegExp(`([${TICKED}${UNTICKED}])\\ufe0f?\\s*([^${TICKED}${UNTICKED}]*)`, 'gu');

/** Whether a tick cell (√, ■, 是, Y, 1) is ticked. */
export function isTicked(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return new RegExp(`[${TICKED}]`, 'u').test(plain) || /^(是|有|y|yes|v|1|r|þ)$/i.test(plain);
}

/** What a tick cell says beside its tick, e.g. √（被征地群众）→ 被征地群众. */
export function tickNote(text: string): string {
  return text
    .replace(new RegExp(`[${TICKED}${UNTICKED}]\\ufe0f?`, 'gu'), '')
    .trim()
    .replace(/^[（(](.*)[)）]$/s, '$1')
    .trim();
}

const CHANNEL_NAMES: readonly (readonly [Channel, RegExp])[] = [
  ['gazette', /公报/],
  ['hotline_12345', /12345|热线/],
  ['weibo_wechat_app', /两微|微博|微信|客户端|新媒体|公众号|APP/i],
  ['press_or_hearing', /发布会|听证/],
  ['broadcast', /广播|电视/],
  ['print', /纸质|报纸|报刊|宣传(册|页|单|资料)/],
  ['reading_point', /查阅点|查阅场所|档案馆|图书馆/],
  ['convenience_station', /便民服务/],
  ['service_center', /政务(服务)?(中心|大厅)|(行政)?服务(中心|大厅)|办事大厅/],
  ['household_onsite', /入户|现场/],
  ['notice_board', /公示栏|公开栏|公告栏|电子屏|社区|村务/],
  ['targeted_push', /精准推送|推送/],
  ['website', /网站|政府网|门户网|信息网|官网|^网上|平台/],
];

const channelOf = (name: string): Channel | undefined => CHANNEL_NAMES.find(([, pattern]) => pattern.test(name))?.[0];

const CHANNEL_ORDER = Object.keys(CHANNELS) as Channel[];

/**
 * Ticked channels, or all named where the cell has no boxes, in the vocabulary's order: another order says nothing else.
 * What none of the 14 names goes into `note`.
 */
export function parseChannels(text: string): {channels: Channel[]; note?: string} {
  const boxes = [...text.matchAll(BOX)];
  const names = boxes.length ? boxes.filter(([, box]) => TICKED.includes(box!)).map(([, , name]) => name!) : text.split(/[、，,；;\n\s]+/);
  const channels = new Set<Channel>();
  const notes: string[] = [];
  for (const raw of names) {
    const name = raw.replace(/[、，,；;。\s]+$/u, '').trim();
    if (!name) continue;
    const other = /^其他[：:_＿\s]*/u.exec(name);
    const known = other ? undefined : channelOf(name);
    channels.add(known ?? 'other');
    const note = (other ? name.slice(other[0].length) : known ? '' : name).replace(/[_＿\s]+/g, '').replace(/^[（(](.*)[)）]$/u, '$1');
    if (note) notes.push(note);
  }
  return {
    channels: CHANNEL_ORDER.filter((channel) => channels.has(channel)),
    ...(notes.length ? {note: notes.join('、').slice(0, 300)} : {}),
  };
}

const LEVEL_NAMES: readonly (readonly [Level, RegExp])[] = [
  ['province', /省/],
  ['city', /市(?!、区)/],
  ['county', /县|区(?!\))/],
  ['township', /乡|镇|街道|村|社区/],
];

/** Levels named in one cell (县级、乡级), boxes or not. */
export function parseLevels(text: string): Level[] {
  const boxes = [...text.matchAll(BOX)];
  const names = boxes.length ? boxes.filter(([, box]) => TICKED.includes(box!)).map(([, , name]) => name!) : text.split(/[、，,；;/\n\s]+/);
  const found = new Set(
    names.flatMap((name) => LEVEL_NAMES.filter(([, pattern]) => pattern.test(name.replace(/社区/g, '乡'))).map(([level]) => level)),
  );
  return LEVEL_NAMES.map(([level]) => level).filter((level) => found.has(level));
}

/** Term of a closed vocabulary, by its Chinese name or a name that contains it. */
function termOf<K extends string>(terms: Readonly<Record<K, string>>, text: string, drop: RegExp): K | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (!plain) return undefined;
  return (Object.keys(terms) as K[]).find((key) => plain.includes(terms[key].replace(drop, '')));
}

/** 公开属性: 主动公开, 部分公开, 依申请公开, 不予公开 (R3.3). */
export function parseDisclosure(text: string): Disclosure | undefined {
  const plain = text.replace(/\s/g, '');
  if (/^(不公开|不予主动公开)/.test(plain)) return 'withheld';
  if (/^主动部分公开|^区分处理/.test(plain)) return 'partial';
  return termOf(DISCLOSURES, plain, /公开$/);
}

export const parseStage = (text: string): FiveStage | undefined => termOf(FIVE_STAGES, text, /公开$/);

const DOMAIN_HINTS: readonly (readonly [Domain, RegExp])[] = [
  ['land_expropriation', /征地|农村集体土地征收/],
  ['housing_expropriation', /房屋征收/],
  ['affordable_housing', /保障性(安居)?(住房|工程)|公共租赁|公租房|住房保障/],
  ['rural_dilapidated_housing', /危房改造/],
  ['public_resource_trading', /公共资源(交易)?|招标投标|政府采购/],
  ['major_projects', /重大(建设)?项目/],
  ['budget', /预算|决算|三公/],
  ['work_safety', /安全生产|安全监管/],
  ['taxation', /税收|税务|纳税/],
  ['compulsory_education', /义务教育|招生入学/],
  ['household_registration', /户籍|户口|居住证/],
  ['social_insurance', /社会保险|社保|养老保险|医疗保险/],
  ['elderly_care', /养老/],
  ['legal_services', /法律服务|法律援助|公证|人民调解/],
  ['poverty_alleviation', /扶贫|乡村振兴|脱贫/],
  ['social_assistance', /社会救助|最低生活保障|低保|特困|临时救助/],
  ['disaster_relief', /救灾|灾害/],
  ['employment', /就业|创业/],
  ['agricultural_subsidies', /涉农补贴|农业补贴|惠农/],
  ['public_culture', /公共文化|文化服务/],
  ['food_drug', /食品|药品/],
  ['health', /卫生健康|医疗卫生|公共卫生/],
  ['ecology', /生态环境|环境保护|环评/],
  ['urban_law_enforcement', /城市(综合)?(执法|管理)|城管/],
  ['municipal_services', /市政|供水|燃气|供热|公用事业/],
  ['land_planning', /国土空间|城乡规划/],
];

/** One of the 26 pilot domains named in a text (a title, a sheet's name, a matter). */
export function findDomain(text: string): Domain | undefined {
  const exact = (Object.keys(DOMAINS) as Domain[]).find(
    (key) => key !== 'other' && key !== 'poverty_alleviation' && key !== 'employment' && text.includes(DOMAINS[key]),
  );
  return exact ?? DOMAIN_HINTS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Content elements: one a line, or separated by ；; or printed numbers. */
export function parseElements(text: string): string[] {
  return text
    .split(/\n|[；;]|(?:^|(?<=[\s。；;、]))(?:[0-9０-９]{1,2}[.．、]|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[①-⑳])/u)
    .map((part) => part.replace(/^[\s●•·\-—*]+|[\s。；;、，]+$/gu, '').trim())
    .filter(Boolean);
}

const BASIS_KINDS: readonly (readonly [LegalBasis['kind'], RegExp])[] = [
  ['local_regulation', /地方(性)?法规/],
  ['administrative_regulation', /行政法规/],
  ['rule', /规章/],
  ['normative_document', /规范性文件|政策|文件/],
  ['law', /法律/],
];

const ARTICLE = /第[零一二三四五六七八九十百\d]+条(?:之[一二三四五六七八九十]+)?(?:第?[（(]?[零一二三四五六七八九十\d]+[)）]?[款项])*/u;

/** Legal bases of one cell; 【法律】【行政法规】… prefixes give the kind, else the title does. */
export function parseBasis(text: string): LegalBasis[] {
  const found: LegalBasis[] = [];
  for (const part of text.split(/(?=【[^】\d]{2,12}】)/u)) {
    const prefix = /^【([^】]{2,12})】/u.exec(part);
    const kind = prefix && BASIS_KINDS.find(([, pattern]) => pattern.test(prefix[1]!))?.[0];
    for (const entry of splitEntries(kind ? part.slice(prefix[0].length) : part)) {
      const {name, article} = basisTitle(entry);
      if (name)
        found.push({kind: kind ?? kindOf(name), title: (name + article).slice(0, 300), docNumbers: findDocNumbers(entry).slice(0, 20)});
    }
  }
  return found;
}

/** Splits at line ends and ；、 that stand outside 《》 and brackets. */
function splitEntries(text: string): string[] {
  const out = [''];
  let depth = 0;
  for (const char of text.replace(/(?<=[》）)条款项])\s*(?:以及|和|及|与)\s*(?=《)/gu, '；')) {
    if ('《〈（(〔[【'.includes(char)) depth++;
    else if ('》〉）)〕]】'.includes(char)) depth = Math.max(0, depth - 1);
    if (char === '\n' || (depth === 0 && '；;、，'.includes(char))) {
      out.push('');
      depth = char === '\n' ? 0 : depth;
    } else out[out.length - 1] += char;
  }
  return out.map((entry) => entry.replace(/^[\s0-9.．]+(?=《)|[。\s]+$/gu, '').trim()).filter(Boolean);
}

/** The act's name with the article cited; without 《》 the entry as it stands. */
function basisTitle(entry: string): {name: string; article: string} {
  const named = /《(.+)》(.*)$/su.exec(entry);
  if (!named) return {name: entry.replace(/\s+/g, ''), article: ''};
  return {name: named[1]!.replace(/\s+/g, ''), article: ARTICLE.exec(named[2]!)?.[0].replace(/\s+/g, '') ?? ''};
}

function kindOf(title: string): LegalBasis['kind'] {
  if (/条例$/.test(title)) return /^.{2,6}?[省市]/.test(title) ? 'local_regulation' : 'administrative_regulation';
  if (/(办法|规定|规则)$/.test(title)) return 'rule';
  if (/法$/.test(title)) return 'law';
  if (/(通知|意见|方案|函|目录|指引|规划|决定|公告)$/.test(title)) return 'normative_document';
  return 'other';
}

/** A date as people type it, or Excel's serial number, as ISO; `undefined` when it is none. */
export function parseDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^[1-9]\d{4}$/.test(plain)) return new Date(Date.UTC(1899, 11, 30) + Number(plain) * 86_400_000).toISOString().slice(0, 10);
  const match = /^(\d{4})(?:[-/.年]\s*)?(\d{1,2})(?:[-/.月]\s*)?(\d{1,2})日?(?:[T\s].*)?$/u.exec(plain);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
