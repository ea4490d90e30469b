import {expect} from '@open-wc/testing';
import {clientFor} from '@zwgk/client';
import {useBackend} from '../testing/backend.ts';
import {documents} from '../testing/fixtures.ts';
import {until} from '../testing/wait.ts';
import {DocumentController} from './document.controller.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const make = () => new DocumentController(host, () => undefined);

describe('the document’s one state', () => {
  it('is unconfigured without an endpoint or without a document', () => {
    const controller = make();
    controller.want(undefined, 'doc-1');
    expect(controller.state.kind).to.equal('unconfigured');
    controller.want(clientFor(useBackend().endpoint), '');
    expect(controller.state.kind).to.equal('unconfigured');
  });
  it('brings the sanitiser exactly when there is HTML', async () => {
    const html = make();
    html.want(clientFor(useBackend().endpoint), 'doc-1');
    const withHtml = await until('ready', () => html.state.kind === 'ready' && html.state.value);
    expect(withHtml.sanitise).to.be.a('function');
    const plain = make();
    plain.want(clientFor(useBackend({documents: [{...documents[0]!, body: documents[0]!.body!.slice(0, 3)}]}).endpoint), 'doc-1');
    const withText = await until('ready', () => plain.state.kind === 'ready' && plain.state.value);
    expect(withText.sanitise).to.equal(undefined);
  });
  it('fails with a code when the document is gone', async () => {
    const gone = make();
    gone.want(clientFor(useBackend().endpoint), 'doc-0');
    const state = await until('failed', () => gone.state.kind === 'failed' && gone.state);
    expect(state.error.code).to.equal('not-found');
  });
});
