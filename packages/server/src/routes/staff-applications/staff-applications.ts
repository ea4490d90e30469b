/** 依申请公开 for the staff of the handling agency: what is to be done, dispatch, moves, files, the annual report. */
import type {StaffApplication} from '@zwgk/contract';
import type {Api, Dependencies} from '../../http/api.ts';
import {fileReply} from '../../http/file-reply.ts';
import {contentDisposition} from '../../http/headers.ts';
import {PRINT_POLICY} from '../../http/print-page.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {StoredApplication} from '../../store/applications/records.ts';
import {mustBeDone} from '../applications/applications.ts';
import {withFiles} from '../applications/claimed.ts';
import {correctionOf} from '../applications/correction.ts';
import {annualReport, reportCsv, reportHtml} from './annual-report.ts';
import {checkEvent, moreOf, toEvent} from './events.ts';
import {intakeRoutes} from './intake.ts';
import {listPage} from './list.ts';
import {selfCheck} from './self-check.ts';
import {staffView} from './view.ts';

export function staffApplicationRoutes(api: Api, deps: Dependencies): void {
  intakeRoutes(api, deps);
  caseRoutes(api, deps);
  reportRoutes(api, deps);
}

/** The agency whose applications the staff see; an operator sees all. */
const agencyOf = (staff: string): string | undefined => (staff === '*' ? undefined : staff);

function caseRoutes(api: Api, {store}: Dependencies): void {
  const {applications} = store;
  const handled = async (number: string, staff: string): Promise<StoredApplication> => {
    const found = await applications.find(number);
    if (!found) throw new ProblemError('not-found');
    mustOwn(staff, found.handledBy);
    return found;
  };

  api.on('listApplications', async ({query, staff, today}) => {
    const heads = await applications.heads({handledBy: agencyOf(staff), states: query.state});
    const {numbers, ...page} = listPage(heads, query, today, applications.rules);
    const items: StaffApplication[] = [];
    for (const number of numbers) items.push(await staffView(store, (await applications.find(number))!, today));
    return {body: {items, ...page}};
  });

  api.on('getApplication', async ({path: {number}, query: {reveal}, staff, now, today}) => {
    const found = await handled(number, staff);
    if (reveal) await applications.logRead(number, staff, 'personal', now);
    return {body: await staffView(store, found, today, reveal), version: found.version};
  });

  api.on('addApplicationEvent', async ({path: {number}, body, staff, version, now, today}) => {
    const found = await handled(number, staff);
    await checkEvent(store, body, found, today);
    const {claims, ...corrected} = body.type === 'correct' ? correctionOf(applications, found.input!, body) : {claims: []};
    const more = {...moreOf(body), ...corrected, claims, now};
    const append = () => applications.append(number, version, (progress) => toEvent(body, progress, now, today), more);
    mustBeDone(await withFiles(claims, append));
    const moved = (await applications.find(number))!;
    return {status: 201, body: await staffView(store, moved, today), version: moved.version};
  });

  api.on('getApplicationFile', async ({path: {number, upload}, staff, now}) => {
    await handled(number, staff);
    const file = await applications.uploads.read(number, upload, applications.vault);
    if (!file) throw new ProblemError('not-found');
    await applications.logRead(number, staff, `file ${upload}`, now);
    return fileReply(file);
  });
}

function reportRoutes(api: Api, {store}: Dependencies): void {
  api.on('getAnnualReport', async ({path: {year}, query: {format, agency: wanted}, staff}) => {
    if (wanted !== undefined) mustOwn(staff, wanted);
    const agency = wanted ?? agencyOf(staff);
    const named = agency === undefined ? undefined : await store.findAgency(agency);
    if (agency !== undefined && named?.id !== agency) throw new ProblemError('unknown-agency');
    const report = await annualReport(store, year, agency);
    switch (format) {
      case 'csv':
        return {
          body: reportCsv(report),
          type: 'text/csv; charset=utf-8',
          headers: {'Content-Disposition': contentDisposition(`${year}年政府信息公开申请情况.csv`)},
        };
      case 'html':
        return {
          body: reportHtml(report, named?.name ?? ''),
          type: 'text/html; charset=utf-8',
          headers: {'Content-Security-Policy': PRINT_POLICY},
        };
      default:
        return {body: report};
    }
  });

  api.on('getSelfCheck', async ({path: {year}, staff}) => ({body: await selfCheck(store, year, agencyOf(staff))}));
}
