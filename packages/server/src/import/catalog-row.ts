/** One row of a catalogue table as a catalogue item, or what keeps it from being one. */
import {LEVELS, type CatalogItemInput, type Disclosure, type Level} from '@zwgk/contract';
import {parseTimeLimit} from '@zwgk/rules';
import * as cells from './catalog-cells.ts';
import type {Field} from './catalog-columns.ts';
import type {RawRow} from './catalog-rows.ts';
import {contractErrors} from './contract-check.ts';

/** What the publisher supplies: everything a catalogue item has but the agency's id. */
export type CatalogRowInput = Omit<CatalogItemInput, 'publisher'>;

export interface RowProblem {
  readonly field: Field;
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

const LEVEL_FIELDS: readonly (readonly [Level, Field])[] = [
  ['province', 'levelProvince'],
  ['city', 'levelCity'],
  ['county', 'levelCounty'],
  ['township', 'levelTownship'],
];
/** Which column to name where the contract's gate objects to a field. */
const COLUMN_OF: Readonly<Record<string, Field>> = {
  contentElements: 'content',
  legalBasis: 'basis',
  disclosureReason: 'reason',
  responsible: 'post',
};

/** @param level Level of the publisher, for tables without a level column. */
export function rowInput(raw: RawRow, seq: number, level: Level | undefined): {input?: CatalogRowInput; problems: RowProblem[]} {
  const problems: RowProblem[] = [];
  const error: Report = (field, code, message) => void problems.push({field, code, message, severity: 'error'});
  const attribute = disclosureOf(raw, error);
  const what = {...matterOf(raw, error), ...promiseOf(raw, level, error), ...reasonFor(raw, attribute?.disclosure, error)};
  if (!attribute || problems.length > 0) return {problems};
  const input: CatalogRowInput = {
    seq,
    domain: domainOf(raw, what.level1, what.level2),
    legalBasis: cells.parseBasis(raw.text.basis ?? ''),
    ...audienceOf(raw),
    ...attribute,
    ...what,
    ...optional('fiveStage', cells.parseStage(raw.text.fiveStage ?? '')),
    ...optional('format', oneLine(raw.text.format)),
    ...responsibleOf(raw),
    ...topicsOf(raw),
    ...optional('freshnessExempt', oneLine(raw.text.exempt)),
  };
  for (const {path} of contractErrors('CatalogItemFields', {...input, publisher: 'x'})) {
    const name = path.split('/')[1] ?? '';
    error(COLUMN_OF[name] ?? (name as Field), 'invalid-field', '内容太长或者格式不对，请缩短或者分成几条。');
  }
  return problems.length > 0 ? {problems} : {input, problems};
}

type Report = (field: Field, code: string, message: string) => void;

/** What is disclosed: 一级、二级事项, 公开内容（要素）. */
function matterOf({text}: RawRow, error: Report): Pick<CatalogRowInput, 'level1' | 'level2' | 'contentElements'> {
  const level1 = oneLine(text.level1);
  if (!level1) error('level1', 'missing', '没有填一级事项，请补上。');
  const level2 = [oneLine(text.level2) || level1, oneLine(text.level3)].filter(Boolean).join('：');
  const contentElements = cells.parseElements(text.content ?? '');
  if (contentElements.length === 0) error('content', 'missing', '没有填公开内容（要素），请补上。');
  return {level1, level2, contentElements};
}

type Publication = Pick<CatalogRowInput, 'timeLimit' | 'channels' | 'channelNote' | 'levels' | 'informationOn' | 'lastPublishedOn'>;

/** How it is disclosed: 公开时限, 公开渠道和载体, 公开层级, the days of the information and of its last publication. */
function promiseOf(raw: RawRow, level: Level | undefined, error: Report): Publication {
  const limit = oneLine(raw.text.timeLimit);
  if (!limit) error('timeLimit', 'missing', '没有填公开时限，请补上。');
  const {channels, note} = cells.parseChannels(raw.text.channels ?? '');
  if (channels.length === 0) error('channels', 'channel-none', '公开渠道和载体一个也没有勾选，请把用到的渠道前的□改成■。');
  const levels = levelsOf(raw, level);
  if (levels.length === 0) error('levels', 'missing', '没有勾选公开层级，请至少勾选省、市、县、乡中的一级。');
  return {
    timeLimit: parseTimeLimit(limit),
    channels,
    ...optional('channelNote', note),
    levels,
    ...optional('informationOn', dateOf(raw, 'informationOn', error)),
    ...optional('lastPublishedOn', dateOf(raw, 'lastPublishedOn', error)),
  };
}

function dateOf({text}: RawRow, field: 'informationOn' | 'lastPublishedOn', error: Report): string | undefined {
  const printed = oneLine(text[field]);
  const date = cells.parseDate(printed);
  if (printed && !date) error(field, 'bad-date', `“${printed.slice(0, 30)}”不是日期，请写成 2026-11-24 的样子。`);
  return date;
}

/** The reason that an attribute other than 主动公开 needs (R3.4). */
function reasonFor(raw: RawRow, disclosure: Disclosure | undefined, error: Report): Pick<CatalogRowInput, 'disclosureReason'> {
  if (!disclosure || disclosure === 'proactive') return {};
  const disclosureReason = reasonOf(raw);
  if (disclosureReason) return {disclosureReason};
  const field = raw.text.reason ? 'reasonBasis' : 'reason';
  error(field, 'reason-required', '不是主动公开的事项，要写明理由和法律依据（“理由”“理由依据”两列）。');
  return {};
}

/** Text without line breaks; a break between Chinese characters is only the cell's width. */
function oneLine(text: string | undefined): string {
  return (text ?? '')
    .replace(/(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function optional<K extends string, V>(key: K, value: V | undefined | ''): Partial<Record<K, V>> {
  return value ? ({[key]: value} as Record<K, V>) : {};
}

/** The attribute column wins; else the mode decides: 主动 → proactive, 依申请 → on_request (R2.1). */
function disclosureOf(raw: RawRow, error: Report): {mode: 'proactive' | 'on_request'; disclosure: Disclosure} | undefined {
  const {text} = raw;
  const onRequest = cells.isTicked(text.modeOnRequest ?? '') || /依申请/.test(text.mode ?? '');
  const proactive = cells.isTicked(text.modeProactive ?? '') || /主动/.test(text.mode ?? '');
  if (text.disclosure) {
    const disclosure = cells.parseDisclosure(text.disclosure);
    if (!disclosure) {
      error('disclosure', 'bad-attribute', '公开属性只能是主动公开、部分公开、依申请公开、不予公开之一。');
      return undefined;
    }
    const fallback = disclosure === 'proactive' || disclosure === 'partial';
    return {disclosure, mode: (proactive !== onRequest ? proactive : fallback) ? 'proactive' : 'on_request'};
  }
  if (!proactive && !onRequest) {
    error(text.mode === undefined ? 'modeProactive' : 'mode', 'attribute-required', '没有写明公开属性，也没有勾选公开方式，请逐项认定。');
    return undefined;
  }
  return proactive ? {disclosure: 'proactive', mode: 'proactive'} : {disclosure: 'on_request', mode: 'on_request'};
}

/** The row's own column, else the table's title or banner, else the matter's name. */
function domainOf({text, domain}: RawRow, level1: string, level2: string): CatalogRowInput['domain'] {
  if (/^其他/.test(text.domain ?? '')) return 'other';
  return cells.findDomain(text.domain ?? '') ?? domain ?? cells.findDomain(level1) ?? cells.findDomain(level2) ?? 'other';
}

/** Reason and legal basis; a reason that names the act itself (《…》) needs no second column. */
function reasonOf({text}: RawRow): CatalogRowInput['disclosureReason'] | undefined {
  const reason = oneLine(text.reason);
  const legalBasis = oneLine(text.reasonBasis) || (/《.+》[^，。；]*/u.exec(reason)?.[0] ?? '');
  return reason && legalBasis ? {text: reason, legalBasis} : undefined;
}

function audienceOf({text}: RawRow): Pick<CatalogRowInput, 'audience' | 'audienceNote'> {
  const note = cells.tickNote(oneLine(text.audienceSpecific ?? '')).slice(0, 300);
  const specific = text.audienceAll === undefined && (cells.isTicked(text.audienceSpecific ?? '') || note !== '');
  if (specific) return {audience: 'specific', ...(note ? {audienceNote: note} : {})};
  const free = oneLine(text.audience);
  if (!free || /全社会|社会公众|全体|公众/.test(free)) return {audience: 'all'};
  return {audience: 'specific', audienceNote: free.replace(/^特定(群体|群众|对象)[：:（(]?|[)）]$/gu, '').slice(0, 300) || free};
}

function levelsOf({text}: RawRow, level: Level | undefined): Level[] {
  const ticked = LEVEL_FIELDS.filter(([, field]) => cells.isTicked(text[field] ?? '')).map(([name]) => name);
  if (ticked.length) return ticked;
  const named = cells.parseLevels(text.levels ?? '');
  if (named.length) return named;
  return level && level in LEVELS ? [level] : [];
}

function responsibleOf({text}: RawRow): Pick<CatalogRowInput, 'responsible'> {
  const post = oneLine(text.post);
  if (!post) return {};
  const more = {authority: text.authority, procedure: text.procedure, limit: text.postLimit};
  const given = Object.entries(more).flatMap(([key, value]) => (oneLine(value) ? [[key, oneLine(value)]] : []));
  return {responsible: {post, ...Object.fromEntries(given)}};
}

function topicsOf({text}: RawRow): Pick<CatalogRowInput, 'topics'> {
  const topics = [
    ...new Set(
      oneLine(text.topics)
        .split(/[、，,；;\s]+/)
        .filter(Boolean),
    ),
  ].slice(0, 20);
  return topics.length ? {topics} : {};
}
