/** What nobody should write into an application: it is data wherever it comes out again, and never more. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import type {ApplicationInput, Receipt, StaffApplication} from '@zwgk/contract';
import {serve} from '../../packages/server/src/serve.ts';
import type {SqliteStore} from '../../packages/server/src/store/sqlite-store.ts';
import {STAFF} from '../../packages/server/src/testing/app.ts';
import {applicationInput} from '../../packages/server/src/testing/inputs.ts';
import {missing, shared} from '../../packages/server/src/testing/shared.ts';
import {JSON_TYPE, openStore, prepared, send, stage} from './application-client.ts';
import {oneRequest} from './one-request.ts';

const XSS = '=HYPERLINK("x")<img src=x onerror=alert(1)>\'"`</script><svg/onload=alert(2)>{{7*7}}\u202e';
const AUTHORISED = {Authorization: `Bearer ${STAFF.token}`};

let store: SqliteStore;
let port: number;
let stop: () => Promise<void>;
before(async () => {
  store = await openStore(await prepared());
  const agency = (await store.findAgency(STAFF.agency))!;
  await store.saveAgencies([{...agency, name: XSS}]);
  ({port, stop} = await serve({store, port: 0, host: '127.0.0.1', config: {proxies: 1}}));
});
after(() => stop());

let intents = 0;
const intent = (): string => `intent-of-a-hostile-run-${++intents}`;

/** Every field that takes free text. */
const hostile = (proof: string, text: string): ApplicationInput =>
  applicationInput(proof, {
    applicant: {
      type: 'natural_person',
      name: text.slice(0, 50),
      employer: text,
      idType: 'officer',
      idNumber: '军字第0000001号',
      idProofs: [proof],
    },
    contact: {mobile: '13800000001', email: 'jia@mail.example.com', address: text},
    request: {title: text, docNumber: text, description: text, delivery: 'email', medium: 'electronic'},
    accessibilityNeeds: text,
    shownDocuments: [],
  });

test('markup and formulas come back to the staff byte for byte, as JSON that nothing sniffs', async () => {
  const {id} = await stage(port);
  const input = hostile(id, XSS);
  const submitted = await send(port, intent(), input);
  assert.equal(submitted.status, 201, submitted.body);
  const {number, queryCode: code} = JSON.parse(submitted.body) as Receipt;
  const events = [
    {type: 'request_confirmation', note: XSS},
    {type: 'confirm'},
    {type: 'route', agency: STAFF.agency, note: XSS},
    {type: 'start'},
    {type: 'consult_third_party', note: XSS},
    {type: 'extend', workdays: 5, note: XSS},
    {type: 'answer', answer: {code: 'granted', text: XSS, legalBasis: XSS, elsewhere: XSS}},
  ];
  for (const event of events) {
    const path = `/staff/applications/${number}/events`;
    const {status, body} = await oneRequest(
      port,
      'POST',
      path,
      {...JSON_TYPE, ...AUTHORISED, 'If-Match': '*'},
      Buffer.from(JSON.stringify(event)),
    );
    assert.equal(status, 201, body);
  }
  const revealed = await oneRequest(port, 'GET', `/staff/applications/${number}?reveal=true`, AUTHORISED);
  assert.deepEqual((JSON.parse(revealed.body) as StaffApplication).personal, input);
  const looked = await oneRequest(port, 'POST', '/applications/status', JSON_TYPE, Buffer.from(JSON.stringify({number, code})));
  for (const {headers} of [submitted, revealed, looked]) {
    assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
  }
});

test('in the report there is no markup but its own, and no formula', async () => {
  const html = (await oneRequest(port, 'GET', '/staff/annual-report/2026?format=html', AUTHORISED)).body;
  assert.doesNotMatch(html, /<(?:img|svg|script)|onerror\s*=\s*alert\(1\)>/i);
  assert.ok(html.includes('&#60;img src=x'), 'it is shown as it is');
  const csv = (await oneRequest(port, 'GET', '/staff/annual-report/2026?format=csv', AUTHORISED)).body;
  for (const cell of csv.slice(1).split(/,|\r\n/)) assert.doesNotMatch(cell, /^"?[=+\-@\t]/);
});

describe('strings and bodies that break careless programs', {skip: missing('data/blns.json')}, () => {
  const strings = missing('data/blns.json') ? [] : (JSON.parse(readFileSync(shared('data/blns.json'), 'utf8')) as string[]);

  test('in every field: never 5xx, and what is accepted is kept as it was', async () => {
    let kept = 0;
    for (const text of strings) {
      const {id} = await stage(port);
      const input = hostile(id, [...text].slice(0, 50).join(''));
      const {status, body} = await send(port, intent(), input);
      assert.ok(status < 500, `${status} for ${JSON.stringify(text)}`);
      if (status !== 201) {
        await oneRequest(port, 'DELETE', `/uploads/${id}`, {});
        continue;
      }
      kept++;
      assert.deepEqual((await store.applications.find((JSON.parse(body) as Receipt).number))!.input, input);
    }
    assert.ok(kept > strings.length / 2, `only ${kept} were accepted`);
  });

  test('as a number and a code: never 5xx, and never the right one', async () => {
    for (const [i, text] of strings.entries()) {
      const headers = {...JSON_TYPE, 'X-Forwarded-For': `10.0.${i >> 8}.${i & 255}`};
      const {status} = await oneRequest(
        port,
        'POST',
        '/applications/status',
        headers,
        Buffer.from(JSON.stringify({number: text, code: text})),
      );
      assert.ok([400, 404, 429].includes(status), `${status} for ${JSON.stringify(text)}`);
    }
  });

  test('what is no JSON is 400, what is never 5xx', async () => {
    for (const name of readdirSync(shared('data/json'))) {
      const headers = {...JSON_TYPE, 'Idempotency-Key': intent()};
      const {status} = await oneRequest(port, 'POST', '/applications', headers, readFileSync(join(shared('data/json'), name)));
      assert.ok(status < 500, `${name}: ${status}`);
      if (name.startsWith('n_')) assert.equal(status, 400, name);
    }
  });
});

test('T16 another site’s page cannot send, whatever type its form has', async () => {
  const {id} = await stage(port);
  const body = Buffer.from(JSON.stringify(applicationInput(id)));
  const before = (await store.applications.heads({})).length;
  for (const path of ['/applications', '/applications/withdrawals', '/applications/corrections', '/uploads']) {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json']) {
      const headers = {'Content-Type': type, 'Idempotency-Key': intent(), 'Upload-Name': 'a.png', Origin: 'https://evil.example'};
      const {status} = await oneRequest(port, 'POST', path, headers, body);
      assert.equal(status, 403, `${path} ${type}`);
      const {Origin: _origin, ...sameSite} = headers;
      if (type === 'application/json') continue;
      assert.equal((await oneRequest(port, 'POST', path, sameSite, body)).status, 415, `${path} ${type}`);
    }
  }
  assert.equal((await store.applications.heads({})).length, before);
});
