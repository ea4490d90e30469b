/** Two tabs with one draft (R12). The other tab is a frame of this origin: it writes to the same storage, and is heard as a tab is. */
import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-application.ts';
import {fill, onStep, press} from '../testing/application-form.ts';
import {useBackend} from '../testing/backend.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import {readDurable, writeDurable} from '../foundation/durable.ts';
import {toDraft, type Values} from './application.logic.ts';
import type {ZwgkApplication} from './application.ts';

interface Tab {
  readonly root: ShadowRoot;
  readonly name: string;
  readonly storage: Storage;
}
const OURS: Values = {'request.title': '青禾路批复'};
const THEIRS: Values = {'request.title': '青禾路批复', 'request.description': '二〇二六年上半年的那一份。'};
let serial = 0;

/** A tab on the step with the draft, which another tab has as well. */
async function visit(kept: Values | undefined = OURS, changes: Partial<ZwgkApplication> = {}, left?: Values): Promise<Tab> {
  const {endpoint} = useBackend();
  const name = `zwgk-application-draft:${endpoint}:sls-zjt`;
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="other tab"></iframe>`);
  const storage = frame.contentWindow!.localStorage;
  if (kept) storage.setItem(name, toDraft(kept, Date.now()));
  if (left) storage.setItem(`${name}:closed${++serial}`, toDraft(left, Date.now()));
  const element = await fixture<ZwgkApplication>(
    html`<zwgk-application endpoint=${endpoint} agency="sls-zjt" url-key=""></zwgk-application>`,
  );
  Object.assign(element, {step: 'what', ...changes});
  await onStep(element.shadowRoot!, 3);
  await until('the form', () => deepAll(element.shadowRoot!, '.form')[0]);
  return {root: element.shadowRoot!, name, storage};
}
const write = ({storage, name}: Tab, values: Values): void => storage.setItem(name, toDraft(values, Date.now()));
const value = ({root}: Tab, name: string): string => (deepAll(root, `[data-field="${name}"]`)[0] as HTMLInputElement).value;
const kept = ({storage, name}: Tab): string => storage.getItem(name) ?? '';
const names = ({storage, name}: Tab): string[] =>
  [...new Array(storage.length).keys()].map((i) => storage.key(i)!).filter((key) => key.startsWith(name));
const shown = ({root}: Tab, text: string) => until(text, () => root.textContent.includes(text));
const gone = ({root}: Tab, text: string) => until(`no ${text}`, () => !root.textContent.includes(text));

afterEach(() => localStorage.clear());

describe('a draft that another tab has too', () => {
  it('and changes: what was not touched here follows, and can be changed back', async () => {
    const tab = await visit();
    write(tab, THEIRS);
    await shown(tab, '这里已经跟着换成新的');
    await until('the text', () => value(tab, 'request.description') === THEIRS['request.description']);
    await press(tab.root, '换回原来的');
    await until('the old text', () => value(tab, 'request.description') === '');
    expect(kept(tab)).to.not.contain('上半年');
    await gone(tab, '这里已经跟着');
  });
  it('and changes while somebody writes here: neither is lost, both are told, and the person takes theirs', async () => {
    const tab = await visit();
    await fill(tab.root, {'request.title': '青禾路环评'});
    write(tab, THEIRS);
    await shown(tab, '两边的内容都还在，请选一份');
    expect(tab.root.querySelector('.tabs')!.textContent).to.contain('上半年').and.contain('青禾路批复');
    expect(value(tab, 'request.title')).to.equal('青禾路环评');
    await fill(tab.root, {'request.title': '青禾路环评报告'});
    await until('it is kept beside it', () => names(tab).length === 2);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(kept(tab), 'theirs is not written over').to.contain('上半年').and.not.contain('环评');
    await press(tab.root, '用另一边的');
    await until('their text', () => value(tab, 'request.description') === THEIRS['request.description']);
    expect(value(tab, 'request.title')).to.equal(OURS['request.title']);
    expect(names(tab), 'one draft is left').to.deep.equal([tab.name]);
  });
  it('or keeps what is here, which is then the draft of both', async () => {
    const tab = await visit();
    await fill(tab.root, {'request.title': '青禾路环评'});
    write(tab, THEIRS);
    await shown(tab, '请选一份');
    await press(tab.root, '用这里的');
    await until('it is written', () => kept(tab).includes('青禾路环评'));
    await gone(tab, '请选一份');
    expect(names(tab)).to.deep.equal([tab.name]);
  });
  it('whose change was never heard of is not written over either', async () => {
    const tab = await visit();
    const stop = (event: Event): void => event.stopImmediatePropagation();
    window.addEventListener('storage', stop, {capture: true});
    write(tab, THEIRS);
    await fill(tab.root, {'request.title': '青禾路环评'});
    await shown(tab, '请选一份');
    window.removeEventListener('storage', stop, {capture: true});
    expect(kept(tab)).to.contain('上半年');
  });
  it('is no matter where both wrote the same', async () => {
    const tab = await visit();
    await fill(tab.root, THEIRS as Record<string, string>);
    write(tab, THEIRS);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(tab.root.querySelector('.tabs')).to.equal(null);
  });
  it('and was closed before anybody chose: both are there when the form is opened again', async () => {
    const tab = await visit(OURS, {}, THEIRS);
    await shown(tab, '请选一份');
    expect(value(tab, 'request.title')).to.equal(OURS['request.title']);
    await press(tab.root, '用另一边的');
    await until('their text', () => value(tab, 'request.description') === THEIRS['request.description']);
    expect(names(tab)).to.deep.equal([tab.name]);
  });
  it('and sends: it is told here, and nothing is kept any more', async () => {
    const tab = await visit();
    tab.storage.removeItem(tab.name);
    await shown(tab, '在另一个标签页里已经提交');
    await fill(tab.root, {'request.title': '青禾路环评'});
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect([kept(tab), value(tab, 'request.title')]).to.deep.equal(['', '青禾路环评']);
    expect((byName(tab.root, 'input', /把草稿存在/) as HTMLInputElement).checked).to.equal(false);
  });
  it('is nothing to a device that others use', async () => {
    const tab = await visit(undefined, {kiosk: true});
    write(tab, THEIRS);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([value(tab, 'request.description'), tab.root.querySelector('.tabs')]).to.deep.equal(['', null]);
  });
});

describe('a draft when the browser was killed', () => {
  it('is there though localStorage had not reached the disk, and is kept while somebody types without a pause (R10)', async () => {
    const tab = await visit();
    for (let i = 0; i < 40; i++) {
      await fill(tab.root, {'request.title': `青禾路环评${i}`});
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await readDurable(tab.name)).get(tab.name)).to.contain('青禾路环评');
  });
  it('comes from the second copy where that is the newer one', async () => {
    const {endpoint} = useBackend();
    const name = `zwgk-application-draft:${endpoint}:sls-zjt`;
    localStorage.setItem(name, toDraft(OURS, Date.now() - 5_000));
    await writeDurable(name, toDraft(THEIRS, Date.now()));
    const element = await fixture<ZwgkApplication>(
      html`<zwgk-application endpoint=${endpoint} agency="sls-zjt" url-key=""></zwgk-application>`,
    );
    element.step = 'what';
    await until('the text', () => element.shadowRoot!.querySelector('textarea')?.value === THEIRS['request.description']);
    byName(element.shadowRoot!, 'input', /把草稿存在/)!.click();
    let left: number | undefined;
    while (left !== 0) left = (await readDurable(name)).size;
  });
});
