/** The store's import side in memory, for tests of the importers. */
import {isDeepStrictEqual} from 'node:util';
import type {
  Agency,
  CatalogItem,
  CatalogItemList,
  CatalogQuery,
  DocumentDetail,
  DocumentList,
  DocumentVersion,
  Interpretation,
  Region,
  Section,
} from '@zwgk/contract';
import {bodyIsPublic} from '@zwgk/rules';
import type {
  CatalogRecord,
  DocumentRecord,
  InterpretationRecord,
  RepostRecord,
  SaveResult,
  Store,
  StoredVersion,
} from '../../store/store.ts';
import type {DocumentTarget} from '../import-documents.ts';
import type {InterpretationTarget} from '../import-interpretations.ts';

type Used = 'saveRegions' | 'saveAgencies' | 'saveCatalogItems' | 'getCatalogItem' | 'saveReposts';

export class MemoryStore implements Pick<Store, Used>, DocumentTarget, InterpretationTarget {
  readonly regions = new Map<string, Region>();
  readonly agencies = new Map<string, Agency>();
  readonly items = new Map<string, CatalogRecord>();
  readonly documents = new Map<string, DocumentRecord>();
  /** Every version of a document, oldest first. */
  readonly versions = new Map<string, DocumentRecord[]>();
  readonly interpretations = new Map<string, InterpretationRecord>();
  readonly reposts = new Map<string, RepostRecord>();

  constructor(...agencies: Agency[]) {
    for (const agency of agencies) this.agencies.set(agency.id, agency);
  }

  saveRegions(regions: readonly Region[]): Promise<SaveResult> {
    return Promise.resolve(save(this.regions, regions));
  }

  saveAgencies(agencies: readonly Agency[]): Promise<SaveResult> {
    return Promise.resolve(save(this.agencies, agencies));
  }

  findAgency(code: string): Promise<Agency | undefined> {
    return Promise.resolve([...this.agencies.values()].find(({id, uscc, name}) => [id, uscc, name].includes(code)));
  }

  saveCatalogItems(records: readonly CatalogRecord[], _now: string, complete?: string): Promise<SaveResult & {removed: number}> {
    const saved = save(this.items, records);
    const kept = new Set(records.map(({id}) => id));
    const gone = [...this.items.values()].filter(({id, input}) => input.publisher === complete && !kept.has(id));
    for (const {id} of gone) this.items.delete(id);
    return Promise.resolve({...saved, removed: gone.length});
  }

  getCatalogItem(id: string): Promise<CatalogItem | undefined> {
    const record = this.items.get(id);
    return Promise.resolve(record && ({id, ...record.input} as CatalogItem));
  }

  /** Answers what the document importer asks: items of one agency and matter. */
  listCatalogItems({agency, matter}: CatalogQuery): Promise<CatalogItemList> {
    const found = [...this.items.values()].filter(({input}) => agency?.includes(input.publisher) && matter?.includes(input.level1));
    const items = found.map(({id, input}) => ({id, ...input})) as CatalogItemList['items'];
    return Promise.resolve({items, total: items.length, nextCursor: null, prevCursor: null});
  }

  issuerOfDocument(id: string): Promise<string | undefined> {
    return Promise.resolve(this.documents.get(id)?.meta.issuer);
  }

  saveDocuments(records: readonly DocumentRecord[]): Promise<SaveResult> {
    for (const record of records) {
      const versions = this.versions.get(record.id) ?? [];
      if (!isDeepStrictEqual(versions.at(-1), record)) this.versions.set(record.id, [...versions, record]);
    }
    return Promise.resolve(save(this.documents, records));
  }

  getDocument(id: string): Promise<DocumentDetail | undefined> {
    const record = this.documents.get(id);
    const body = record && bodyIsPublic(record.meta.disclosure) ? {body: [...record.body]} : {};
    const detail = record && {id, ...record.meta, ...body, version: this.versions.get(id)!.length};
    return Promise.resolve(detail as DocumentDetail | undefined);
  }

  /** Answers what the interpretation importer asks: documents that may have a number. */
  async listDocuments(): Promise<DocumentList> {
    const items = await Promise.all([...this.documents.keys()].map((id) => this.getDocument(id)));
    return {items: items as DocumentList['items'], total: items.length, nextCursor: null, prevCursor: null};
  }

  listDocumentVersions(id: string): Promise<DocumentVersion[] | undefined> {
    const versions = this.versions.get(id)?.map((_, i) => ({version: i + 1, at: ''}));
    return Promise.resolve(versions?.reverse());
  }

  documentVersionText(id: string, version: number): Promise<Section[] | undefined> {
    const record = this.versions.get(id)?.[version - 1];
    return Promise.resolve(record && [...record.body]);
  }

  getInterpretation(id: string): Promise<Interpretation | undefined> {
    return Promise.resolve(this.interpretations.get(id)?.input as Interpretation | undefined);
  }

  saveInterpretations(records: readonly InterpretationRecord[]): Promise<SaveResult> {
    return Promise.resolve(save(this.interpretations, records));
  }

  saveReposts(records: readonly RepostRecord[]): Promise<SaveResult> {
    return Promise.resolve(save(this.reposts, records));
  }

  versionsOf(issuer: string): Promise<StoredVersion[]> {
    const versions = [...this.documents.values()].map(({id, meta}): StoredVersion => ({id, ...meta}));
    return Promise.resolve(versions.filter((version) => version.issuer === issuer));
  }

  amendDocuments(ids: readonly string[]): Promise<number> {
    for (const id of ids) {
      const record = this.documents.get(id)!;
      this.documents.set(id, {...record, meta: {...record.meta, validity: 'amended'}});
    }
    return Promise.resolve(ids.length);
  }
}

function save<T extends {readonly id: string}>(into: Map<string, T>, records: readonly T[]): SaveResult {
  const result = {added: 0, changed: 0, unchanged: 0};
  for (const record of records) {
    const old = into.get(record.id);
    result[!old ? 'added' : isDeepStrictEqual(old, record) ? 'unchanged' : 'changed']++;
    into.set(record.id, record);
  }
  return result;
}

/** An agency for tests. */
export const testAgency = (more: Partial<Agency> = {}): Agency => ({
  id: 'a1',
  name: '青禾县教育局',
  shortName: '县教育局',
  uscc: '113200009999990157',
  level: 'county',
  region: '990121',
  kind: 'government',
  applicability: 'applies',
  office: {name: '办公室', phone: '0999-5550100'},
  demo: true,
  ...more,
});
