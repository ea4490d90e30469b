/** Catalogue items: found by both matters, what they disclose, on what basis, and whose they are. */
import type {CatalogItemInput} from '@zwgk/contract';
import {API_BASE} from '../../config.ts';
import type {HitFields, SearchEntry, SearchSource} from './source.ts';

const BATCH = 500;

export const catalogEntry = (owner: number, agency: number, agencyName: string, item: CatalogItemInput): SearchEntry => ({
  owner,
  agency,
  title: item.level2,
  text: [
    item.level1,
    ...item.contentElements,
    ...item.legalBasis.flatMap((basis) => [basis.title, ...basis.docNumbers]),
    ...(item.topics ?? []),
    agencyName,
  ].join('\n'),
  date: item.lastPublishedOn,
  citedNumbers: item.legalBasis.flatMap(({docNumbers}) => docNumbers),
});

export const catalogSource: SearchSource = {
  type: 'catalog_item',
  label: '公开事项',

  async *entries(db) {
    for (let after = 0; ;) {
      const rows = await db
        .selectFrom('catalog_items')
        .innerJoin('agencies', 'agencies.row', 'catalog_items.agency')
        .select(['catalog_items.row', 'agency', 'name', 'catalog_items.data'])
        .where('removed', '=', 0)
        .where('catalog_items.row', '>', after)
        .orderBy('catalog_items.row')
        .limit(BATCH)
        .execute();
      if (rows.length === 0) return;
      yield rows.map(({row, agency, name, data}) => catalogEntry(row, agency, name, JSON.parse(data) as CatalogItemInput));
      after = rows.at(-1)!.row;
    }
  },

  async hits(db, owners) {
    const rows = await db.selectFrom('catalog_items').select(['row', 'id', 'demo', 'data']).where('row', 'in', owners).execute();
    return new Map(rows.map(({row, id, demo, data}) => [row, fields(id, demo, JSON.parse(data) as CatalogItemInput)]));
  },
};

const fields = (id: string, demo: number, item: CatalogItemInput): HitFields => ({
  id,
  link: `${API_BASE}/catalog/items/${id}`,
  title: item.level2,
  ...(item.lastPublishedOn === undefined ? {} : {date: item.lastPublishedOn}),
  disclosure: item.disclosure,
  summary: [item.level1, ...item.contentElements].join('；'),
  ...(demo ? {demo: true} : {}),
});
