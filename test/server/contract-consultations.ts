/** The contract run of 意见征集: a draft put up, comments through their whole life, a report, and each way of being refused. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CommentReceipt, Consultation, ConsultationReport, MyComments, ReportDraft, StaffCommentList, Upload} from '@zwgk/contract';
import type {OperationId} from '../../packages/server/src/http/contract.ts';
import {reportInput} from '../../packages/server/src/testing/consultations.ts';
import {pdf} from '../../packages/server/src/testing/files.ts';
import {commentInput, consultationInput, surveyInput} from '../../packages/server/src/testing/inputs.ts';
import {intent} from './contract-applications.ts';

type Exercise = (
  id: OperationId,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<{response: Response; body: unknown}>;

/** @param close Moves the end of a consultation's period into the past. */
export function consultationStories(exercise: Exercise, close: (id: string) => Promise<void>): void {
  const ok = async <T>(id: OperationId, path: string, body?: unknown, headers: Record<string, string> = {}, status = 200): Promise<T> => {
    const answer = await exercise(id, path, body, headers);
    assert.equal(answer.response.status, status, JSON.stringify(answer.body));
    return answer.body as T;
  };
  const status = async (...call: Parameters<Exercise>): Promise<number> => (await exercise(...call)).response.status;
  const putUp = (): Promise<Consultation> =>
    ok('createConsultation', '/consultations', consultationInput('d-1', {draft: {document: 'd-1', version: 2}}), {}, 201);

  test('R3.9 a consultation: put up, changed, and each way of being refused', async () => {
    const input = consultationInput('d-1', {draft: {document: 'd-1', version: 2}});
    const first = await exercise('createConsultation', '/consultations', input);
    assert.equal(first.response.status, 201, JSON.stringify(first.body));
    const {id} = first.body as Consultation;
    const path = `/consultations/${id}`;
    const tag = {'If-Match': first.response.headers.get('etag')!};
    await ok('replaceConsultation', path, {...input, title: '改'}, tag);
    assert.equal(await status('replaceConsultation', path, input, tag), 412);
    assert.equal(await status('replaceConsultation', path, input), 428);
    assert.equal(await status('replaceConsultation', path, {...input, closesAt: '2026-12-19T00:00:00+08:00'}, {'If-Match': '*'}), 409);
    for (const change of [{basis: []}, {draft: undefined}, {opensAt: '2026-11-24T00:00:00Z', closesAt: '2026-12-01T00:00:00Z'}])
      assert.equal(await status('createConsultation', '/consultations', {...input, ...change}), 422);
    assert.equal(await status('createConsultation', '/consultations', {}), 400);
    assert.equal(await status('createConsultation', '/consultations', consultationInput('none')), 422);
    const secret = {title: '保密', sponsor: input.sponsor, secrecyExempt: {basis: '中华人民共和国保守国家秘密法'}};
    assert.equal(await status('createConsultation', '/consultations', secret), 204);
    const later = {...input, opensAt: '2027-01-01T00:00:00Z', closesAt: '2027-03-01T00:00:00Z'};
    const other = await ok<Consultation>('createConsultation', '/consultations', later, {}, 201);
    assert.equal(other.standing.state, 'not_started');
    assert.equal(await status('replaceConsultation', `/consultations/${other.id}`, secret, {'If-Match': '*'}), 204);
    assert.equal(await status('getConsultation', `/consultations/${other.id}`), 404);
  });

  test('R3.10 comments: sent once, looked at, moderated, answered', async () => {
    const {id} = await putUp();
    const path = `/consultations/${id}/comments`;
    const key = intent();
    const receipt = await ok<CommentReceipt>('submitComments', path, commentInput(), key, 201);
    assert.deepEqual(await ok('submitComments', path, commentInput(), key, 201), receipt);
    assert.deepEqual(await ok('getCommentReceiptByKey', '/comments/receipt', undefined, key), receipt);
    assert.equal(await status('getCommentReceiptByKey', '/comments/receipt', undefined, intent()), 404);
    assert.equal(await status('submitComments', path, commentInput({comments: []}), intent()), 400);
    assert.equal(await status('submitComments', path, commentInput()), 400);
    assert.equal(await status('submitComments', path, commentInput({displayName: '别人'}), key), 422);
    const credential = {number: receipt.number, code: receipt.queryCode};
    const mine = await ok<MyComments>('getMyComments', '/comments/status', credential);
    assert.deepEqual([mine.name, mine.comments.map(({state}) => state)], ['朱**', ['pending', 'pending']]);
    assert.equal(await status('getMyComments', '/comments/status', {...credential, code: '0000-0000-0000'}), 404);

    const staff = `/staff/consultations/${id}`;
    const {items} = await ok<StaffCommentList>('listComments', `${staff}/comments?state=pending&reveal=true`);
    assert.equal(items[0]!.contact!.mobile, '13800000001');
    const comments = items.map((comment) => comment.id);
    await ok('moderateComments', `${staff}/moderation`, {type: 'approve', comments});
    await ok('moderateComments', `${staff}/moderation`, {type: 'publish', comments: [...comments, '0'.repeat(16)]});
    assert.equal(await status('moderateComments', `${staff}/moderation`, {type: 'reject', comments}), 400);
    await ok('moderateComments', `${staff}/moderation`, {type: 'reject', reason: 'off_topic', note: '与草案无关', comments: [comments[1]]});
    const appeal = {credential, type: 'appeal', comments: [comments[1]]};
    await ok('changeMyComments', '/comments/changes', appeal);
    await ok('changeMyComments', '/comments/changes', {credential, type: 'withdraw', comments: [comments[1]]});
    assert.equal(await status('changeMyComments', '/comments/changes', appeal), 409);
    const publicly = await ok<{items: {shown: string}[]}>('listPublicComments', `${path}?sort=section`);
    assert.deepEqual(
      publicly.items.map(({shown}) => shown),
      ['withdrawn', 'whole'],
    );
    assert.equal(await status('listPublicComments', '/consultations/none/comments'), 404);

    for (const format of ['csv', 'xlsx']) assert.equal(await status('exportComments', `${staff}/export?format=${format}`), 200);
    assert.equal(await status('exportComments', `${staff}/export?format=pdf`), 400);
    assert.equal((await ok<ReportDraft>('getReportDraft', `${staff}/report`)).unassigned, 1);
    await ok('saveReportDraft', `${staff}/report`, reportInput([comments[0]!]), {'If-Match': '*'});
    assert.equal(await status('saveReportDraft', `${staff}/report`, reportInput([]), {'If-Match': '"v0.x"'}), 412);
    assert.equal(await status('saveReportDraft', `${staff}/report`, reportInput([])), 428);
    assert.equal(await status('publishReport', `${staff}/report/publication`, undefined, {'If-Match': '*'}), 409);
    await close(id);
    assert.equal(await status('submitComments', path, commentInput(), intent()), 409);
    const read = await exercise('getReportDraft', `${staff}/report`);
    const tag = {'If-Match': read.response.headers.get('etag')!};
    await ok('publishReport', `${staff}/report/publication`, undefined, tag, 201);
    const report = await ok<ConsultationReport>('getConsultationReport', `/consultations/${id}/report`);
    assert.deepEqual([report.received, report.tally.adopted], [1, {clusters: 1, comments: 1}]);
    assert.equal((await ok<MyComments>('getMyComments', '/comments/status', credential)).comments[0]!.outcome!.cluster!.number, 1);
    const {response} = await exercise('getConsultationReport', `/consultations/${id}/report`);
    const same = {'If-None-Match': response.headers.get('etag')!};
    assert.equal(await status('getConsultationReport', `/consultations/${id}/report`, undefined, same), 304);
    assert.equal(await status('compareDrafts', `/consultations/${id}/comparison`), 404, 'no text was decided');
  });

  test('R3.10 drafts are compared, and files go with comments', async () => {
    const input = consultationInput('d-1', {draft: {document: 'd-1', version: 2}});
    const more = {earlierDrafts: [{document: 'd-1', version: 1}], maxAttachments: 1};
    const {id} = await ok<Consultation>('createConsultation', '/consultations', {...input, ...more}, {}, 201);
    const {response: compared} = await exercise('compareDrafts', `/consultations/${id}/comparison?draft=1`);
    assert.equal(compared.status, 200);
    const unchanged = {'If-None-Match': compared.headers.get('etag')!};
    assert.equal(await status('compareDrafts', `/consultations/${id}/comparison?draft=1`, undefined, unchanged), 304);
    assert.equal(await status('compareDrafts', `/consultations/${id}/comparison?draft=0`), 400);
    const named = {'Upload-Name': encodeURIComponent('修改建议.pdf')};
    const file = await ok<Upload>('stageUpload', '/uploads', pdf(), named, 201);
    const path = `/consultations/${id}/comments`;
    await ok('submitComments', path, commentInput({attachments: [file.id]}), intent(), 201);
    assert.equal(await status('submitComments', path, commentInput({attachments: [file.id]}), intent()), 422);
    const staff = `/staff/consultations/${id}`;
    await ok('listComments', `${staff}/comments?reveal=true`);
    assert.equal(await status('getCommentFile', `${staff}/files/${file.id}`), 200);
    assert.equal(await status('getCommentFile', `${staff}/files/${'x'.repeat(22)}`), 404);
  });

  test('R6.3 a survey: asked, answered, counted, taken home', async () => {
    const input = consultationInput('d-1', {draft: {document: 'd-1', version: 2}, survey: surveyInput({showResults: 'always'})});
    const {id} = await ok<Consultation>('createConsultation', '/consultations', input, {}, 201);
    const path = `/consultations/${id}`;
    const answers = {often: 'daily', where: ['home'], happy: 4, more: '好'};
    const alone = {comments: [], answers, consent: {processing: true}};
    const receipt = await ok<CommentReceipt>('submitComments', `${path}/comments`, alone, intent(), 201);
    assert.equal(await status('submitComments', `${path}/comments`, {...alone, answers: {happy: 9}}, intent()), 400);
    const {response} = await exercise('getSurveyResults', `${path}/survey/results`);
    const tag = {'If-None-Match': response.headers.get('etag')!};
    assert.equal(await status('getSurveyResults', `${path}/survey/results`, undefined, tag), 304);
    await ok('getStaffSurveyResults', `/staff${path}/survey/results`);
    for (const format of ['csv', 'xlsx'])
      assert.equal(await status('exportSurveyAnswers', `/staff${path}/survey/export?format=${format}`), 200);
    assert.equal(await status('replaceConsultation', path, {...input, survey: surveyInput()}, {'If-Match': '*'}), 409);
    const credential = {number: receipt.number, code: receipt.queryCode};
    await ok('getMyComments', '/comments/status', credential);
    const {answers: taken} = await ok<MyComments>('changeMyComments', '/comments/changes', {credential, type: 'withdraw', answers: true});
    assert.deepEqual([taken!.counted, taken!.values], [false, undefined]);
    const {id: other} = await putUp();
    for (const [operation, at] of [
      ['getSurveyResults', `/consultations/${other}/survey/results`],
      ['getStaffSurveyResults', `/staff/consultations/${other}/survey/results`],
      ['exportSurveyAnswers', `/staff/consultations/${other}/survey/export`],
    ] as const)
      assert.equal(await status(operation, at), 404);
  });

  test('reads of consultations are current until something changes', async () => {
    const {id} = await putUp();
    await ok('listConsultations', '/consultations?state=open,reported&method=opinions&q=招生&region=320000&limit=1');
    assert.equal(await status('listConsultations', '/consultations?state=never'), 400);
    for (const [operation, path] of [
      ['listConsultations', '/consultations'],
      ['getConsultation', `/consultations/${id}`],
      ['listPublicComments', `/consultations/${id}/comments`],
    ] as const) {
      const {response} = await exercise(operation, path);
      assert.equal(await status(operation, path, undefined, {'If-None-Match': response.headers.get('etag')!}), 304);
    }
    assert.equal(await status('getConsultationReport', `/consultations/${id}/report`), 404);
  });
}
