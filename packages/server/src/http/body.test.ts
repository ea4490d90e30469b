import assert from 'node:assert/strict';
import {test} from 'node:test';
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
