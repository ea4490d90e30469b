/** The widgets inside a form of the page around, as old sites wrap whole pages in one (T13), and beside password managers (T20). */
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {ApplicationGuide} from '@zwgk/contract';
import '../application-status/zwgk-application-status.ts';
import './zwgk-application.ts';
import {fill, onStep, PERSON, press} from '../testing/application-form.ts';
import {Applications} from '../testing/applications.ts';
import {useBackend} from '../testing/backend.ts';
import {byName, deepAll, until} from '../testing/wait.ts';
import type {ZwgkApplication} from './application.ts';
import type {Step} from './application.steps.ts';

const EXTRA: ApplicationGuide['extraFields'] = [
  {key: 'year', label: '年份', type: 'text', required: false, maxLength: 4},
  {key: 'on', label: '日期', type: 'date', required: false},
];
/** What each step is filled with, so that every field is in view. */
const SHOWING: readonly (readonly [Step, Readonly<Record<string, string>>])[] = [
  ['who', {'applicant.type': 'natural_person', agent: 'yes'}],
  ['who', {'applicant.type': 'organization'}],
  ['what', {}],
  ['how', {'request.delivery': 'post'}],
];
/** What a browser may fill in, by the standard's tokens; everything else is kept from it. */
const TOKENS: Readonly<Record<string, string>> = {
  ...{'applicant.name': 'name', 'org.name': 'organization', 'contact.mobile': 'tel', 'contact.email': 'email'},
  ...{'contact.address': 'street-address', 'contact.postcode': 'postal-code'},
};

interface Around {
  readonly form: HTMLFormElement;
  readonly element: ZwgkApplication;
  readonly root: ShadowRoot;
  /** What the page's form was told. */
  readonly heard: string[];
}
async function visit(changes: Partial<ZwgkApplication> = {}): Promise<Around> {
  const {endpoint} = useBackend({applications: new Applications({extraFields: EXTRA})});
  const heard: string[] = [];
  const hear = (event: Event): void => {
    if (event.type === 'submit') event.preventDefault();
    heard.push(event.type);
  };
  const form = await fixture<HTMLFormElement>(
    html`<form @submit=${hear} @reset=${hear}>
      <input name="keyword" value="站内检索" />
      <zwgk-application endpoint=${endpoint} agency="sls-zjt" url-key=""></zwgk-application>
      <button>站内检索</button>
    </form>`,
  );
  const element = Object.assign(form.querySelector('zwgk-application')!, changes);
  return {form, element, root: element.shadowRoot!, heard};
}
async function show({element, root}: Around, step: Step, values: Readonly<Record<string, string>>): Promise<HTMLElement[]> {
  await until('the guide', () => byName(root, 'button', /填写$/) ?? root.querySelector('.form'));
  element.step = step;
  await until(step, () => root.querySelector('.form') && root.querySelector('[data-field]'));
  await onStep(root, {guide: 1, who: 2, what: 3, how: 4, check: 5}[step]);
  await fill(root, values);
  return deepAll(root, '.form :is(input, textarea, select)');
}
const typed = (control: HTMLElement): string => (control as HTMLInputElement).type;

describe('a form around the application', () => {
  it('is not sent by Enter in any field, nor by any button, and knows nothing of what is in them', async function () {
    // A key at a time, through the engine's driver.
    this.timeout(60_000);
    const around = await visit();
    let fields = 0;
    for (const [step, values] of SHOWING) {
      for (const control of await show(around, step, values)) {
        // These open windows of the system.
        if (control.localName === 'select' || ['file', 'date'].includes(typed(control))) continue;
        control.focus();
        await sendKeys({press: 'Enter'});
        fields++;
      }
      await until('it stayed here', () => around.root.querySelector('.error-summary'));
      expect(around.element.step).to.equal(step);
    }
    expect(fields > 20, `${fields} fields`).to.equal(true);
    for (const name of ['上一步', '下一步']) await press(around.root, name);
    expect(around.heard).to.deep.equal([]);
    expect([...new FormData(around.form).keys()]).to.deep.equal(['keyword']);
    expect([...around.form.elements].map(({localName}) => localName)).to.deep.equal(['input', 'button']);
  });
  it('is not sent by Enter in the fields of its status either, and its own Enter still sends it', async () => {
    const {endpoint} = useBackend();
    let sent = 0;
    const form = await fixture<HTMLFormElement>(
      html`<form @submit=${(event: Event) => (event.preventDefault(), sent++)}>
        <input name="own" /><zwgk-application-status endpoint=${endpoint}></zwgk-application-status><button>站内</button>
      </form>`,
    );
    const root = form.querySelector('zwgk-application-status')!.shadowRoot!;
    for (const name of ['回执编号', '查询码']) {
      (await until(name, () => byName(root, 'input', name))).focus();
      await sendKeys({press: 'Enter'});
    }
    await until('what is wrong', () => root.textContent.includes('请填写回执编号'));
    expect([sent, [...new FormData(form).keys()]]).to.deep.equal([0, ['own']]);
    form.querySelector('input')!.focus();
    await sendKeys({press: 'Enter'});
    expect(sent > 0, 'Enter sends a form at all').to.equal(true);
  });
});

describe('browsers and password managers', () => {
  it('are told that a field is none of theirs as soon as something stands in it: they would keep it on the disk', async () => {
    const around = await visit();
    await show(around, 'who', PERSON);
    const name = byName(around.root, 'input', '姓名') as HTMLInputElement;
    expect(name.autocomplete).to.equal('off');
    await fill(around.root, {'applicant.name': ''});
    expect(name.autocomplete).to.equal('name');
  });
  for (const kiosk of [false, true]) {
    it(`fill in ${kiosk ? 'nothing on a device that others use' : 'what the standard has a name for, and nothing else'}`, async () => {
      const around = await visit({kiosk});
      const tokens: Record<string, string> = {};
      for (const [step, values] of SHOWING) {
        for (const control of await show(around, step, values)) {
          if (['radio', 'checkbox', 'file'].includes(typed(control))) continue;
          const field = control.dataset['field']!;
          const token = control.getAttribute('autocomplete');
          if (token !== 'off') tokens[field] = token ?? 'unsaid';
          expect(control.hasAttribute('name'), `${field} has no name`).to.equal(false);
          if (control.localName !== 'input') continue;
          const kept = ['data-1p-ignore', 'data-bwignore', 'data-lpignore', 'data-form-type'].filter((name) => !control.hasAttribute(name));
          expect(kept, field).to.deep.equal([]);
          expect(typed(control), field).to.not.equal('password');
        }
        expect(around.root.querySelector('form')!.autocomplete).to.equal('off');
      }
      expect(tokens).to.deep.equal(kiosk ? {} : TOKENS);
    });
  }
});
