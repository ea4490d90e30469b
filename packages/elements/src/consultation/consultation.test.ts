import {expect, fixture, html} from '@open-wc/testing';
import './zwgk-consultation.ts';
import {problem, useBackend, type Scenario} from '../testing/backend.ts';
import {agencies} from '../testing/fixtures.ts';
import {byName, until} from '../testing/wait.ts';
import type {ZwgkConsultation} from './consultation.ts';

async function visit(scenario: Scenario = {}): Promise<{element: ZwgkConsultation; root: ShadowRoot}> {
  const {endpoint} = useBackend(scenario);
  const element = await fixture<ZwgkConsultation>(
    html`<zwgk-consultation endpoint=${endpoint}><a href="https://www.example.com/list">网页版</a></zwgk-consultation>`,
  );
  return {element, root: element.shadowRoot!};
}
const shown = (root: ShadowRoot, text: string) => until(text, () => root.textContent.includes(text));

describe('a visitor', () => {
  it('has the page’s own links before anything is there', async () => {
    const {root} = await visit({delay: Infinity});
    expect(root.querySelector('slot')).to.not.equal(null);
  });
  it('reads the list, marked as sample data where it is', async () => {
    const {root} = await visit();
    for (const {name} of agencies) await shown(root, name);
    expect(root.querySelectorAll('li').length).to.equal(agencies.length);
    await shown(root, '演示数据');
  });
  it('is told when there is nothing', async () => {
    const {root} = await visit({override: () => Response.json({items: [], total: 0, nextCursor: null})});
    await shown(root, '这里还没有机关');
  });
  it('can try again when the service is down, and still has the links', async () => {
    let down = true;
    const {root} = await visit({override: () => (down ? problem(500, 'internal') : undefined)});
    const again = await until('a way to try again', () => byName(root, 'button', '再试一次'));
    expect(root.querySelector('slot')).to.not.equal(null);
    down = false;
    again.click();
    await shown(root, agencies[0]!.name);
  });
  it('reads English on an English page', async () => {
    const {element, root} = await visit();
    element.lang = 'en';
    await shown(root, 'Agencies');
  });
});

describe('a webmaster', () => {
  it('hears of a failure by its code', async () => {
    const codes: string[] = [];
    const {element, root} = await visit({delay: 20, override: () => problem(500, 'internal')});
    element.addEventListener('zwgk-consultation-error', ({detail}) => codes.push(detail.error.code));
    await until('the failure', () => byName(root, 'button', '再试一次'));
    expect(codes).to.deep.equal(['server-error']);
  });
});
