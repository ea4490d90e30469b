import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/catalog';
import '@zwgk/elements/document';
import {makeItems} from '../packages/elements/src/testing/fixtures.ts';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';

/**
 * The catalogue in every state that a citizen can meet. The toolbar changes language, density, accent, width and the
 * style of the page around it. Requirements shown: R2.1–R2.5, R3.1–R3.4, R6.1, R6.2, R6.7.
 */
export default {
  title: 'Catalogue',
  component: 'zwgk-catalog',
  tags: ['autodocs'],
};

interface Story {
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}
const show = (scenario: Scenario, more: {item?: string; agency?: string; level?: string; fallback?: boolean} = {}): TemplateResult => html`
  <zwgk-catalog
    endpoint=${useBackend(scenario).endpoint}
    url-key=""
    item=${more.item ?? ''}
    level=${more.level ?? ''}
    agency=${more.agency ?? ''}
    request-href="https://slsh.example.com/apply"
  >
    ${more.fallback === false ? '' : html`<a href="https://slsh.example.com/catalog">公开目录（网页版）</a>`}
  </zwgk-catalog>
`;

/** R2.2, R2.3, R3.1: a page of items with facets. */
export const Ready: Story = {tags: ['clause:R2.2', 'clause:R2.3', 'clause:R3.1', 'clause:R6.1'], render: () => show({})};
/** R2.3: every field of one item; R2.5: its history; documents published under it. */
export const Item: Story = {tags: ['clause:R2.3', 'clause:R2.5'], render: () => show({}, {item: 'it-0'})};
/** R3.4: what is kept back is never shown, its reason always. */
export const ItemWithheld: Story = {tags: ['clause:R3.4'], render: () => show({}, {item: 'it-7'})};
/** Fixed to one agency and level, as an agency's own page has it. */
export const Scoped: Story = {render: () => show({}, {agency: 'sfq-zjj', level: 'county'})};
/** A catalogue that nobody has filled yet. */
export const Empty: Story = {render: () => show({items: []})};
/** Before the first answer: rows of the height to come, and the page's own links. */
export const Loading: Story = {render: () => show({delay: Infinity})};
/** The service failed: what to do now, and a way that works. */
export const Failed: Story = {render: () => show({override: () => problem(500, 'internal')})};
/** The same on a page that gave no fallback links. */
export const FailedWithoutFallback: Story = {render: () => show({override: () => problem(500, 'internal')}, {fallback: false})};
/** A login page of a public network answered instead. */
export const Intercepted: Story = {
  render: () => show({override: () => new Response('<html>login</html>', {headers: {'content-type': 'text/html'}})}),
};
/** The page says nowhere where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-catalog url-key=""><a href="https://slsh.example.com/catalog">公开目录（网页版）</a></zwgk-catalog>`,
};
/** Long names and many pages. */
export const ManyPages: Story = {render: () => show({items: makeItems(1234)})};
