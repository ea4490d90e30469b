import {html, nothing, type TemplateResult} from 'lit';
import '@zwgk/elements/search';
import '@zwgk/elements/catalog';
import '@zwgk/elements/document';
import {makeItems} from '../packages/elements/src/testing/fixtures.ts';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {deepAll, until} from '../packages/elements/src/testing/wait.ts';

/**
 * The search in every state that a citizen can meet. The toolbar changes language, density, accent, width and the style
 * of the page around it. Requirements shown: R3.4, R6.2, R12.2.
 */
export default {
  title: 'Search',
  component: 'zwgk-search',
  tags: ['autodocs'],
};

interface Story {
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}

interface Shown {
  /** Words that are asked for at once. */
  readonly q?: string;
  /** Words that are only written. */
  readonly draft?: string;
  readonly agency?: string;
}
let serial = 0;

/** Writes into the box as a reader would, once it is there. */
async function write(id: string, {q, draft}: Shown, composing: boolean): Promise<void> {
  const host = await until('the box', () => deepAll(document, `#${id}`)[0]);
  const input = await until('its field', () => host.shadowRoot?.querySelector<HTMLInputElement>('#q'));
  input.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
  await until('its suggestions', () => !draft || (host as unknown as {suggestions?: unknown}).suggestions);
  if (composing) input.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
  input.value = q ?? draft ?? '';
  input.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: composing}));
  if (q) input.form!.requestSubmit();
}

const show = (scenario: Scenario, shown: Shown = {}, composing = false): TemplateResult => {
  const id = `search-${++serial}`;
  // A story that has been put away before its box was there is no failure.
  if (shown.q || shown.draft) void write(id, shown, composing).catch(() => undefined);
  return html`<zwgk-search
    id=${id}
    endpoint=${useBackend(scenario).endpoint}
    url-key=""
    agency=${shown.agency ?? nothing}
    request-href="https://slsh.example.com/apply"
    no-shortcut
  ></zwgk-search>`;
};
const onSearch = (answer: (url: URL) => Response | undefined): Scenario => ({
  override: (url) => (url.pathname.endsWith('/search') ? answer(url) : undefined),
});

/** R6.2: one box; what may be written into it. */
export const Idle: Story = {tags: ['clause:R6.2'], render: () => show({})};
/** An input method composes: nothing is asked, nothing opens. */
export const Composing: Story = {render: () => show({}, {draft: 'zhao sheng'}, true)};
/** Titles, numbers and official terms for the words begun. */
export const Suggestions: Story = {render: () => show({}, {draft: '示例市'})};
/** The official term for what people say. */
export const SuggestedTerm: Story = {render: () => show({}, {draft: '低保'})};
/** R6.2: what it is, why it is here, whether it still counts, and the way to the very article. */
export const Ready: Story = {tags: ['clause:R6.2'], render: () => show({}, {q: '示例市 公开'})};
/** A document number in any brackets. */
export const DocNumber: Story = {render: () => show({}, {q: '苏示规[2025]6号'})};
/** Documents and agencies: kinds with counts, conditions. */
export const Kinds: Story = {render: () => show({}, {q: '示例'})};
/** Many pages. */
export const ManyPages: Story = {render: () => show({items: makeItems(400)}, {q: '招生范围'})};
/** Inside one agency, with a way out. */
export const Scoped: Story = {render: () => show({items: makeItems(60)}, {q: '招生范围', agency: 'sls-jyt'})};
/** No record holds every word: said before it is read. */
export const Partial: Story = {render: () => show({}, {q: '招生范围 充电桩'})};
/** One character of the same sound: the nearest spelling, and the way to insist. */
export const DidYouMean: Story = {render: () => show({}, {q: '信息公凯'})};
/** Lay words: the other wording is named. */
export const Synonym: Story = {render: () => show({}, {q: '低保'})};
/** R12.2: nothing found is no dead end. */
export const Empty: Story = {tags: ['clause:R12.2'], render: () => show({}, {q: '没有这个', agency: 'sls-jyt'})};
/** Nothing here, more elsewhere. */
export const EmptyButWider: Story = {render: () => show({}, {q: '青禾镇', agency: 'sls-jyt'})};
/** Near the limit of 64 characters. */
export const NearlyTooLong: Story = {render: () => show({}, {draft: '字'.repeat(58)})};
/** Over it: said before anything is sent. */
export const TooLong: Story = {render: () => show({}, {draft: '字'.repeat(70)})};
/** Before the answer. */
export const Loading: Story = {render: () => show({delay: (url) => (url.pathname.endsWith('/search') ? Infinity : 0)}, {q: '公开'})};
/** After a while without one. */
export const Slow: Story = {render: () => show({delay: () => Infinity}, {q: '公开'})};
/** The service failed: what to do now, and a way that works. */
export const Failed: Story = {
  render: () =>
    show(
      onSearch(() => problem(500, 'internal')),
      {q: '公开'},
    ),
};
/** A login page of a public network answered instead. */
export const Intercepted: Story = {
  render: () =>
    show(
      onSearch(() => new Response('<html>login</html>', {headers: {'content-type': 'text/html'}})),
      {q: '公开'},
    ),
};
/** Nothing reaches the service, as on a device without a network. */
export const Offline: Story = {
  render: () =>
    show(
      onSearch(() => {
        throw new TypeError('failed');
      }),
      {q: '公开'},
    ),
};
/** The page says nowhere where to ask: its own form stays. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-search url-key="" no-shortcut><a href="https://slsh.example.com/search">检索（网页版）</a></zwgk-search>`,
};
/** As in a page's header: one line, results on another page. */
export const InHeader: Story = {
  render: () =>
    html`<zwgk-search
      endpoint=${useBackend({}).endpoint}
      action="https://slsh.example.com/search.html"
      url-key=""
      no-shortcut
    ></zwgk-search>`,
};
/** Box and results in two places of one page. */
export const TwoPlaces: Story = {
  render: () => {
    const id = `search-${++serial}`;
    const {endpoint} = useBackend({});
    void write(id, {q: '示例市 公开'}, false).catch(() => undefined);
    return html`<zwgk-search id=${id} endpoint=${endpoint} url-key="" no-shortcut></zwgk-search>
      <zwgk-search for=${id} endpoint=${endpoint} request-href="https://slsh.example.com/apply"></zwgk-search>`;
  },
};
