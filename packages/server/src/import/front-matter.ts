import type {DocumentMeta} from '@zwgk/contract';
import {parse} from 'yaml';

/** A catalogue item named the way people name it, before it is resolved to an id. */
export interface ItemReference {
  readonly publisher: string;
  readonly level1: string;
  readonly level2: string;
}

/** Metadata as an editor writes it above the text; unchecked but for its shape. */
export interface FrontMatter {
  readonly id?: string;
  readonly meta: Partial<DocumentMeta>;
  /** Plan and material of its interpretation (R4.3). */
  readonly plan?: {readonly plan?: string; readonly material?: string};
  /** Ids or names of catalogue items under which the document is published. */
  readonly items: (string | ItemReference)[];
}

const FENCE = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
/** Every field of the official header; what else stands there is not metadata. */
const FIELDS = [
  ...['indexNo', 'title', 'issuer', 'issuerName', 'coIssuers', 'drafter', 'docNumber', 'docNumbers', 'writtenOn', 'publishedOn'],
  ...['publishedAt', 'effectiveOn', 'repealedOn', 'validity', 'subject', 'genre', 'audience', 'abstract', 'keywords', 'disclosure'],
  ...['disclosureReason', 'promulgation', 'attachments', 'supersedes', 'major'],
] as const;

/**
 * Splits an optional YAML block from the text below it.
 * @throws {Error} when the block is no YAML mapping; the message is the parser's.
 */
export function splitYaml(source: string): {data?: Record<string, unknown>; body: string} {
  const match = FENCE.exec(source);
  if (!match) return {body: source};
  // The core schema keeps 2026-11-24 a string; anchors are bounded so that a small file cannot grow large.
  const data: unknown = parse(match[1]!, {schema: 'core', maxAliasCount: 20});
  if (data === null || typeof data !== 'object' || Array.isArray(data)) throw new Error('not a mapping');
  return {data: data as Record<string, unknown>, body: source.slice(match[0].length)};
}

/**
 * Splits optional front matter from the text of a document.
 * @throws {Error} when it is no YAML mapping; the message is the parser's.
 */
export function splitFrontMatter(source: string): {front?: FrontMatter; unknown: string[]; body: string} {
  const {data, body} = splitYaml(source);
  if (!data) return {unknown: [], body};
  const {id, catalogItems, interpretationPlan, interpretationMaterial, ...rest} = data;
  const known = new Set<string>(FIELDS);
  const meta = Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) =>
      known.has(key) && value !== null ? [[key, key === 'major' ? value : asText(value)]] : [],
    ),
  );
  const plan = {...given('plan', interpretationPlan), ...given('material', interpretationMaterial)};
  const front: FrontMatter = {
    ...given('id', id),
    meta: meta as Partial<DocumentMeta>,
    ...(Object.keys(plan).length ? {plan} : {}),
    items: Array.isArray(catalogItems) ? catalogItems.filter(isItem) : [],
  };
  return {front, unknown: Object.keys(rest).filter((key) => !known.has(key)), body};
}

const given = (name: string, value: unknown): Record<string, string> =>
  value === undefined || value === null ? {} : {[name]: String(asText(value))};

/** 120 typed as a keyword is a text, whatever YAML makes of it. */
export function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function isItem(value: unknown): value is string | ItemReference {
  if (typeof value === 'string') return true;
  const item = value as Partial<Record<keyof ItemReference, unknown>> | null;
  return typeof item?.publisher === 'string' && typeof item.level1 === 'string' && typeof item.level2 === 'string';
}
