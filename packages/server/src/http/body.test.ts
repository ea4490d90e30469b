import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {clientAddress, networkOf} from './address.ts';
import {readJson} from './body.ts';
import {ProblemError} from './problem.ts';

const request = (body: BodyInit, type = 'application/json'): Request =>
  new Request('http://x.test', {method: 'POST', body, headers: {'Content-Type': type}});
const refusal = (code: string) => (error: unknown) => error instanceof ProblemError && error.code === code;

test('JSON comes through as it is, up to the last byte allowed', async () => {
  for (const value of [null, 0, 'text 𠮷 \u0000', [1, [2]], {a: {b: ['c']}}])
    assert.deepEqual(await readJson(request(JSON.stringify(value)), 1000), value);
  assert.equal(await readJson(request('"12345678"'), 10), '12345678');
  await assert.rejects(readJson(request('"123456789"'), 10), refusal('payload-too-large'));
  assert.deepEqual(await readJson(request('{}', 'Application/JSON; charset="UTF-8"'), 10), {});
});

test('names that poison objects are refused at any depth, whatever the schema would say', async () => {
  for (const text of ['{"__proto__": 1}', '{"a": [{"constructor": {}}]}', '[[{"b": {"prototype": null}}]]']) {
    await assert.rejects(readJson(request(text), 1000), refusal('invalid-body'), text);
  }
});

test('depth cannot exhaust the stack', async () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  assert.ok(Array.isArray(await readJson(request(nested(32)), 1e6)));
  await assert.rejects(readJson(request(nested(34)), 1e6), refusal('invalid-body'));
  await assert.rejects(readJson(request(nested(100_000)), 1e6), refusal('invalid-body'));
});

test('who does not come to an end is not waited for', async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await wait(10);
      controller.enqueue(Buffer.from(' '));
    },
  });
  const slow = new Request('http://x.test', {
    method: 'POST',
    body: endless,
    headers: {'Content-Type': 'application/json'},
    duplex: 'half',
  } as RequestInit);
  await assert.rejects(readJson(slow, 1000, 50), refusal('timeout'));
});

test('an address is that of the socket or, behind proxies of one\u2019s own, what the outermost saw', () => {
  const of = (forwarded: string | undefined, proxies?: number): string => {
    const context = {env: {incoming: {socket: {remoteAddress: '::ffff:10.0.0.1'}}}, req: {header: () => forwarded}};
    return clientAddress(context as never, proxies);
  };
  assert.equal(of('203.0.113.9'), '10.0.0.1', 'anybody can write that header');
  assert.equal(of('6.6.6.6, 203.0.113.9', 1), '203.0.113.9');
  assert.equal(of('6.6.6.6, 203.0.113.9, 10.0.0.2', 2), '203.0.113.9');
  assert.equal(of(undefined, 1), '10.0.0.1');
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:DB8:1:2::9'), 'one household');
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'));
});
