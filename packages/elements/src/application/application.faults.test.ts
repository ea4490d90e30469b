/** What goes wrong between the form and the server: nothing looks sent that was not, and nothing typed is lost. */
import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-application.ts';
import {MATTER, onStep, PERSON, press, walkTo} from '../testing/application-form.ts';
import {Applications} from '../testing/applications.ts';
import {BAD_RESPONSES, hurried} from '../testing/bad-responses.ts';
import {useBackend, type Scenario} from '../testing/backend.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import type {ZwgkApplication} from './application.ts';

const isSubmit = (url: URL, {method}: RequestInit): boolean => method === 'POST' && url.pathname.endsWith('/applications');

async function filledIn(scenario: Scenario): Promise<ShadowRoot> {
  const {endpoint} = useBackend(scenario);
  const element = await fixture<ZwgkApplication>(
    html`<zwgk-application endpoint=${endpoint} agency="sls-zjt" url-key=""></zwgk-application>`,
  );
  await walkTo(element.shadowRoot!, 5);
  return element.shadowRoot!;
}
const value = (root: ShadowRoot, name: string): string => (deepAll(root, `[data-field="${name}"]`)[0] as HTMLInputElement).value;
const sentAgain = (root: ShadowRoot) => until('a way to send again', () => byName(root, 'button', '再提交一次'));

/** Everything typed, as the steps have it. */
async function assertKept(root: ShadowRoot): Promise<void> {
  await press(root, '上一步');
  await onStep(root, 4);
  expect(value(root, 'contact.mobile')).to.equal('13800000001');
  await press(root, '上一步');
  await onStep(root, 3);
  expect(value(root, 'request.description')).to.equal(MATTER['request.description']);
  await press(root, '上一步');
  await onStep(root, 2);
  expect([value(root, 'applicant.name'), value(root, 'applicant.idNumber')]).to.deep.equal([
    PERSON['applicant.name'],
    PERSON['applicant.idNumber'],
  ]);
  expect(root.querySelector('.file')!.textContent).to.contain('已传好');
}

afterEach(() => localStorage.clear());

describe('an answer that is no receipt (R4, R5)', () => {
  for (const [name, response] of Object.entries(BAD_RESPONSES)) {
    it(`${name}: not sent, everything kept, and the next try makes one request`, async () => {
      const applications = new Applications();
      let bad = true;
      const root = await filledIn({applications, override: (url, init) => (bad && isSubmit(url, init) ? response() : undefined)});
      await hurried(async () => {
        await press(root, '提交申请');
        await sentAgain(root);
      });
      expect(root.querySelector('.receipt') === null).to.equal(true);
      expect(root.textContent).to.contain('未提交，内容已保留');
      expect((globalThis as {ran?: boolean}).ran).to.equal(undefined);
      await assertKept(root);
      bad = false;
      for (const step of [3, 4, 5]) {
        await press(root, '下一步');
        await onStep(root, step);
      }
      await press(root, '再提交一次');
      await until('the receipt', () => root.querySelector('.receipt'));
      expect(applications.rows.size).to.equal(1);
    });
  }
});

describe('a line that breaks (R1, R6)', () => {
  for (const [name, stored] of [
    ['before the request arrives', false],
    ['after it is stored', true],
  ] as const) {
    it(`${name}: one row, whose receipt is shown`, async () => {
      const applications = new Applications();
      let breaks = 3;
      const root = await filledIn({
        applications,
        override: (url, init) => {
          if (!isSubmit(url, init) || breaks-- <= 0) return undefined;
          if (stored) applications.answer('/applications', init);
          throw new TypeError('broken');
        },
      });
      await hurried(async () => {
        await press(root, '提交申请');
        await until('the receipt', () => root.querySelector('.receipt'));
      });
      expect(applications.rows.size).to.equal(1);
      expect(root.textContent).to.contain([...applications.rows.values()][0]!.receipt.number);
    });
  }
  it('twenty presses make one row', async () => {
    const applications = new Applications();
    const root = await filledIn({applications, delay: (url) => (url.pathname.endsWith('/applications') ? 50 : 0)});
    const button = await until('the button', () => byName(root, 'button', '提交申请'));
    for (let i = 0; i < 20; i++) button.click();
    await until('the receipt', () => root.querySelector('.receipt'));
    expect(applications.rows.size).to.equal(1);
  });
});

describe('a device that goes offline (R9)', () => {
  it('says so, sends nothing of its own when it is back, and one press sends', async () => {
    const applications = new Applications();
    const root = await filledIn({
      applications,
      override: (url, init) => {
        if (isSubmit(url, init) && !navigator.onLine) throw new TypeError('offline');
        return undefined;
      },
    });
    let online = false;
    Object.defineProperty(navigator, 'onLine', {get: () => online, configurable: true});
    try {
      window.dispatchEvent(new Event('offline'));
      await until('the banner', () => root.textContent.includes('现在没有联网，内容都在'));
      await press(root, '提交申请');
      await sentAgain(root);
      online = true;
      for (let i = 0; i < 50; i++) window.dispatchEvent(new Event(i % 2 ? 'offline' : 'online'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(applications.rows.size).to.equal(0);
      await press(root, '再提交一次');
      await until('the receipt', () => root.querySelector('.receipt'));
      expect(applications.rows.size).to.equal(1);
    } finally {
      delete (navigator as {onLine?: boolean}).onLine;
    }
  });
});

describe('storage that throws (R11)', () => {
  it('stops nothing, and drafts are said to be off', async () => {
    const {setItem, getItem} = Storage.prototype;
    Storage.prototype.setItem = Storage.prototype.getItem = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      const applications = new Applications();
      const root = await filledIn({applications});
      await press(root, '上一步');
      await press(root, '上一步');
      await onStep(root, 3);
      byName(root, 'input', /把草稿存在/)!.click();
      await until('the word', () => root.textContent.includes('不让存草稿'));
      await press(root, '下一步');
      await onStep(root, 4);
      await press(root, '下一步');
      await onStep(root, 5);
      await press(root, '提交申请');
      await until('the receipt', () => root.querySelector('.receipt'));
    } finally {
      Object.assign(Storage.prototype, {setItem, getItem});
    }
  });
});
