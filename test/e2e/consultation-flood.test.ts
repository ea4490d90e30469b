/** A comment in the time of a flood, from the SDK to the real server: the proof is made in a worker, or without one (T18). */
import assert from 'node:assert/strict';
import {request as forward} from 'node:http';
import {DatabaseSync} from 'node:sqlite';
import {after, before, describe, it} from 'node:test';
import {COMMENT_BUCKETS} from '@zwgk/rules/consultation';
import {serve, type RunningServer} from '../../packages/server/src/serve.ts';
import {putUp} from '../../packages/server/src/testing/consultations.ts';
import {NOW} from '../../packages/server/src/testing/temp-store.ts';
import {openStore, prepared} from '../server/application-client.ts';
import {findChromium, openStage, visit, type Stage} from './hosts-browser.ts';

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types zwgk";
const PAGE =
  '<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><script type="module" src="/sdk/v1/zwgk.js"></script>' +
  '<zwgk-consultation endpoint="/api/v1" consultation-id="c-1" kiosk></zwgk-consultation>';

const chromium = await findChromium();

describe('a comment in the time of a flood', {skip: chromium.skip}, () => {
  let stage: Stage;
  let server: RunningServer;
  let database: DatabaseSync;
  before(async () => {
    const file = await prepared();
    const store = await openStore(file);
    await putUp(store);
    server = await serve({store, now: () => Date.parse(NOW), port: 0, host: '127.0.0.1'});
    stage = await openStage(chromium.path);
    stage.host.intercept = (path, response, request) => {
      if (!path.startsWith('/api/')) return false;
      const {url, method, headers} = request;
      const passed = forward({port: server.port, host: '127.0.0.1', path: url, method, headers}, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      request.pipe(passed);
      return true;
    };
    database = new DatabaseSync(file);
    const {capacity, everyMs} = COMMENT_BUCKETS.service;
    database.prepare("insert into buckets values ('service', ?)").run(Date.parse(NOW) + 0.6 * capacity * everyMs);
  });
  after(async () => {
    database.close();
    await stage.close();
    await server.stop();
  });
  const spent = (): number => Number(database.prepare('select count(*) as n from spent_proofs').get()!['n']);

  for (const [source, inWorker] of [
    ['self', true],
    ['none', false],
  ] as const)
    it(`is sent by itself once the device has done its work, under worker-src '${source}'`, async () => {
      stage.host.pages.set('/flood.html', {html: PAGE, headers: {'content-security-policy': `${POLICY}; worker-src '${source}'`}});
      const {page, errors, violations, requests} = await visit(stage.browser, 'about:blank');
      const workers: string[] = [];
      page.on('worker', (worker) => workers.push(worker.url()));
      await page.goto(`${stage.host.origin}/flood.html`);
      const already = spent();
      await page.getByRole('button', {name: '对整个草案提意见'}).click();
      await page.locator('.editor textarea').fill('建议写明公布日期。');
      await page.getByRole('button', {name: '放进意见单'}).click();
      await page.getByRole('button', {name: /^核对并提交/}).click();
      await page.getByRole('checkbox', {name: /^同意主办单位/}).check();
      await page.getByRole('button', {name: /^提交 1 条意见/}).click();
      await page.getByText('已收到您的 1 条意见').waitFor();
      assert.equal(spent() - already, 1);
      assert.equal(workers.filter((url) => /^http:.*\/sdk\/v1\/chunks\/proof\.worker-[\w-]{8}\.js$/.test(url)).length, inWorker ? 1 : 0);
      assert.equal(workers.length, inWorker ? 1 : 0);
      assert.ok(!requests.some((url) => /^(?:blob|data):/.test(url)));
      assert.deepEqual(errors, []);
      if (inWorker) assert.deepEqual(await violations(), []);
      await page.close();
    });
});
