/** The edits to Lit and DOMPurify: they fit the installed releases, and a release that they do not fit stops the build. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {EDITS, harden} from '../../packages/embed/build/harden-lit.ts';

const path = (file: string): string => new URL(`../../node_modules/${file}`, import.meta.url).pathname;

for (const [file, edits] of Object.entries(EDITS)) {
  describe(file, () => {
    const source = readFileSync(path(file), 'utf8');
    const hardened = harden(source, path(file))!;

    it('is edited', () => assert.notEqual(hardened, source));
    it('is recognised with a query, and on Windows', () => {
      assert.equal(harden(source, `${path(file)}?v=1`), hardened);
      assert.equal(harden(source, `C:\\app\\node_modules\\${file.replaceAll('/', '\\')}`), hardened);
    });
    for (const [what, pattern] of edits) {
      it(`stops the build when “${what}” looks different`, () => {
        assert.throws(
          () => harden(source.replace(pattern, 'renamed('), path(file)),
          new RegExp(`${file}: found 0 places for the edit “${what}”`),
        );
      });
      it(`stops the build when “${what}” is there twice`, () => {
        assert.throws(
          () => harden(`${source}\n${pattern.exec(source)![0]}`, path(file)),
          new RegExp(`found 2 places for the edit “${what}”`),
        );
      });
    }
    it('stops the build when a look-up is left in another form', () => {
      assert.throws(() => harden(`${source};x["litNonce"]`, path(file)), /litNonce is still there/);
      assert.throws(() => harden(`${source};x.createPolicy(y)`, path(file)), /still there/);
    });
  });
}

it('other files are left alone', () => assert.equal(harden('x.createPolicy("lit-html",', path('lit/index.js')), undefined));

describe('a lighter task does what a Resource asks of one', () => {
  type Load = (args: readonly unknown[], options: {signal: AbortSignal}) => Promise<unknown>;
  interface LikeTask {
    run(args: readonly unknown[]): Promise<void>;
    abort(): void;
    readonly status: number;
    readonly value: unknown;
    readonly error: unknown;
  }
  type TaskClass = new (host: object, options: {autoRun: false; task: Load}) => LikeTask;
  const file = '@lit/task/task.js';
  const source = readFileSync(path(file), 'utf8').replace(/import\{notEqual as t\}from"[^"]*"/, 'const t=(a,b)=>a!==b');
  const load = async (code: string): Promise<TaskClass> =>
    ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {Task: TaskClass}).Task;

  /** What one class makes of good, bad, overtaken and aborted loads: status, value, error and the updates it asked for. */
  async function story(TheTask: TaskClass): Promise<unknown[]> {
    const told: unknown[] = [];
    let updates = 0;
    const task: LikeTask = new TheTask(
      {addController: () => undefined, requestUpdate: () => updates++},
      {
        autoRun: false,
        task: ([what], {signal}) =>
          new Promise((resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error(`${String(what)} aborted`)));
            if (what === 'good') setTimeout(resolve, 1, what);
            if (what === 'bad') setTimeout(reject, 1, new Error('bad'));
          }),
      },
    );
    const tell = () => told.push([task.status, task.value, String(task.error), updates]);
    tell();
    for (const what of ['good', 'bad', 'good']) {
      const run = task.run([what]);
      tell();
      await run;
      tell();
    }
    await Promise.all([task.run(['slow']), task.run(['good'])]);
    tell();
    const slow = task.run(['slow']);
    task.abort();
    await slow;
    tell();
    return told;
  }
  it('with the same states, values, errors and updates as the whole one', {timeout: 5000}, async () => {
    const light = harden(source, path(file))!;
    assert.ok(light.length < source.length / 1.5);
    const whole = await story(await load(source));
    assert.ok(whole.length > 8);
    assert.deepEqual(await story(await load(light)), whole);
  });
});
