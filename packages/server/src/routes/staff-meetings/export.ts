/** Everybody who signed up as a table, for the list at the door; safe to open in a spreadsheet. */
import type {Readable} from 'node:stream';
import {guardCell} from '@zwgk/rules';
import {MEETING_ROLES, SIGN_UP_STATES} from '@zwgk/rules/meeting';
import type {StoredSignUp} from '../../store/meetings/records.ts';
import {chinaTime, rowsCsv, rowsXlsx} from '../catalog-export/rows.ts';

const HEADER = ['报名编号', '报名时间', '参加类别', '状态', '姓名', '手机号', '电子邮箱', '工作单位', '主要意见', '无障碍需求', '理由'];
const WIDE = new Set(['主要意见', '无障碍需求']);

type Rows = AsyncIterable<StoredSignUp[]>;

const cells = ({number, submittedAt, role, state, words, reason}: StoredSignUp): string[] =>
  [
    number,
    chinaTime(submittedAt),
    MEETING_ROLES[role],
    SIGN_UP_STATES[state],
    words?.name ?? '',
    words?.mobile ?? '',
    words?.email ?? '',
    words?.employer ?? '',
    words?.statement ?? '',
    words?.needs ?? '',
    reason ?? '',
  ].map(guardCell);

async function* table(rows: Rows): AsyncGenerator<string[][]> {
  yield [HEADER];
  for await (const batch of rows) yield batch.map(cells);
}

export const signUpsCsv = (rows: Rows): Readable => rowsCsv(table(rows));

export const signUpsXlsx = (rows: Rows): Readable =>
  rowsXlsx(
    '报名名单',
    table(rows),
    HEADER.map((header) => (WIDE.has(header) ? 40 : 18)),
  );
