/** The embedded store: one SQLite file, no service to run. */
import type {
  Agency,
  CatalogChange,
  CatalogItem,
  CatalogItemList,
  CatalogItemVersion,
  CatalogQuery,
  DocumentDetail,
  DocumentList,
  DocumentQuery,
  DocumentSummary,
  Region,
  SearchQuery,
  SearchResults,
  SuggestionList,
  SuggestQuery,
} from '@zwgk/contract';
import {CALENDAR_YEARS, WorkCalendar} from '@zwgk/rules';
import {SearchWords} from '@zwgk/rules/search-words';
import {sql, type Kysely} from 'kysely';
import {reindexAgency} from './catalog-index.ts';
import {catalogHistory, listChanges} from './catalog-log.ts';
import {CatalogReader, type CatalogPolicy} from './catalog-read.ts';
import {CatalogWriter} from './catalog-write.ts';
import {bump, openConnections, type Connections} from './connection.ts';
import * as directory from './directory.ts';
import * as documents from './documents.ts';
import {migrateToLatest} from './migrations.ts';
import type {Schema} from './schema.ts';
import {ensureIndex} from './search/index-writer.ts';
import {SearchReader} from './search/search-reader.ts';
import type {CatalogRecord, ChangesQuery, DocumentRecord, Page, SaveResult, Store, StoredVersion} from './store.ts';

const DEFAULT_POLICY: CatalogPolicy = {dueSoon: 3, changeMark: 30};

export class SqliteStore implements Store {
  readonly #connections: Connections;
  readonly #catalog: CatalogReader;
  readonly #search: SearchReader;

  /**
   * @param file Database file; made when missing. Call `migrate` before anything else.
   * @param words The citizens' words that the search knows.
   * @throws when the file cannot be opened or is no database.
   */
  constructor(file: string, policy: CatalogPolicy = DEFAULT_POLICY, words = new SearchWords()) {
    this.#connections = openConnections(file);
    this.#catalog = new CatalogReader(this.#connections.reader, new WorkCalendar(CALENDAR_YEARS), policy);
    this.#search = new SearchReader(this.#connections.reader, words);
  }

  async migrate(): Promise<void> {
    await migrateToLatest(this.#connections.writer);
    await ensureIndex(this.#connections.writer);
    // From here on transactions wait by themselves, without holding up the readers.
    await sql`pragma busy_timeout = 50`.execute(this.#connections.writer);
  }

  dataVersion(): Promise<number> {
    return this.#catalog.dataVersion();
  }

  close(): Promise<void> {
    return this.#connections.close();
  }

  async backup(file: string): Promise<void> {
    await sql`vacuum into ${file}`.execute(this.#connections.reader);
  }

  /** Runs `work` in one transaction and raises the data version when it says that something changed. */
  #write<T>(work: (tx: Kysely<Schema>) => Promise<T>, changed: (result: T) => boolean): Promise<T> {
    return this.#connections.writer.transaction().execute(async (tx) => {
      const result = await work(tx);
      if (changed(result)) await bump(tx, 'data');
      return result;
    });
  }

  saveRegions(regions: readonly Region[]): Promise<SaveResult> {
    return this.#write((tx) => directory.saveRegions(tx, regions), didChange);
  }

  saveAgencies(agencies: readonly Agency[]): Promise<SaveResult> {
    return this.#write(async (tx) => {
      const {result, renamed} = await directory.saveAgencies(tx, agencies);
      for (const row of renamed) await reindexAgency(tx, row);
      return result;
    }, didChange);
  }

  async listRegions(query: Parameters<Store['listRegions']>[0]): Promise<Page<Region>> {
    return directory.listRegions(await this.#catalog.directory(), query);
  }

  async listAgencies(query: Parameters<Store['listAgencies']>[0]): Promise<Page<Agency>> {
    return directory.listAgencies(this.#connections.reader, await this.#catalog.directory(), query);
  }

  findAgency(code: string): Promise<Agency | undefined> {
    return directory.findAgency(this.#connections.reader, code);
  }

  listCatalogItems(query: CatalogQuery, today: string): Promise<CatalogItemList> {
    return this.#catalog.list(query, today);
  }

  eachCatalogItem(query: CatalogQuery, today: string): AsyncIterable<CatalogItem[]> {
    return this.#catalog.each(query, today);
  }

  newestCatalogItems(query: CatalogQuery, today: string, count: number): Promise<CatalogItem[]> {
    return this.#catalog.newest(query, today, count);
  }

  getCatalogItem(id: string, today: string): Promise<CatalogItem | undefined> {
    return this.#catalog.get(id, today);
  }

  catalogItemHistory(id: string): Promise<CatalogItemVersion[]> {
    return catalogHistory(this.#connections.reader, id);
  }

  async listCatalogChanges(query: ChangesQuery): Promise<Page<CatalogChange>> {
    return listChanges(this.#connections.reader, await this.#catalog.directory(), query);
  }

  saveCatalogItems(records: readonly CatalogRecord[], now: string, complete?: string): Promise<SaveResult & {removed: number}> {
    return this.#write(
      async (tx) => {
        const writer = new CatalogWriter(tx, now);
        const result = await writer.save(records);
        const removed = complete === undefined ? 0 : await writer.removeOthers(complete, new Set(records.map(({id}) => id)));
        return {...result, removed};
      },
      (result) => didChange(result) || result.removed > 0,
    );
  }

  replaceCatalogItem(record: CatalogRecord, version: number, now: string): Promise<boolean> {
    return this.#write(async (tx) => {
      const writer = new CatalogWriter(tx, now);
      if (!(await writer.at(record.id, version))) return false;
      await writer.save([record]);
      return true;
    }, Boolean);
  }

  removeCatalogItem(id: string, version: number, now: string): Promise<boolean> {
    return this.#write(async (tx) => {
      const writer = new CatalogWriter(tx, now);
      const old = await writer.at(id, version);
      if (old) await writer.remove(old);
      return old !== undefined;
    }, Boolean);
  }

  async listDocuments(query: DocumentQuery): Promise<DocumentList> {
    return documents.listDocuments(this.#connections.reader, await this.#catalog.directory(), query);
  }

  documentsOfItem(itemId: string): Promise<DocumentSummary[]> {
    return documents.documentsOfItem(this.#connections.reader, itemId);
  }

  getDocument(id: string): Promise<DocumentDetail | undefined> {
    return documents.getDocument(this.#connections.reader, id);
  }

  issuerOfDocument(id: string): Promise<string | undefined> {
    return documents.issuerOfDocument(this.#connections.reader, id);
  }

  saveDocuments(records: readonly DocumentRecord[], now: string): Promise<SaveResult> {
    return this.#write((tx) => documents.saveDocuments(tx, records, now), didChange);
  }

  versionsOf(issuer: string): Promise<StoredVersion[]> {
    return documents.versionsOf(this.#connections.reader, issuer);
  }

  amendDocuments(ids: readonly string[], now: string): Promise<number> {
    return this.#write((tx) => documents.amendDocuments(tx, ids, now), Boolean);
  }

  replaceDocument(record: DocumentRecord, version: number, now: string): Promise<boolean> {
    return this.#write(async (tx) => {
      if (!(await documents.documentIsAt(tx, record.id, version))) return false;
      await documents.saveDocuments(tx, [record], now);
      return true;
    }, Boolean);
  }

  removeDocument(id: string, version: number, now: string): Promise<boolean> {
    return this.#write(async (tx) => {
      if (!(await documents.documentIsAt(tx, id, version))) return false;
      await documents.removeDocument(tx, id, now);
      return true;
    }, Boolean);
  }

  async search(query: SearchQuery): Promise<SearchResults> {
    const version = await this.dataVersion();
    return this.#search.search(query, version, await this.#catalog.directory());
  }

  async suggest(query: SuggestQuery): Promise<SuggestionList> {
    const version = await this.dataVersion();
    return this.#search.suggest(query, version, await this.#catalog.directory());
  }

  async listSites(): Promise<string[]> {
    const sites = await this.#connections.reader.selectFrom('sites').select('origin').orderBy('origin').execute();
    return sites.map(({origin}) => origin);
  }

  async saveSite(origin: string): Promise<void> {
    await this.#write(
      (tx) =>
        tx
          .insertInto('sites')
          .values({origin})
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      () => true,
    );
  }

  removeSite(origin: string): Promise<boolean> {
    return this.#write(async (tx) => {
      const {numDeletedRows} = await tx.deleteFrom('sites').where('origin', '=', origin).executeTakeFirst();
      return numDeletedRows > 0n;
    }, Boolean);
  }

  async agencyOfToken(tokenHash: string): Promise<string | undefined> {
    const found = await this.#connections.reader.selectFrom('tokens').select('agency').where('hash', '=', tokenHash).executeTakeFirst();
    return found?.agency;
  }

  async saveToken(tokenHash: string, agency: string, now: string): Promise<void> {
    const token = {hash: tokenHash, agency, created_at: now};
    await this.#write(
      (tx) => tx.insertInto('tokens').values(token).execute(),
      () => true,
    );
  }

  removeTokens(which: {readonly hash: string} | {readonly agency: string}): Promise<number> {
    const [column, value] = 'hash' in which ? (['hash', which.hash] as const) : (['agency', which.agency] as const);
    return this.#write(async (tx) => {
      const {numDeletedRows} = await tx.deleteFrom('tokens').where(column, '=', value).executeTakeFirst();
      return Number(numDeletedRows);
    }, Boolean);
  }
}

const didChange = ({added, changed}: SaveResult): boolean => added + changed > 0;
