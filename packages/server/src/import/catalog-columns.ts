/** Which column of a table is which field of the catalogue: agencies name them in many ways, in one row or two. */
import {columnLetter} from './problem.ts';
import type {Sheet} from './sheets.ts';

export type Field =
  | 'seq'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'domain'
  | 'content'
  | 'basis'
  | 'timeLimit'
  | 'publisher'
  | 'channels'
  | 'audience'
  | 'audienceAll'
  | 'audienceSpecific'
  | 'mode'
  | 'modeProactive'
  | 'modeOnRequest'
  | 'levels'
  | 'levelProvince'
  | 'levelCity'
  | 'levelCounty'
  | 'levelTownship'
  | 'fiveStage'
  | 'format'
  | 'disclosure'
  | 'reason'
  | 'reasonBasis'
  | 'post'
  | 'authority'
  | 'procedure'
  | 'postLimit'
  | 'topics'
  | 'informationOn'
  | 'lastPublishedOn'
  | 'exempt';

/** Headers by field, matched on the squeezed text, the first that fits; sub-headers of the second row among them. */
const HEADERS: readonly (readonly [Field, RegExp])[] = [
  ['seq', /^(序号|编号|事项编号)$/],
  ['level1', /^(一级(公开)?(事项|目录)|公开事项一级(事项)?|事项类别|公开类别)$/],
  ['level2', /^(二级(公开)?(事项|目录)|公开事项二级(事项)?|公开事项(名称)?|事项名称)$/],
  ['level3', /^(三级(公开)?(事项|目录)|公开事项三级(事项)?)$/],
  ['domain', /^(试点)?领域(名称)?$/],
  ['exempt', /^(不计时限|免计时限|不计更新时限)(的)?(理由|原因|说明)?$/],
  ['reasonBasis', /^(不予?公开|依申请公开|理由|不主动公开|定性)(的)?(法律|法定)?依据$|^(理由|定性)依据$/],
  ['reason', /^((不予?公开|依申请公开|不主动公开|部分公开|公开属性|定性)[^依]{0,8})?(理由|原因)(说明)?$|理由$/],
  ['content', /^(公开)?内容(要素|\(要素\)|及要素)?$|^公开要素$/],
  ['basis', /^(公开)?(法律|法定)?依据$/],
  ['postLimit', /^(岗位|办理|内部)(办理)?时限$/],
  ['timeLimit', /^(公开)?(时限|时间)(要求)?$/],
  ['post', /^(责任|公开|承办|具体)?(岗位|处室|科室|股室|责任人岗位)$|^责任(岗位|部门\(岗位\))$|^承办机构$/],
  ['authority', /^(岗位|公开|审核|审批)?权限$/],
  ['procedure', /^(公开|审核|办理|工作)(程序|流程)$/],
  ['publisher', /^(公开|责任|发布|实施)(责任)?(主体|机关|单位|部门)$/],
  ['channels', /^公开渠道((和|与|及|、)?载体)?$|^公开载体(和|与|及|、)?渠道$|^渠道(和|与|及|、)?载体$|^公开载体$/],
  ['audienceAll', /^(公开对象)?全社会$/],
  ['audienceSpecific', /^(公开对象)?特定(群体|群众|对象|人群)$/],
  ['audience', /^公开(对象|范围)$/],
  ['modeProactive', /^(公开方式)?主动(公开)?$/],
  ['modeOnRequest', /^(公开方式)?依申请(公开)?$/],
  ['mode', /^公开方式$/],
  ['levelProvince', /^(公开层级)?省级?$/],
  ['levelCity', /^(公开层级)?(设区)?市级?$/],
  ['levelCounty', /^(公开层级)?(县|区|县区|区县|县\(市、区\)|县\(区\))级?$/],
  ['levelTownship', /^(公开层级)?(乡|镇|乡镇|街道|镇街|乡镇\(街道\)|乡\(镇\)|乡、村|乡村|村|村级|村\(社区\))级?$/],
  ['levels', /^公开层级$/],
  ['fiveStage', /^["“”]?五公开["“”]?(类别|环节|阶段)?$|^公开环节$/],
  ['format', /^公开(形式|格式)$/],
  ['disclosure', /^(公开|信息)属性$/],
  ['topics', /^(专题|专栏|专题专栏|所属专题)$/],
  [
    'informationOn',
    /^(政府)?(信息)?(形成|生成|产生|制作)(\(?(或者?|\/|、|和|及)?(最近|最后)?(变更|更改|获取)\)?)?(日期|时间|之日)$|^(信息)?(最近|最后)?(一次)?变更(日期|时间|之日)$/,
  ],
  ['lastPublishedOn', /^(最近|最后|最新|上次)(一次)?(公开|发布|更新)(日期|时间)$|^(公开|更新|发布)日期$/],
];

/** A header without blanks, width and bracket style, as the patterns above expect it. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')')
    .replace(/[:*]$/, '');

const fieldOf = (text: string): Field | undefined => {
  const plain = squeeze(text);
  return HEADERS.find(([, pattern]) => pattern.test(plain))?.[0];
};

export interface Columns {
  /** Zero-based column of each field that the table has. */
  readonly at: ReadonlyMap<Field, number>;
  /** Letter and printed header of each column, for problems. */
  readonly names: readonly string[];
  /** Header rows, squeezed, to recognise them where a later page repeats them. */
  readonly repeated: ReadonlySet<string>;
  /** Index into `rows` of the first row below the header. */
  readonly first: number;
}

/** A row's identity for recognising repeated headers. */
export const rowKey = (cells: readonly string[]): string => cells.map(squeeze).join('|');

/** Finds the header in the first 50 rows; `undefined` when the sheet has none. */
export function findColumns({rows, knowsMerges}: Sheet): Columns | undefined {
  for (let i = 0; i < Math.min(rows.length, 50); i++) {
    const top = rows[i]!.cells;
    const fields = new Set(top.map(fieldOf).filter(Boolean));
    const matters = fields.has('level1') || fields.has('level2');
    if (fields.size < 4 || !matters || !(fields.has('content') || fields.has('timeLimit') || fields.has('publisher'))) continue;
    const second = rows[i + 1]?.cells ?? [];
    const two = isSubHeader(top, second);
    return mapColumns(knowsMerges ? top : spreadRight(top, two ? second : []), two ? second : undefined, i, rows);
  }
  return undefined;
}

/** Whether the row below holds sub-headers (一级事项, 全社会, 主动, 县级 …) rather than data. */
function isSubHeader(top: readonly string[], second: readonly string[]): boolean {
  const own = second.filter((text, i) => text && squeeze(text) !== squeeze(top[i] ?? ''));
  return own.length >= 2 && own.every((text) => fieldOf(text) !== undefined);
}

/** CSV writes a merged header once: the empty cells right of it, above a sub-header, belong to it. */
function spreadRight(top: readonly string[], second: readonly string[]): string[] {
  const out = [...top];
  for (let i = 1; i < Math.max(top.length, second.length); i++) if (!out[i] && second[i]) out[i] = out[i - 1] ?? '';
  return out.map((text) => text ?? '');
}

function mapColumns(top: readonly string[], second: readonly string[] | undefined, at: number, rows: Sheet['rows']): Columns {
  const map = new Map<Field, number>();
  const names: string[] = [];
  for (let i = 0; i < Math.max(top.length, second?.length ?? 0); i++) {
    const upper = top[i] ?? '';
    const lower = second?.[i] ?? '';
    const same = !lower || squeeze(lower) === squeeze(upper);
    names.push(`${columnLetter(i)} ${(same ? upper : `${upper}·${lower}`).replace(/\s+/g, '')}`);
    const field = same ? fieldOf(upper) : (fieldOf(upper + lower) ?? fieldOf(lower));
    if (field && !map.has(field)) map.set(field, i);
  }
  // A table with one column of matters: the single 公开事项 is the first level.
  if (!map.has('level1') && map.has('level2')) {
    map.set('level1', map.get('level2')!);
  }
  const used = rows.slice(at, at + (second ? 2 : 1));
  return {at: map, names, repeated: new Set(used.map(({cells}) => rowKey(cells))), first: at + used.length};
}
