import {expect} from '@open-wc/testing';
import {clientFor, type ZwgkClient} from '@zwgk/client';
import type {ApplicationInput} from '@zwgk/contract';
import {readDurable, writeDurable} from '../foundation/durable.ts';
import {Applications} from '../testing/applications.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';
import {ApplicationController, type Sending} from './application.controller.ts';
import {pendingKey, pendingName} from './application.pending.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const INPUT = {agency: 'sls-zjt', kind: 'information', guideVersion: 3, request: {title: '甲'}} as unknown as ApplicationInput;
const OTHER = {...INPUT, request: {title: '乙'}} as ApplicationInput;

/** What an earlier page left behind, as it is kept. */
const leave = (endpoint: string, key: string): void => localStorage.setItem(pendingName(endpoint), `${key} ${Date.now()}`);

interface Stage {
  readonly controller: ApplicationController;
  readonly client: ZwgkClient;
  readonly applications: Applications;
  readonly settled: Sending[];
}
function stage(scenario: Omit<Scenario, 'applications'> = {}, kiosk = false): Stage {
  const applications = new Applications();
  const client = clientFor(useBackend({...scenario, applications}).endpoint);
  const settled: Sending[] = [];
  const controller = new ApplicationController(
    host,
    () => kiosk,
    (state) => settled.push(state),
  );
  return {controller, client, applications, settled};
}
const isSubmit = (url: URL, {method}: RequestInit): boolean => method === 'POST' && url.pathname.endsWith('/applications');

describe('one request', () => {
  it('ends with a receipt, and leaves no key behind', async () => {
    const {controller, client, applications, settled} = stage();
    await controller.send(client, INPUT);
    expect(controller.state.kind).to.equal('done');
    expect(applications.rows.size).to.equal(1);
    expect(settled.length).to.equal(1);
    expect(pendingKey(client.endpoint)).to.equal(undefined);
  });
  it('is sent once, however often it is pressed (R1c)', async () => {
    const {controller, client, applications} = stage({delay: 20});
    await Promise.all([controller.send(client, INPUT), controller.send(client, INPUT), controller.send(client, INPUT)]);
    expect(applications.rows.size).to.equal(1);
  });
  it('whose answer was lost is found again with the same key, not stored twice (R1b)', async () => {
    let lost = true;
    const {controller, client, applications} = stage({
      override: (url, init) => {
        if (!isSubmit(url, init) || !lost) return undefined;
        applications.answer('/applications', init);
        return new Response('<html>', {headers: {'content-type': 'text/html'}});
      },
    });
    await controller.send(client, INPUT);
    expect(controller.state.kind).to.equal('unsent');
    expect(pendingKey(client.endpoint)).to.not.equal(undefined);
    lost = false;
    await controller.send(client, INPUT);
    expect([controller.state.kind, applications.rows.size]).to.deep.equal(['done', 1]);
  });
  it('that landed and was then changed is not sent again: its receipt is shown (R1d)', async () => {
    let lost = true;
    const {controller, client, applications} = stage({
      override: (url, init) => {
        if (!isSubmit(url, init) || !lost) return undefined;
        applications.answer('/applications', init);
        return new Response('', {status: 200});
      },
    });
    await controller.send(client, INPUT);
    lost = false;
    await controller.send(client, OTHER);
    expect([controller.state.kind, applications.rows.size]).to.deep.equal(['done', 1]);
    expect(controller.state.kind === 'done' && controller.state.earlier).to.equal(true);
  });
  it('that did not land and was then changed goes with a new key', async () => {
    const keys: string[] = [];
    const {controller, client, applications} = stage({
      override: (url, init) => {
        if (!isSubmit(url, init)) return undefined;
        keys.push(new Headers(init.headers).get('idempotency-key')!);
        return keys.length === 1 ? problem(400, 'invalid-body') : undefined;
      },
    });
    await controller.send(client, INPUT);
    await controller.send(client, OTHER);
    expect([controller.state.kind, applications.rows.size, new Set(keys).size]).to.deep.equal(['done', 1, 2]);
  });
});

describe('a request that a crash cut off (R10)', () => {
  it('is asked for first, and its receipt is shown', async () => {
    const {controller, client, applications} = stage();
    const key = 'k'.repeat(22);
    applications.answer('/applications', {headers: {'idempotency-key': key}, body: JSON.stringify(INPUT)});
    leave(client.endpoint, key);
    await controller.recover(client);
    expect(controller.state.kind === 'done' && controller.state.earlier).to.equal(true);
    expect(pendingKey(client.endpoint)).to.equal(undefined);
  });
  it('is asked for though its key had not reached localStorage on the disk: it is kept twice', async () => {
    const {controller, client, applications} = stage();
    const key = 'k'.repeat(22);
    applications.answer('/applications', {headers: {'idempotency-key': key}, body: JSON.stringify(INPUT)});
    await writeDurable(pendingName(client.endpoint), `${key} ${Date.now()}`);
    await controller.recover(client);
    expect(controller.state.kind === 'done' && controller.state.earlier).to.equal(true);
    let left: number | undefined;
    while (left !== 0) left = (await readDurable(pendingName(client.endpoint))).size;
  });
  it('has its key in both places while it is under way, and in neither on a device that others use', async () => {
    for (const kiosk of [false, true]) {
      const {controller, client} = stage({override: (url, init) => (isSubmit(url, init) ? new Response('') : undefined)}, kiosk);
      await controller.send(client, INPUT);
      const name = pendingName(client.endpoint);
      const kept = [localStorage.getItem(name) ?? '', (await readDurable(name)).get(name) ?? ''];
      expect(kept.map((text) => /^[\w-]{22} \d+$/.test(text))).to.deep.equal([!kiosk, !kiosk]);
      localStorage.removeItem(name);
    }
  });
  it('and never landed is forgotten', async () => {
    const {controller, client} = stage();
    leave(client.endpoint, 'k'.repeat(22));
    await controller.recover(client);
    expect([controller.state.kind, pendingKey(client.endpoint)]).to.deep.equal(['idle', undefined]);
  });
  it('keeps its key while nobody can tell', async () => {
    const {controller, client} = stage({override: () => new Response('', {status: 200})});
    leave(client.endpoint, 'k'.repeat(22));
    await controller.recover(client);
    expect([controller.state.kind, pendingKey(client.endpoint)]).to.deep.equal(['unsent', 'k'.repeat(22)]);
    localStorage.removeItem(pendingName(client.endpoint));
  });
  it('leaves nothing on a device that others use', async () => {
    const {controller, client} = stage({override: (url, init) => (isSubmit(url, init) ? new Response('') : undefined)}, true);
    await controller.send(client, INPUT);
    expect([controller.state.kind, pendingKey(client.endpoint)]).to.deep.equal(['unsent', undefined]);
  });
  it('is not resumed from a key that is none, or too old', () => {
    const endpoint = 'https://old.example.com';
    const put = (text: string): void => localStorage.setItem(`zwgk-application-pending:${endpoint}`, text);
    for (const text of ['', 'x 1', `${'k'.repeat(22)} 0`, `${'k'.repeat(22)} NaN`, '<b> 1']) {
      put(text);
      expect(pendingKey(endpoint)).to.equal(undefined);
    }
    localStorage.removeItem(`zwgk-application-pending:${endpoint}`);
  });
});

describe('a storage that refuses (R11)', () => {
  it('stops nothing', async () => {
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const {controller, client} = stage();
      await controller.send(client, INPUT);
      expect(controller.state.kind).to.equal('done');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});

describe('a form that leaves the page', () => {
  it('stops what is under way', async () => {
    const {controller, client} = stage({delay: (url) => (url.pathname.endsWith('/applications') ? Infinity : 0)});
    const sent = controller.send(client, INPUT);
    await until('sending', () => controller.state.kind === 'sending');
    controller.hostDisconnected();
    await sent;
    expect(controller.state.kind).to.equal('idle');
  });
});
