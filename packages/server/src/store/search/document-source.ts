/** Documents: found by their header, and by each section where the body is public (R3.4). */
import type {Block, DocumentMeta, Section} from '@zwgk/contract';
import {bodyIsPublic, findDocNumbers, isDraft} from '@zwgk/rules';
import {API_BASE} from '../../config.ts';
import type {HitFields, SearchEntry, SearchSource} from './source.ts';

const BATCH = 50;

const blockText = (block: Block): string => ('text' in block ? block.text : 'html' in block ? block.html.replace(/<[^>]*>/g, ' ') : '');

export function documentEntry(owner: number, agency: number, meta: DocumentMeta, body: readonly Section[]): SearchEntry {
  const open = bodyIsPublic(meta.disclosure);
  const numbers = [meta.docNumber, ...(meta.docNumbers ?? [])].filter((number) => number !== undefined);
  const sections = body.map(({id, label, heading, blocks}) => ({
    id,
    ...(label === undefined ? {} : {label}),
    ...(heading === undefined ? {} : {heading}),
    text: blocks.map(blockText).filter(Boolean).join('\n'),
  }));
  return {
    owner,
    agency,
    title: meta.title,
    text: [
      ...numbers,
      meta.indexNo,
      meta.issuerName,
      ...(meta.coIssuers ?? []),
      ...meta.subject,
      ...(open ? [...(meta.keywords ?? []), ...(meta.promulgation ?? []), meta.abstract] : []),
    ]
      .filter(Boolean)
      .join('\n'),
    date: meta.publishedOn,
    validity: isDraft(meta) ? undefined : meta.validity,
    numbers,
    otherNumbers: open ? findDocNumbers((meta.promulgation ?? []).join('\n')) : [],
    sections: open ? sections.filter(({text}) => text !== '') : [],
  };
}

export const documentSource: SearchSource = {
  type: 'document',
  label: '文件',

  async *entries(db) {
    for (let after = 0; ;) {
      const rows = await db
        .selectFrom('documents')
        .innerJoin('agencies', 'agencies.id', 'documents.issuer')
        .select(['documents.row', 'agencies.row as agency', 'meta', 'body'])
        .where('removed', '=', 0)
        .where('documents.row', '>', after)
        .orderBy('documents.row')
        .limit(BATCH)
        .execute();
      if (rows.length === 0) return;
      yield rows.map(({row, agency, meta, body}) =>
        documentEntry(row, agency, JSON.parse(meta) as DocumentMeta, JSON.parse(body) as Section[]),
      );
      after = rows.at(-1)!.row;
    }
  },

  async hits(db, owners) {
    const rows = await db.selectFrom('documents').select(['row', 'id', 'demo', 'meta']).where('row', 'in', owners).execute();
    return new Map(rows.map(({row, id, demo, meta}) => [row, fields(id, demo, JSON.parse(meta) as DocumentMeta)]));
  },
};

const fields = (id: string, demo: number, meta: DocumentMeta): HitFields => ({
  id,
  link: `${API_BASE}/documents/${id}`,
  title: meta.title,
  ...(meta.docNumber === undefined ? {} : {docNumber: meta.docNumber}),
  date: meta.publishedOn,
  ...(isDraft(meta) ? {} : {validity: meta.validity}),
  disclosure: meta.disclosure,
  ...(meta.abstract !== undefined && bodyIsPublic(meta.disclosure) ? {summary: meta.abstract} : {}),
  ...(demo ? {demo: true} : {}),
});
