/** 意见征集 for the staff of the sponsor: moderation, clusters, the report (R3.10). */
import {Readable} from 'node:stream';
import type {ModerationInput, StaffCommentList} from '@zwgk/contract';
import type {ModerationEvent} from '@zwgk/rules/consultation';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {fileReply} from '../../http/file-reply.ts';
import {contentDisposition} from '../../http/headers.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {StoredConsultation} from '../../store/consultations/records.ts';
import type {Store} from '../../store/store.ts';
import {refuse} from '../applications/check.ts';
import {rowsCsv, rowsXlsx} from '../catalog-export/rows.ts';
import {foundConsultation} from '../consultations/consultations.ts';
import {surveyResults} from '../consultations/survey.ts';
import {reportView} from '../consultations/view.ts';
import {commentsDocx} from './export-docx.ts';
import {commentsCsv, commentsXlsx, exportLines} from './export.ts';
import {publishedFrom, reportDraft} from './report.ts';
import {sheetRows} from './survey.ts';
import {staffComments} from './view.ts';

const EXPORT_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export function staffConsultationRoutes(api: Api, deps: Dependencies): void {
  moderationRoutes(api, deps);
  reportRoutes(api, deps);
  surveyRoutes(api, deps);
}

function surveyRoutes(api: Api, {store}: Dependencies): void {
  const {consultations} = store;

  api.on('getStaffSurveyResults', async ({path: {id}, staff}) => ({body: await surveyResults(store, await owned(store, id, staff))}));

  api.on('exportSurveyAnswers', async ({path: {id}, query: {format = 'csv'}, staff, now, today}) => {
    const found = await owned(store, id, staff);
    const {survey} = found.input;
    if (!survey) throw new ProblemError('not-found');
    await consultations.logRead(found.row, staff, `survey ${format}`, now);
    const rows = sheetRows(survey.questions, consultations.surveys.each(found.row));
    const stream = format === 'xlsx' ? rowsXlsx('问卷答案', rows) : rowsCsv(rows);
    const headers = {'Content-Disposition': contentDisposition(`问卷答案-${today}.${format}`)};
    return {body: Readable.toWeb(stream), type: EXPORT_TYPES[format], headers};
  });
}

const owned = async (store: Store, id: string, staff: string): Promise<StoredConsultation> => {
  const found = await foundConsultation(store, id);
  mustOwn(staff, found.sponsor);
  return found;
};

function moderationRoutes(api: Api, {store}: Dependencies): void {
  const {consultations} = store;

  api.on('listComments', async ({path: {id}, query, staff, now}): Promise<{body: StaffCommentList}> => {
    const found = await owned(store, id, staff);
    if (query.reveal) await consultations.logRead(found.row, staff, `comments ${query.cursor ?? ''}`.trim(), now);
    return {body: await staffComments(consultations, found, query, now)};
  });

  api.on('exportComments', async ({path: {id}, query: {format = 'csv'}, staff, now, today}) => {
    const found = await owned(store, id, staff);
    await consultations.logRead(found.row, staff, `export ${format}`, now);
    const stream = exportStream(consultations, found, format);
    const headers = {'Content-Disposition': contentDisposition(`意见汇总-${today}.${format}`)};
    return {body: Readable.toWeb(stream), type: EXPORT_TYPES[format], headers};
  });

  api.on('getCommentFile', async ({path: {id, upload}, staff, now}) => {
    const found = await owned(store, id, staff);
    const file = await consultations.uploads.readOfComments(found.row, upload, consultations.vault);
    if (!file) throw new ProblemError('not-found');
    await consultations.logRead(found.row, staff, `file ${upload}`, now);
    return fileReply(file);
  });

  api.on('moderateComments', async ({path: {id}, body, staff, now}) => {
    const found = await owned(store, id, staff);
    const {done, refused} = await consultations.move(found.row, body.comments, eventOf(body, now), {staff});
    return {
      body: {
        done,
        refused: refused.map(({comment, illegal}) => ({
          comment,
          ...(illegal ? {state: illegal.from} : {}),
          ...(illegal?.guard ? {guard: illegal.guard} : {}),
        })),
      },
    };
  });
}

function exportStream(consultations: Store['consultations'], found: StoredConsultation, format: keyof typeof EXPORT_TYPES): Readable {
  switch (format) {
    case 'csv':
      return commentsCsv(exportLines(consultations, found));
    case 'xlsx':
      return commentsXlsx(exportLines(consultations, found));
    case 'docx':
      return commentsDocx(found.input.title, exportLines(consultations, found, 'section'));
  }
}

/** @throws ProblemError `invalid-body` */
function eventOf({type, reason, note}: ModerationInput, at: string): ModerationEvent {
  const base = {at, actor: 'staff'} as const;
  if (type !== 'reject') return {...base, type};
  if (!reason) refuse([{path: '/reason', code: 'required', message: '要写明理由，告知提出意见的人'}]);
  return {...base, type, reason: reason!, ...(note === undefined ? {} : {note})};
}

function reportRoutes(api: Api, {store}: Dependencies): void {
  const {consultations} = store;
  const {reports} = consultations;

  api.on('getReportDraft', async ({path: {id}, staff}) => {
    const found = await owned(store, id, staff);
    return {body: await reportDraft(consultations, found), version: found.reportVersion};
  });

  api.on('saveReportDraft', async ({path: {id}, body, staff, version}) => {
    const found = await owned(store, id, staff);
    const ids = new Set<string>();
    refuse(
      body.clusters.flatMap(({id: cluster}, i) => {
        const twice = ids.has(cluster);
        ids.add(cluster);
        return twice ? [{path: `/clusters/${i}/id`, code: 'cluster-twice', message: '类别编号用了两次'}] : [];
      }),
    );
    if (!(await reports.saveDraft(found.row, version, body))) throw new ProblemError('precondition-failed');
    const saved = await foundConsultation(store, id);
    return {body: await reportDraft(consultations, saved), version: saved.reportVersion};
  });

  api.on('publishReport', async ({path: {id}, staff, version, now}) => {
    const found = await owned(store, id, staff);
    if (version !== 'any' && version !== found.reportVersion) throw new ProblemError('precondition-failed');
    if (now < found.schedule.closesAt) throw new ProblemError('consultation-not-closed', {detail: found.schedule.closesAt});
    const published = await publishedFrom(store, found, now);
    const {final} = published.report;
    const decided = final === undefined ? undefined : await store.getDocument(final);
    if (final !== undefined && !decided)
      throw new ProblemError('unknown-document', {errors: [{path: '/final', code: 'unknown-document', message: '没有这份文件'}]});
    if (!(await reports.publish(found.row, found.reportVersion, published))) throw new ProblemError('precondition-failed');
    const body = reportView(await foundConsultation(store, id), published, decided);
    return {status: 201, body, headers: {Location: `${API_BASE}/consultations/${id}/report`}};
  });
}
