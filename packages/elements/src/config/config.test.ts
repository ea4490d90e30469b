import {fixture, html} from '@open-wc/testing';
import './zwgk-config.ts';
import '../catalog/zwgk-catalog.ts';
import {useBackend} from '../testing/backend.ts';
import {until} from '../testing/wait.ts';

describe('a config that wraps nothing', () => {
  it('speaks for the whole page, also when it comes late', async () => {
    const {endpoint} = useBackend();
    const page = await fixture(html`<div><zwgk-catalog url-key=""></zwgk-catalog></div>`);
    const root = page.querySelector('zwgk-catalog')!.shadowRoot!;
    await until('unconfigured', () => root.textContent.includes('这里还没有接好数据服务'));
    const config = document.createElement('zwgk-config');
    config.setAttribute('endpoint', endpoint);
    page.append(config);
    await until('a list', () => root.querySelector('tr.has-more'));
  });
});

describe('a config’s theme', () => {
  it('turns widgets dark', async () => {
    const {endpoint} = useBackend();
    const config = await fixture(
      html`<zwgk-config theme="dark" endpoint=${endpoint}><zwgk-catalog url-key=""></zwgk-catalog></zwgk-config>`,
    );
    const root = config.querySelector('zwgk-catalog')!.shadowRoot!;
    await until('dark paper', () => getComputedStyle(root.querySelector('.root')!).colorScheme === 'dark');
  });
});
