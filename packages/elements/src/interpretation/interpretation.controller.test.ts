import {expect} from '@open-wc/testing';
import {clientFor} from '@zwgk/client';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {briefing, explained, main} from '../testing/interpretation.ts';
import {until} from '../testing/wait.ts';
import {InterpretationController} from './interpretation.controller.ts';

/** An element as far as the controller needs one. */
const host = Object.assign(document.createElement('div'), {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
});
const make = (): InterpretationController => new InterpretationController(host, () => undefined);
function want(scenario: Scenario, document = 'lift'): InterpretationController {
  const controller = make();
  controller.want(clientFor(useBackend(scenario).endpoint), {document, article: ''});
  return controller;
}
describe('the one state', () => {
  it('is unconfigured without an endpoint, and without a document says what to mend', () => {
    const controller = make();
    controller.want(undefined, {document: 'lift', article: ''});
    expect(controller.state.kind).to.equal('unconfigured');
    expect(controller.fix).to.equal('');
    expect(want({}, '').fix).to.contain('document-id="…"');
  });
  it('goes from loading to ready', async () => {
    const controller = want(explained());
    expect(controller.state.kind).to.equal('loading');
    await until('ready', () => controller.state.kind === 'ready');
  });
  it('is empty when nothing explains the document', async () => {
    const controller = want(explained({items: []}));
    await until('empty', () => controller.state.kind === 'empty');
  });
  it('fails with a code, and recovers', async () => {
    let broken = true;
    const controller = want(explained({}, {override: () => (broken ? problem(500, 'internal') : undefined)}));
    const failed = await until('failed', () => controller.state.kind === 'failed' && controller.state);
    expect(failed.error.code).to.equal('server-error');
    broken = false;
    controller.retry();
    await until('ready', () => controller.state.kind === 'ready');
  });
  it('brings along what this answer needs, and no more', async () => {
    const plain = want(explained({items: [briefing]}));
    const rich = want(explained({items: [main]}));
    const [few, all] = await until('both', () =>
      plain.state.kind === 'ready' && rich.state.kind === 'ready' ? [plain.state.value, rich.state.value] : undefined,
    );
    expect([few!.sanitise, few!.media, few!.comparison].map(Boolean)).to.deep.equal([false, false, false]);
    expect([all!.sanitise, all!.media, all!.comparison].map(Boolean)).to.deep.equal([true, true, true]);
  });
});
