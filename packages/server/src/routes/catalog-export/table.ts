/** The catalogue as the table agencies know (基层政务公开标准目录): two header rows, ticks, and one row per item. */
import {
  CHANNELS,
  DISCLOSURES,
  DOMAINS,
  FIVE_STAGES,
  FRESHNESS,
  LEVELS,
  type CatalogItem,
  type Channel,
  type LegalBasis,
  type Level,
} from '@zwgk/contract';
import {guardCell} from '@zwgk/rules';

const BASIS_KINDS: Readonly<Record<LegalBasis['kind'], string>> = {
  law: '【法律】',
  administrative_regulation: '【行政法规】',
  local_regulation: '【地方性法规】',
  rule: '【规章】',
  normative_document: '【规范性文件】',
  other: '',
};
const tick = (on: boolean): string => (on ? '√' : '');
const levelColumns = (Object.keys(LEVELS) as Level[]).map((level): Column => [
  '公开层级',
  LEVELS[level],
  (item) => tick(item.levels.includes(level)),
]);

/** Upper header, sub-header (none when empty), and the cell's text. */
type Column = readonly [header: string, subHeader: string, text: (item: CatalogItem) => string];

const COLUMNS: readonly Column[] = [
  ['序号', '', (item) => String(item.seq)],
  ['试点领域', '', (item) => DOMAINS[item.domain]],
  ['公开事项', '一级事项', (item) => item.level1],
  ['公开事项', '二级事项', (item) => item.level2],
  ['公开内容（要素）', '', (item) => item.contentElements.join('\n')],
  ['公开依据', '', (item) => item.legalBasis.map(basisText).join('\n')],
  ['公开时限', '', (item) => item.timeLimit.text],
  ['公开主体', '', (item) => item.publisherName],
  ['公开渠道和载体', '', channelText],
  ['公开对象', '全社会', (item) => tick(item.audience === 'all')],
  ['公开对象', '特定群体', (item) => (item.audience === 'specific' ? `√${item.audienceNote ? `（${item.audienceNote}）` : ''}` : '')],
  ['公开方式', '主动', (item) => tick(item.mode === 'proactive')],
  ['公开方式', '依申请', (item) => tick(item.mode === 'on_request')],
  ...levelColumns,
  ['五公开', '', (item) => (item.fiveStage ? FIVE_STAGES[item.fiveStage] : '')],
  ['公开形式', '', (item) => item.format ?? ''],
  ['公开属性', '', (item) => DISCLOSURES[item.disclosure]],
  ['理由', '', (item) => item.disclosureReason?.text ?? ''],
  ['理由依据', '', (item) => item.disclosureReason?.legalBasis ?? ''],
  ['责任岗位', '', (item) => item.responsible?.post ?? ''],
  ['权限', '', (item) => item.responsible?.authority ?? ''],
  ['办理程序', '', (item) => item.responsible?.procedure ?? ''],
  ['岗位时限', '', (item) => item.responsible?.limit ?? ''],
  ['专题', '', (item) => (item.topics ?? []).join('、')],
  ['信息形成或者变更日期', '', (item) => item.informationOn ?? ''],
  ['最近公开日期', '', (item) => item.lastPublishedOn ?? ''],
  ['不计时限理由', '', (item) => item.freshnessExempt ?? ''],
  ['更新情况', '', (item) => FRESHNESS[item.freshness.status]],
  ['应更新日期', '', (item) => item.freshness.dueOn ?? ''],
  ['所属地区', '', (item) => item.regionName],
  ['版本', '', (item) => String(item.version)],
  ['版本时间', '', (item) => item.updatedAt],
  ['标识', '', (item) => item.id],
];

function basisText({kind, title, docNumbers}: LegalBasis): string {
  const numbers = docNumbers.length > 0 ? `（${docNumbers.join('、')}）` : '';
  return `${BASIS_KINDS[kind]}《${title}》${numbers}`;
}

/** Every carrier with its box, as the printed tables have it. */
function channelText({channels, channelNote}: CatalogItem): string {
  const known = Object.entries(CHANNELS) as [Channel, string][];
  return known
    .map(
      ([channel, name]) =>
        `${channels.includes(channel) ? '■' : '□'}${name}${channel === 'other' && channelNote ? `：${channelNote}` : ''}`,
    )
    .join(' ');
}

/** The two header rows; a header over several columns is repeated, for the writer to merge or leave. */
export const HEADER: readonly [upper: readonly string[], lower: readonly string[]] = [
  COLUMNS.map(([header]) => header),
  COLUMNS.map(([, subHeader]) => subHeader),
];

/** Cells of one item, safe to open in a spreadsheet. */
export const cells = (item: CatalogItem): string[] => COLUMNS.map(([, , text]) => guardCell(text(item)));
