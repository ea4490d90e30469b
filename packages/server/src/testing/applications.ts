/** Applications sent to the app as the form would send them. */
import assert from 'node:assert/strict';
import type {ApplicationInput, ApplicationStatus, Credential, Receipt, StaffApplication, StaffEventInput, Upload} from '@zwgk/contract';
import {json, STAFF, type TestApp} from './app.ts';
import {png} from './files.ts';
import {applicationInput, guideInput} from './inputs.ts';

let intents = 0;
/** A key that no other call gets. */
export const newIntent = (): string => `intent-of-a-test-${String(++intents).padStart(10, '0')}`;

export class Applicant {
  readonly #app: TestApp;
  /** What a reverse proxy says of the address. */
  readonly #address: string;

  constructor(app: TestApp, address = '192.0.2.7') {
    this.#app = app;
    this.#address = address;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.#app.get(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', 'X-Forwarded-For': this.#address, ...headers},
    });
  }

  upload(content: Buffer = png(), name = '证件.png'): Promise<Response> {
    return this.#app.get('/uploads', {
      method: 'POST',
      body: new Uint8Array(content),
      headers: {'Content-Type': 'application/octet-stream', 'Upload-Name': encodeURIComponent(name), 'X-Forwarded-For': this.#address},
    });
  }

  async input(more: Partial<ApplicationInput> = {}): Promise<ApplicationInput> {
    return applicationInput((await json<Upload>(await this.upload())).id, more);
  }

  async submit(more: Partial<ApplicationInput> = {}): Promise<Receipt> {
    const response = await this.post('/applications', await this.input(more), {'Idempotency-Key': newIntent()});
    assert.equal(response.status, 201, await response.clone().text());
    return json<Receipt>(response);
  }

  look(credential: Credential): Promise<Response> {
    return this.post('/applications/status', credential);
  }

  async status({number, queryCode: code}: Receipt): Promise<ApplicationStatus> {
    return json<ApplicationStatus>(await this.look({number, code}));
  }
}

/** The agency of the staff writes its guide, so that its form is open. */
export async function openForm(app: TestApp): Promise<void> {
  const response = await app.write('PUT', `/agencies/${STAFF.agency}/application-guide`, guideInput(), {'If-Match': '*'});
  assert.equal(response.status, 200, await response.clone().text());
}

/** A GET of the staff. @param token Of the first agency where absent. */
export const staffGet = (app: TestApp, path: string, token = STAFF.token): Promise<Response> =>
  app.get(path, {headers: {Authorization: `Bearer ${token}`}});

/** Moves an application on. */
export async function moved(app: TestApp, number: string, ...events: StaffEventInput[]): Promise<StaffApplication> {
  let last: StaffApplication | undefined;
  for (const event of events) {
    const response = await app.write('POST', `/staff/applications/${number}/events`, event, {'If-Match': '*'});
    assert.equal(response.status, 201, await response.clone().text());
    last = await json<StaffApplication>(response);
  }
  return last!;
}
