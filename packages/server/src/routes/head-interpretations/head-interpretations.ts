/** 主要负责人带头解读 in numbers (R4.2), as data and as a table for a spreadsheet. */
import type {HeadInterpretations} from '@zwgk/contract';
import {guardCell, headInterpretations} from '@zwgk/rules';
import {POLICY_PROFILE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {contentDisposition} from '../../http/headers.ts';
import {csvLine} from '../catalog-export/csv.ts';

interface Dated {
  readonly publishedOn: string;
}

/** Everything of a list that is newest first, back to a day. */
async function since<T extends Dated>(
  day: string,
  page: (cursor: string | undefined) => Promise<{readonly items: readonly T[]; readonly nextCursor: string | null}>,
): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const {items, nextCursor} = await page(cursor);
    found.push(...items);
    cursor = (items.at(-1)?.publishedOn ?? '') >= day ? nextCursor : null;
  }
  return found;
}

export function headInterpretationRoutes(api: Api, {store}: Dependencies): void {
  const required = POLICY_PROFILE.numbers['headInterpretationsPerYear']!.value;
  api.on('getHeadInterpretations', async ({path: {year}, query: {format}, staff, today}) => {
    const day = `${year}-01-01`;
    const documents = await since(day, (cursor) => store.listDocuments({limit: 100, ...(cursor === undefined ? {} : {cursor})}));
    const interpretations = await since(day, (cursor) =>
      store.listInterpretations({limit: 100, ...(cursor === undefined ? {} : {cursor})}),
    );
    const all = headInterpretations(documents, interpretations, {year, today, required});
    const own = staff === '*' ? undefined : (await store.findAgency(staff))?.name;
    const report = {...all, departments: all.departments.filter(({department}) => staff === '*' || department === own)};
    if (format !== 'csv') return {body: report};
    const headers = {'Content-Disposition': contentDisposition(`${year}年主要负责人解读情况.csv`)};
    return {body: csv(report), type: 'text/csv; charset=utf-8', headers};
  });
}

const HEADER = ['部门', '应解读的重大政策', '解读', '主要负责人解读', '要求', '是否达到', '主要负责人'];

const csv = ({departments, required}: HeadInterpretations): string =>
  `\ufeff${[
    HEADER,
    ...departments.map(({department, majorPolicies, interpretations, byHead, isEnough, heads}) => [
      department,
      String(majorPolicies),
      String(interpretations),
      String(byHead),
      String(required),
      isEnough ? '是' : '否',
      heads.map(({name, count}) => `${name}（${count}）`).join('；'),
    ]),
  ]
    .map((cells) => csvLine(cells.map(guardCell)))
    .join('')}`;
