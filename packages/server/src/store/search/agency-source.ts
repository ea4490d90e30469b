/** Agencies: found by every name they have or had. */
import type {Agency} from '@zwgk/contract';
import {API_BASE} from '../../config.ts';
import type {SearchEntry, SearchSource} from './source.ts';

export const agencyEntry = (row: number, agency: Agency): SearchEntry => ({
  owner: row,
  agency: row,
  title: agency.name,
  text: [agency.shortName, ...(agency.predecessors ?? []).map(({name}) => name)].join('\n'),
});

export const agencySource: SearchSource = {
  type: 'agency',
  label: '机构',

  async *entries(db) {
    const rows = await db.selectFrom('agencies').select(['row', 'data']).orderBy('row').execute();
    yield rows.map(({row, data}) => agencyEntry(row, JSON.parse(data) as Agency));
  },

  hits(_db, owners, directory) {
    const known = owners.flatMap((row) => {
      const agency = directory.agencies.get(row);
      return agency ? [[row, agency] as const] : [];
    });
    return Promise.resolve(
      new Map(
        known.map(([row, agency]) => [
          row,
          {
            id: agency.id,
            link: `${API_BASE}/agencies?q=${encodeURIComponent(agency.name)}`,
            title: agency.name,
            ...(agency.demo ? {demo: true} : {}),
          },
        ]),
      ),
    );
  },
};
