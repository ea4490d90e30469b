/** Consultations: found by what they are about; never what the law keeps secret (R3.11). */
import type {ConsultationInput} from '@zwgk/contract';
import {chinaDate} from '@zwgk/rules';
import type {Kysely} from 'kysely';
import {API_BASE} from '../../config.ts';
import type {Schema} from '../schema.ts';
import type {SearchEntry, SearchSource} from './source.ts';

const listed = (db: Kysely<Schema>) => db.selectFrom('consultations').where('secret', '=', 0);

/** Entries of those that may be listed, of all or of these rows. */
export async function consultationEntries(db: Kysely<Schema>, rows?: readonly number[]): Promise<SearchEntry[]> {
  const found = await (rows ? listed(db).where('consultations.row', 'in', rows) : listed(db))
    .innerJoin('agencies', 'agencies.id', 'consultations.sponsor')
    .select(['consultations.row', 'consultations.data', 'opens_at', 'agencies.row as agency', 'agencies.name'])
    .orderBy('consultations.row')
    .execute();
  return found.map(({row, data, opens_at, agency, name}) => {
    const {title, explanation = '', basis = []} = JSON.parse(data) as ConsultationInput;
    return {
      owner: row,
      agency,
      title,
      text: [name, ...basis.map((each) => each.title)].join('\n'),
      date: chinaDate(Date.parse(opens_at!)),
      citedNumbers: basis.flatMap(({docNumber}) => (docNumber === undefined ? [] : [docNumber])),
      sections: explanation ? [{id: 'explanation', heading: '起草说明', text: explanation}] : [],
    };
  });
}

export const consultationSource: SearchSource = {
  type: 'consultation',
  label: '意见征集',

  async *entries(db) {
    yield await consultationEntries(db);
  },

  async hits(db, owners) {
    const rows = await listed(db).select(['row', 'id', 'demo', 'data', 'opens_at']).where('row', 'in', owners).execute();
    return new Map(
      rows.map(({row, id, demo, data, opens_at}) => {
        const {title} = JSON.parse(data) as ConsultationInput;
        const date = chinaDate(Date.parse(opens_at!));
        return [row, {id, link: `${API_BASE}/consultations/${id}`, title, date, ...(demo ? {demo: true} : {})}];
      }),
    );
  },
};
