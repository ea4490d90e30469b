/** Interpretations: found by what they say, part by part; only where their document is public (R3.4). */
import {FACET_KINDS, type DocumentMeta, type Interpretation, type InterpretationMeta, type ProseBlock} from '@zwgk/contract';
import {sectionText} from '@zwgk/rules/passage';
import {sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool} from 'kysely';
import {API_BASE} from '../../config.ts';
import {publicInterpretations} from '../interpretations.ts';
import type {Schema} from '../schema.ts';
import type {HitFields, SearchEntry, SearchSection, SearchSource} from './source.ts';

/** The most that `interpretationEntries` answers; the next ones come after the last row. */
export const ENTRIES_AT_ONCE = 50;

type Content = Pick<Interpretation, 'facets' | 'questions' | 'media'>;

const prose = (blocks: readonly ProseBlock[]): string => sectionText({blocks: [...blocks]});

/** Its parts: a facet each, the questions, and what pictures and sound say. */
export function interpretationParts({facets, questions, media}: Content): SearchSection[] {
  const parts = facets.map(({kind, heading = FACET_KINDS[kind], explanations, changes = []}) => ({
    id: kind,
    heading,
    text: [...explanations.map(({blocks}) => prose(blocks)), ...changes.flatMap(({matter, before, after}) => [matter, before, after])].join(
      '\n',
    ),
  }));
  const asked = questions.flatMap(({question, answer}) => [question, prose(answer)]).join('\n');
  const told = media.flatMap(({title, alt, text, cues = []}) => [title, alt, text, ...cues.map((cue) => cue.text)]);
  return [
    ...parts,
    {id: 'questions', heading: '问答', text: asked},
    {id: 'media', heading: '图解和音视频', text: told.filter(Boolean).join('\n')},
  ].filter(({text}) => text !== '');
}

/** Entries of those interpretations that may be read and match. */
export async function interpretationEntries(
  db: Kysely<Schema>,
  which: (eb: ExpressionBuilder<Schema, 'interpretations'>) => Expression<SqlBool>,
): Promise<SearchEntry[]> {
  const rows = await publicInterpretations(db)
    .where(which)
    .innerJoin('documents', 'documents.row', 'interpretations.document')
    .innerJoin('agencies', 'agencies.id', 'documents.issuer')
    .select(['interpretations.row', 'interpretations.meta', 'content', 'documents.meta as of', 'agencies.row as issuer'])
    .select((eb) =>
      eb
        .selectFrom('agencies as named')
        .select('named.row')
        .where('named.name', '=', sql<string>`interpretations.meta ->> '$.responsible'`)
        .limit(1)
        .as('responsible'),
    )
    .orderBy('interpretations.row')
    .limit(ENTRIES_AT_ONCE)
    .execute();
  return rows.map(({row, meta, content, of, issuer, responsible}) =>
    entry(
      row,
      responsible ?? issuer,
      JSON.parse(meta) as InterpretationMeta,
      JSON.parse(content) as Content,
      JSON.parse(of) as DocumentMeta,
    ),
  );
}

function entry(owner: number, agency: number, meta: InterpretationMeta, content: Content, document: DocumentMeta): SearchEntry {
  const {docNumber, title} = document;
  return {
    owner,
    agency,
    title: meta.title,
    text: [title, docNumber, meta.responsible, ...(meta.coResponsible ?? []), ...(meta.audience ?? [])].filter(Boolean).join('\n'),
    date: meta.publishedOn,
    citedNumbers: docNumber === undefined ? [] : [docNumber],
    sections: interpretationParts(content),
  };
}

export const interpretationSource: SearchSource = {
  type: 'interpretation',
  label: '政策解读',

  async *entries(db) {
    for (let after = 0; ;) {
      const entries = await interpretationEntries(db, (eb) => eb('interpretations.row', '>', after));
      if (entries.length === 0) return;
      yield entries;
      after = entries.at(-1)!.owner;
    }
  },

  async hits(db, owners) {
    const rows = await publicInterpretations(db).select(['row', 'id', 'demo', 'meta']).where('row', 'in', owners).execute();
    return new Map(rows.map(({row, id, demo, meta}) => [row, fields(id, demo, JSON.parse(meta) as InterpretationMeta)]));
  },
};

const fields = (id: string, demo: number, {document, title, publishedOn}: InterpretationMeta): HitFields => ({
  id,
  link: `${API_BASE}/interpretations/${id}`,
  title,
  date: publishedOn,
  document,
  ...(demo ? {demo: true} : {}),
});
