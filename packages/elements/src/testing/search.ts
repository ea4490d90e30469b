/** Search over the fixtures, as the contract says it answers: small, but truthful about counts, scope, ranges and notes. */
import type {
  CatalogItem,
  DocumentDetail,
  Facet,
  SearchArticle,
  SearchHit,
  SearchResults,
  SearchVariant,
  Suggestion,
  SuggestionList,
} from '@zwgk/contract';
import {fold, matchRanges, queryWords} from '@zwgk/rules';
import {agencies, regions} from './fixtures.ts';

/** What a citizen says and what the papers call it; a wrong character and the right one. */
const SYNONYMS: Readonly<Record<string, string>> = {低保: '临时救助', 拆迁: '房屋征收'};
const SPELLINGS: Readonly<Record<string, readonly [string, 'sound' | 'shape']>> = {
  信息公凯: ['信息公开', 'sound'],
  临时救动: ['临时救助', 'shape'],
};
const HOT = ['招生范围', '临时救助', '稻谷补贴'];
const TYPE_LABELS = {document: '文件', interpretation: '政策解读', catalog_item: '公开目录', agency: '机关'};
const VALIDITY_LABELS: Readonly<Record<string, string>> = {in_force: '有效', amended: '已修改', expired: '失效', repealed: '废止'};

interface Entry {
  readonly hit: Omit<SearchHit, 'why' | 'highlights'>;
  readonly texts: readonly {readonly text: string; readonly article?: SearchArticle}[];
}

const regionName = (id: string): string => regions.find((one) => one.id === id)?.name ?? id;

function ofDocument(doc: DocumentDetail): Entry {
  const issuer = agencies.find(({id}) => id === doc.issuer)!;
  const open = doc.disclosure === 'proactive' || doc.disclosure === 'partial';
  const body = (open ? (doc.body ?? []) : []).map(({id, label, blocks}) => ({
    text: blocks.map((block) => ('text' in block ? block.text : '')).join(''),
    article: {id, ...(label ? {label} : {})},
  }));
  return {
    hit: {
      type: 'document',
      id: doc.id,
      link: `/api/v1/documents/${doc.id}`,
      title: doc.title,
      ...(doc.docNumber ? {docNumber: doc.docNumber} : {}),
      agency: doc.issuer,
      agencyName: doc.issuerName,
      region: issuer.region,
      regionName: regionName(issuer.region),
      date: doc.publishedOn,
      validity: doc.validity,
      disclosure: doc.disclosure,
      ...(doc.demo ? {demo: true} : {}),
    },
    texts: [...(open && doc.abstract ? [{text: doc.abstract}] : []), ...body],
  };
}

const ofItem = (item: CatalogItem): Entry => ({
  hit: {
    type: 'catalog_item',
    id: item.id,
    link: `/api/v1/catalog/items/${item.id}`,
    title: item.level2,
    agency: item.publisher,
    agencyName: item.publisherName,
    region: item.region,
    regionName: item.regionName,
    ...(item.lastPublishedOn ? {date: item.lastPublishedOn} : {}),
    disclosure: item.disclosure,
    ...(item.demo ? {demo: true} : {}),
  },
  texts: item.disclosure === 'withheld' ? [] : [{text: item.contentElements.join('、')}],
});

const INTERPRETATIONS: readonly Entry[] = [
  {
    hit: {
      type: 'interpretation',
      id: 'int-1',
      link: '/api/v1/interpretations/int-1',
      title: '延时看护一图读懂',
      document: 'doc-1',
      agency: agencies[0]!.id,
      agencyName: agencies[0]!.name,
      region: agencies[0]!.region,
      regionName: regionName(agencies[0]!.region),
      demo: true,
    },
    texts: [{text: '放学以后有人看护。', article: {id: 'benefits', heading: '惠民利民举措'}}],
  },
];

const AGENCIES: readonly Entry[] = agencies.map(({id, name, region}) => ({
  hit: {
    type: 'agency',
    id,
    link: `/api/v1/agencies#${id}`,
    title: name,
    agency: id,
    agencyName: name,
    region,
    regionName: regionName(region),
    demo: true,
  },
  texts: [],
}));

const RANKS: readonly SearchHit['why'][] = ['doc-number', 'exact-title', 'title-phrase', 'all-terms', 'phrase', 'most-terms', 'synonym'];
/** Best reason first; then words that stand together, then what is in force. */
function rank(hits: SearchHit[]): SearchHit[] {
  const together = ({highlights}: SearchHit): number => highlights.excerpt?.length ?? 0;
  const old = ({validity}: SearchHit): number => Number(validity !== undefined && validity !== 'in_force');
  return hits.sort((a, b) => RANKS.indexOf(a.why) - RANKS.indexOf(b.why) || together(b) - together(a) || old(a) - old(b));
}

/** The record as a result for these words, or nothing; `all` asks for every word. */
function match({hit, texts}: Entry, words: readonly string[], all: boolean): SearchHit | undefined {
  const whole = fold([hit.title, hit.docNumber ?? '', ...texts.map(({text}) => text)].join('\n'));
  const held = words.filter((word) => whole.includes(word));
  if (held.length === 0 || (all && held.length < words.length)) return undefined;
  const found = texts.filter(({text}) => matchRanges(text, held).length > 0);
  const heldIn = (one: string): number => words.filter((word) => fold(one).includes(word)).length;
  found.sort((a, b) => heldIn(b.text) - heldIn(a.text));
  const [best] = found;
  const articles = found.flatMap(({article}) => (article ? [article] : []));
  const number = hit.docNumber && matchRanges(hit.docNumber, held);
  const title = matchRanges(hit.title, held);
  return {
    ...hit,
    why: !all
      ? 'most-terms'
      : number && number.length > 0
        ? 'doc-number'
        : fold(hit.title) === words.join(' ')
          ? 'exact-title'
          : title.length > 0
            ? 'title-phrase'
            : 'phrase',
    ...(best ? {excerpt: best.text} : {}),
    ...(articles[0] ? {article: articles[0]} : {}),
    ...(articles.length > 1 ? {moreArticles: articles.slice(1, 5)} : {}),
    highlights: {title, ...(number ? {docNumber: number} : {}), ...(best ? {excerpt: matchRanges(best.text, held)} : {})},
  };
}

const stem = (code: string): string => code.replace(/(00){1,2}$/, '');
const KEYS: Readonly<Record<string, (hit: SearchHit) => readonly string[]>> = {
  type: (hit) => [hit.type],
  agency: (hit) => [hit.agency!],
  region: (hit) => regions.filter(({id}) => hit.region!.startsWith(stem(id))).map(({id}) => id),
  validity: (hit) => (hit.validity ? [hit.validity] : []),
};
const LABELS: Readonly<Record<string, (value: string) => string>> = {
  type: (value) => TYPE_LABELS[value as keyof typeof TYPE_LABELS],
  agency: (value) => agencies.find(({id}) => id === value)!.name,
  region: regionName,
  validity: (value) => VALIDITY_LABELS[value]!,
};

function passes(hit: SearchHit, params: URLSearchParams, but: readonly string[] = []): boolean {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '9'];
  if ((from || params.get('to')) && !(hit.date && hit.date >= from && hit.date <= to)) return false;
  return Object.entries(KEYS).every(([name, keys]) => {
    const wanted = params.get(name)?.split(',') ?? [];
    return but.includes(name) || wanted.length === 0 || keys(hit).some((key) => wanted.includes(key));
  });
}

function facet(hits: readonly SearchHit[], params: URLSearchParams, name: string): Facet {
  const counts = new Map<string, number>();
  for (const hit of hits) if (passes(hit, params, [name])) for (const key of KEYS[name]!(hit)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({value, count, label: LABELS[name]!(value)})).sort((a, b) => b.count - a.count);
}

interface Found {
  hits: SearchHit[];
  partial: boolean;
  didYouMean: SearchResults['didYouMean'];
  variants: SearchVariant[];
}

function find(entries: readonly Entry[], q: string): Found {
  const words = queryWords(q);
  const look = (text: readonly string[], all = true): SearchHit[] => entries.flatMap((entry) => match(entry, text, all) ?? []);
  const also = Object.entries(SYNONYMS).filter(([lay]) => fold(q).includes(lay));
  const variants: SearchVariant[] = also.map(([, text]) => ({kind: 'synonym', text, total: look([text]).length}));
  const hits = look(words);
  for (const {text} of variants)
    for (const hit of look([text])) if (!hits.some(({id}) => id === hit.id)) hits.push({...hit, why: 'synonym'});
  if (hits.length > 0) return {hits: rank(hits), partial: false, didYouMean: null, variants};
  const most = words.length > 1 ? look(words, false) : [];
  if (most.length > 0) return {hits: rank(most), partial: true, didYouMean: null, variants};
  const [text, reason] = SPELLINGS[fold(q)] ?? [];
  if (!text || !reason) return {hits, partial: false, didYouMean: null, variants};
  const near = look([text]).map((hit) => ({...hit, why: 'corrected' as const}));
  return {hits: near, partial: false, didYouMean: {text, reason}, variants: [{kind: 'corrected', text, total: near.length}]};
}

const entriesOf = (docs: readonly DocumentDetail[], items: readonly CatalogItem[]): Entry[] => [
  ...docs.map(ofDocument),
  ...items.map(ofItem),
  ...INTERPRETATIONS,
  ...AGENCIES,
];

export function searchAll(params: URLSearchParams, docs: readonly DocumentDetail[], items: readonly CatalogItem[]): SearchResults {
  const {hits, ...notes} = find(entriesOf(docs, items), params.get('q') ?? '');
  const kept = hits.filter((hit) => passes(hit, params));
  if (params.get('sort') === '-date') kept.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const limit = Number(params.get('limit') ?? 20);
  const start = Number(params.get('cursor')?.slice(1) ?? 0);
  return {
    items: kept.slice(start, start + limit),
    total: kept.length,
    wider: hits.filter((hit) => passes(hit, params, ['agency', 'region'])).length,
    nextCursor: start + limit < kept.length ? `c${start + limit}` : null,
    prevCursor: start > 0 ? `c${Math.max(0, start - limit)}` : null,
    ...notes,
    facets: {
      type: facet(hits, params, 'type'),
      agency: facet(hits, params, 'agency'),
      region: facet(hits, params, 'region'),
      validity: facet(hits, params, 'validity'),
    },
  };
}

export function suggestAll(params: URLSearchParams, docs: readonly DocumentDetail[], items: readonly CatalogItem[]): SuggestionList {
  const q = fold(params.get('q') ?? '');
  if (!q) return {items: HOT.map((text) => ({kind: 'hot', text}))};
  const terms = Object.entries(SYNONYMS).filter(([lay]) => lay.startsWith(q));
  const numbers = docs.flatMap(({docNumber, id}) => (docNumber && fold(docNumber).includes(q) ? [{docNumber, id}] : []));
  const titles = entriesOf(docs, items).filter(({hit}) => fold(hit.title).includes(q));
  const found: Suggestion[] = [
    ...terms.map(([, text]) => ({kind: 'term' as const, text})),
    ...numbers.map(({docNumber, id}) => ({
      kind: 'doc-number' as const,
      text: docNumber,
      type: 'document' as const,
      id,
      highlights: matchRanges(docNumber, [q]),
    })),
    ...titles.map(({hit}) => ({
      kind: 'title' as const,
      text: hit.title,
      type: hit.type,
      id: hit.id,
      highlights: matchRanges(hit.title, [q]),
    })),
  ];
  return {items: found.filter(({text}, i) => found.findIndex((other) => other.text === text) === i).slice(0, 8)};
}
