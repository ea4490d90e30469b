/** Reads of interpretations: only of those whose document is public, so that none repeats a text that is not (R3.4). */
import type {
  Interpretation,
  InterpretationInput,
  InterpretationLink,
  InterpretationList,
  InterpretationMeta,
  InterpretationQuery,
  InterpretationSummary,
} from '@zwgk/contract';
import {sql, type Kysely} from 'kysely';
import {publicDocuments} from './document-links.ts';
import {newestPage} from './newest.ts';
import type {Schema} from './schema.ts';
import {searchQuery} from './search-text.ts';

/** What the contract gives of one document; the newest, where there are more. */
const MOST_OF_A_DOCUMENT = 100;
const COLUMNS = ['row', 'id', 'version', 'updated_at', 'demo', 'meta', 'published_on'] as const;

type Content = Required<Pick<InterpretationInput, 'facets' | 'questions' | 'media'>>;

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly demo: 0 | 1;
  readonly meta: string;
}

const head = ({id, version, updated_at, demo, meta}: Stored) => ({
  id,
  ...(JSON.parse(meta) as InterpretationMeta),
  version,
  updatedAt: updated_at,
  ...(demo ? {demo: true} : {}),
});

const whole = (stored: Stored & {readonly content: string}): Interpretation => ({
  ...head(stored),
  ...(JSON.parse(stored.content) as Content),
});

/** The interpretations that may be read. */
export const publicInterpretations = (db: Kysely<Schema>) =>
  db
    .selectFrom('interpretations')
    .where('interpretations.removed', '=', 0)
    .where('interpretations.document', 'in', publicDocuments(db).select('documents.row'));

const ofDocument = (db: Kysely<Schema>, document: number) =>
  publicInterpretations(db)
    .where('document', '=', document)
    .orderBy('published_on', 'desc')
    .orderBy('row', 'desc')
    .limit(MOST_OF_A_DOCUMENT);

/** The links of a document to whatever explains it, oldest first (R4.5). */
export async function linksOf(db: Kysely<Schema>, document: number): Promise<InterpretationLink[]> {
  const rows = await ofDocument(db, document).select(['id', 'meta']).execute();
  return rows.reverse().map(({id, meta}) => {
    const {title, phase, forms, publishedOn, url} = JSON.parse(meta) as InterpretationMeta;
    return {id, title, phase, forms, publishedOn, ...(url === undefined ? {} : {url})};
  });
}

/** Everything that explains a document, oldest first. */
export async function interpretationsOf(db: Kysely<Schema>, document: number): Promise<Interpretation[]> {
  const rows = await ofDocument(db, document)
    .select([...COLUMNS, 'content'])
    .execute();
  return rows.reverse().map(whole);
}

/** An interpretation, and the row of its document. */
export async function readInterpretation(
  db: Kysely<Schema>,
  id: string,
): Promise<{interpretation: Interpretation; document: number} | undefined> {
  const stored = await publicInterpretations(db)
    .select([...COLUMNS, 'content', 'document'])
    .where('id', '=', id)
    .executeTakeFirst();
  return stored && {interpretation: whole(stored), document: stored.document};
}

export async function listInterpretations(db: Kysely<Schema>, query: InterpretationQuery): Promise<InterpretationList> {
  const {rows, ...page} = await newestPage(filtered(db, query), 'published_on', query, (some) =>
    some
      .select(COLUMNS)
      .select((eb) => eb.selectFrom('documents').select('documents.meta').whereRef('documents.row', '=', 'document').as('of'))
      .execute(),
  );
  const items = rows.map(({of, ...stored}): InterpretationSummary => {
    const {title, docNumber} = JSON.parse(of!) as {title: string; docNumber?: string};
    return {...head(stored), documentTitle: title, ...(docNumber === undefined ? {} : {docNumber})};
  });
  return {items, ...page};
}

function filtered(db: Kysely<Schema>, query: InterpretationQuery) {
  let matching = publicInterpretations(db);
  const search = searchQuery(query.q);
  if (search)
    matching = matching.where(
      'row',
      'in',
      sql<number>`(select rowid from interpretation_search where interpretation_search match ${search.match})`,
    );
  const {document, phase, form, audience} = query;
  if (document !== undefined)
    matching = matching.where('document', 'in', (eb) =>
      eb.selectFrom('documents').select('documents.row').where('documents.id', '=', document),
    );
  if (phase) matching = matching.where('phase', 'in', phase);
  for (const [path, values] of [
    ['$.forms', form],
    ['$.audience', audience],
  ] as const)
    if (values)
      matching = matching.where(sql<boolean>`exists (select 1 from json_each(meta, ${path}) where value in (${sql.join(values)}))`);
  return matching;
}
