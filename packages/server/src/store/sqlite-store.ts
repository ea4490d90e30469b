/** The embedded store: one SQLite file, no service to run. */
import type {
  Agency,
  CatalogChange,
  CatalogItem,
  CatalogItemList,
  CatalogItemVersion,
  CatalogQuery,
  ConsultationList,
  ConsultationQuery,
  ComparisonQuery,
  DocumentDetail,
  DocumentList,
  DocumentQuery,
  DocumentSummary,
  InterpretationInput,
  InterpretationQuery,
  Region,
  RepostQuery,
  SearchQuery,
  SearchResults,
  SuggestionList,
  SuggestQuery,
} from '@zwgk/contract';
import {CALENDAR_YEARS, WorkCalendar} from '@zwgk/rules';
import {SearchWords} from '@zwgk/rules/search-words';
import {sql} from 'kysely';
import type {Applications} from './applications/applications.ts';
import {openApplications, type PersonalOptions} from './applications/open.ts';
import {reindexAgency} from './catalog-index.ts';
import {catalogHistory, listChanges} from './catalog-log.ts';
import {CatalogReader, type CatalogPolicy} from './catalog-read.ts';
import {CatalogWriter} from './catalog-write.ts';
import {Comparisons} from './comparisons.ts';
import {Consultations} from './consultations/consultations.ts';
import {listConsultations} from './consultations/list.ts';
import * as directory from './directory.ts';
import * as versions from './document-versions.ts';
import * as documentWrites from './documents-write.ts';
import * as documents from './documents.ts';
import {InterpretationReader} from './interpretation-reader.ts';
import * as interpretations from './interpretations-write.ts';
import {listInterpretations} from './interpretations.ts';
import {migrate} from './migrations.ts';
import * as reposts from './reposts.ts';
import {ensureIndex} from './search/index-writer.ts';
import {SearchReader} from './search/search-reader.ts';
import {SqliteBase} from './sqlite-base.ts';
import {TextLinks} from './text-links.ts';
import type {
  CatalogRecord,
  ChangesQuery,
  DocumentRecord,
  InterpretationRecord,
  Page,
  RepostRecord,
  SaveResult,
  Store,
  StoredVersion,
} from './store.ts';

const DEFAULT_POLICY: CatalogPolicy = {dueSoon: 3, changeMark: 30};

export class SqliteStore extends SqliteBase implements Store {
  readonly #catalog: CatalogReader;
  readonly #search: SearchReader;
  readonly #textLinks: TextLinks;
  readonly #comparisons: Comparisons;
  readonly #interpretations: InterpretationReader;
  readonly applications: Applications;
  readonly consultations: Consultations;

  /**
   * @param file Database file; made when missing. Call `migrate` before anything else.
   * @param words The citizens' words that the search knows.
   * @throws when the file cannot be opened or is no database.
   */
  constructor(file: string, policy: CatalogPolicy = DEFAULT_POLICY, words = new SearchWords(), personal: PersonalOptions = {}) {
    super(file);
    const {reader} = this.connections;
    const calendar = new WorkCalendar(CALENDAR_YEARS);
    this.#catalog = new CatalogReader(reader, calendar, policy);
    this.#search = new SearchReader(reader, words);
    this.#textLinks = new TextLinks(reader);
    this.#comparisons = new Comparisons(reader);
    this.#interpretations = new InterpretationReader(reader);
    this.applications = openApplications(this.connections, file, calendar, personal);
    this.consultations = new Consultations(this.connections, personal.vault, this.applications.uploads);
  }

  async migrate(): Promise<void> {
    await migrate(this.connections.writer);
    await ensureIndex(this.connections.writer);
    // From here on transactions wait by themselves, without holding up the readers.
    await sql`pragma busy_timeout = 50`.execute(this.connections.writer);
    await this.applications.noteKey(new Date().toISOString());
  }

  dataVersion(): Promise<number> {
    return this.#catalog.dataVersion();
  }

  saveRegions(regions: readonly Region[]): Promise<SaveResult> {
    return this.write((tx) => directory.saveRegions(tx, regions), didChange);
  }

  saveAgencies(agencies: readonly Agency[]): Promise<SaveResult> {
    return this.write(async (tx) => {
      const {result, renamed} = await directory.saveAgencies(tx, agencies);
      for (const row of renamed) await reindexAgency(tx, row);
      return result;
    }, didChange);
  }

  async listRegions(query: Parameters<Store['listRegions']>[0]): Promise<Page<Region>> {
    return directory.listRegions(await this.#catalog.directory(), query);
  }

  async listAgencies(query: Parameters<Store['listAgencies']>[0]): Promise<Page<Agency>> {
    const wanted = query.applications && (await this.applications.opens());
    return directory.listAgencies(this.connections.reader, await this.#catalog.directory(), query, wanted);
  }

  findAgency(code: string): Promise<Agency | undefined> {
    return directory.findAgency(this.connections.reader, code);
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
    return catalogHistory(this.connections.reader, id);
  }

  async listCatalogChanges(query: ChangesQuery): Promise<Page<CatalogChange>> {
    return listChanges(this.connections.reader, await this.#catalog.directory(), query);
  }

  saveCatalogItems(records: readonly CatalogRecord[], now: string, complete?: string): Promise<SaveResult & {removed: number}> {
    return this.write(
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
    return this.write(async (tx) => {
      const writer = new CatalogWriter(tx, now);
      if (!(await writer.at(record.id, version))) return false;
      await writer.save([record]);
      return true;
    }, Boolean);
  }

  removeCatalogItem(id: string, version: number, now: string): Promise<boolean> {
    return this.write(async (tx) => {
      const writer = new CatalogWriter(tx, now);
      const old = await writer.at(id, version);
      if (old) await writer.remove(old);
      return old !== undefined;
    }, Boolean);
  }

  async listDocuments(query: DocumentQuery): Promise<DocumentList> {
    return documents.listDocuments(this.connections.reader, await this.#catalog.directory(), query);
  }

  documentsOfItem(itemId: string): Promise<DocumentSummary[]> {
    return documents.documentsOfItem(this.connections.reader, itemId);
  }

  getDocument(id: string): Promise<DocumentDetail | undefined> {
    return documents.getDocument(this.connections.reader, this.#textLinks, id);
  }

  issuerOfDocument(id: string): Promise<string | undefined> {
    return documents.issuerOfDocument(this.connections.reader, id);
  }

  saveDocuments(records: readonly DocumentRecord[], now: string): Promise<SaveResult> {
    return this.write((tx) => documentWrites.saveDocuments(tx, records, now), didChange);
  }

  versionsOf(issuer: string): Promise<StoredVersion[]> {
    return documents.versionsOf(this.connections.reader, issuer);
  }

  amendDocuments(ids: readonly string[], now: string): Promise<number> {
    return this.write((tx) => documentWrites.amendDocuments(tx, ids, now), Boolean);
  }

  replaceDocument(record: DocumentRecord, version: number, now: string): Promise<boolean> {
    return this.writeIf(
      (tx) => documents.documentIsAt(tx, record.id, version),
      (tx) => documentWrites.saveDocuments(tx, [record], now),
    );
  }

  removeDocument(id: string, version: number, now: string): Promise<boolean> {
    return this.writeIf(
      (tx) => documents.documentIsAt(tx, id, version),
      (tx) => documentWrites.removeDocument(tx, id, now),
    );
  }

  listDocumentVersions(id: string): ReturnType<Store['listDocumentVersions']> {
    return versions.listVersions(this.connections.reader, id);
  }

  async documentVersionText(id: string, version: number): ReturnType<Store['documentVersionText']> {
    return (await versions.olderText(this.connections.reader, id, version))?.body;
  }

  compareDocument(id: string, query: ComparisonQuery): ReturnType<Store['compareDocument']> {
    return this.#comparisons.compare(id, query);
  }

  compareTexts(...texts: Parameters<Store['compareTexts']>): ReturnType<Store['compareTexts']> {
    return this.#comparisons.between(...texts);
  }

  documentInterpretations(id: string): ReturnType<Store['documentInterpretations']> {
    return this.#interpretations.ofDocument(id);
  }

  listInterpretations(query: InterpretationQuery): ReturnType<Store['listInterpretations']> {
    return listInterpretations(this.connections.reader, query);
  }

  getInterpretation(id: string): ReturnType<Store['getInterpretation']> {
    return this.#interpretations.get(id);
  }

  async anchorFaults(input: Pick<InterpretationInput, 'document' | 'facets'>): ReturnType<Store['anchorFaults']> {
    return (await interpretations.anchorFacets(this.connections.reader, input)).faults;
  }

  saveInterpretations(records: readonly InterpretationRecord[], now: string): Promise<SaveResult> {
    return this.write((tx) => interpretations.saveInterpretations(tx, records, now), didChange);
  }

  replaceInterpretation(record: InterpretationRecord, version: number, now: string): Promise<boolean> {
    return this.writeIf(
      (tx) => interpretations.interpretationIsAt(tx, record.id, version),
      (tx) => interpretations.saveInterpretations(tx, [record], now),
    );
  }

  removeInterpretation(id: string, version: number, now: string): Promise<boolean> {
    return this.writeIf(
      (tx) => interpretations.interpretationIsAt(tx, id, version),
      (tx) => interpretations.removeInterpretation(tx, id, now),
    );
  }

  async listConsultations(query: ConsultationQuery, now: number): Promise<ConsultationList> {
    const {policy} = this.consultations;
    return listConsultations(await this.consultations.heads(await this.dataVersion()), await this.#catalog.directory(), query, now, policy);
  }

  listReposts(query: RepostQuery): ReturnType<Store['listReposts']> {
    return reposts.listReposts(this.connections.reader, query);
  }

  getRepost(id: string): ReturnType<Store['getRepost']> {
    return reposts.getRepost(this.connections.reader, id);
  }

  saveReposts(records: readonly RepostRecord[]): Promise<SaveResult> {
    return this.write((tx) => reposts.saveReposts(tx, records), didChange);
  }

  removeRepost(id: string): Promise<boolean> {
    return this.write((tx) => reposts.removeRepost(tx, id), Boolean);
  }

  async search(query: SearchQuery): Promise<SearchResults> {
    const version = await this.dataVersion();
    return this.#search.search(query, version, await this.#catalog.directory());
  }

  async suggest(query: SuggestQuery): Promise<SuggestionList> {
    const version = await this.dataVersion();
    return this.#search.suggest(query, version, await this.#catalog.directory());
  }
}

const didChange = ({added, changed}: SaveResult): boolean => added + changed > 0;
