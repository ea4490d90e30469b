/** The catalogue: browse (R2.2), read one item, and keep it up to date (staff, R2.1–R2.5). */
import {randomUUID} from 'node:crypto';
import type {CatalogItem, CatalogItemDetail, CatalogItemInput} from '@zwgk/contract';
import {reasonMissing} from '@zwgk/rules';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {address, pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';

const LIST = `${API_BASE}/catalog/items`;
/** A long filter stands in every link; proxies refuse long headers, and the alternates can be told from the address. */
const MOST_LINK_CHARS = 2048;
/** Parameters of a page, which the feed and the export of the same filter do not take. */
const PAGING = {cursor: undefined, limit: undefined, facets: undefined};

export function catalogItemRoutes(api: Api, deps: Dependencies): void {
  readRoutes(api, deps);
  writeRoutes(api, deps);
}

function readRoutes(api: Api, {store}: Dependencies): void {
  api.on('listCatalogItems', async ({query, url, today}) => {
    const body = await store.listCatalogItems(query, today);
    const feed = address(url, {...PAGING, sort: undefined}, `${API_BASE}/catalog/feed`);
    const table = address(url, PAGING, `${API_BASE}/catalog/export`);
    const pages = pageLinks(url, body);
    const others = `<${feed}>; rel="alternate"; type="application/atom+xml", <${table}>; rel="alternate"; type="text/csv"`;
    const all = `${pages}, ${others}`;
    return {body, headers: {Link: all.length > MOST_LINK_CHARS ? pages : all}};
  });

  api.on('getCatalogItem', async ({path, today}) => {
    const item = await store.getCatalogItem(path.id, today);
    if (!item) throw new ProblemError('not-found');
    const agency = await store.findAgency(item.publisher);
    const body: CatalogItemDetail = {
      item,
      history: await store.catalogItemHistory(path.id),
      documents: await store.documentsOfItem(path.id),
      ...(agency ? {agency} : {}),
    };
    return {body, version: item.version, headers: {Link: linkHeader({self: `${LIST}/${item.id}`, collection: LIST})}};
  });
}

function writeRoutes(api: Api, {store}: Dependencies): void {
  /** The item that a write is about, when the writer may touch it and means its current version. */
  const writable = async (id: string, staff: string, version: number | 'any', today: string): Promise<CatalogItem> => {
    const item = await store.getCatalogItem(id, today);
    if (!item) throw new ProblemError('not-found');
    mustOwn(staff, item.publisher);
    if (version !== 'any' && version !== item.version) throw new ProblemError('precondition-failed');
    return item;
  };

  api.on('createCatalogItem', async ({body, staff, now, today}) => {
    mustOwn(staff, body.publisher);
    checkItem(body, today);
    const id = randomUUID();
    await store.saveCatalogItems([{id, input: body}], now);
    const item = await store.getCatalogItem(id, today);
    return {status: 201, body: item, version: item!.version, headers: {Location: `${LIST}/${id}`}};
  });

  api.on('replaceCatalogItem', async ({path: {id}, body, staff, version, now, today}) => {
    const old = await writable(id, staff, version, today);
    mustOwn(staff, body.publisher);
    checkItem(body, today);
    const record = {id, input: body, ...(old.demo ? {demo: true} : {})};
    if (!(await store.replaceCatalogItem(record, old.version, now))) throw new ProblemError('precondition-failed');
    const item = await store.getCatalogItem(id, today);
    return {body: item, version: item!.version};
  });

  api.on('removeCatalogItem', async ({path: {id}, staff, version, now, today}) => {
    const old = await writable(id, staff, version, today);
    if (!(await store.removeCatalogItem(id, old.version, now))) throw new ProblemError('precondition-failed');
    return {status: 204};
  });
}

/** What the schema cannot say: a reason for what is kept back (R3.4), a period exactly where the limit has one (R2.3), no day to come. */
function checkItem(input: CatalogItemInput, today: string): void {
  if (reasonMissing(input)) {
    throw new ProblemError('reason-required', {
      errors: [{path: '/disclosureReason', code: 'reason-required', message: '不是主动公开的，要写明理由和依据。'}],
    });
  }
  const {kind, days, unit} = input.timeLimit;
  const hasPeriod = kind === 'within' || kind === 'posted_for';
  if (hasPeriod !== (days !== undefined) || hasPeriod !== (unit !== undefined)) {
    throw new ProblemError('rule-violated', {
      errors: [{path: '/timeLimit', code: 'rule-violated', message: '有期限的公开时限要写明天数和单位，没有期限的不写。'}],
    });
  }
  if (input.informationOn !== undefined && input.informationOn > today) {
    throw new ProblemError('rule-violated', {
      errors: [{path: '/informationOn', code: 'rule-violated', message: '信息形成或者变更日期不能晚于今天。'}],
    });
  }
}
