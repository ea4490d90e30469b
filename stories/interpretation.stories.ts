import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/document';
import '@zwgk/elements/interpretation';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {briefing, explained, main, onTime, policy, practice} from '../packages/elements/src/testing/interpretation.ts';
import {byName, until} from '../packages/elements/src/testing/wait.ts';

/** What a policy means, in every state. Requirements shown: R4.1, R4.2, R4.4–R4.10. */
export default {
  title: 'Interpretation',
  component: 'zwgk-interpretation',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}
const show = (scenario: Scenario, interpretation = '', theme = 'light', lang = 'zh-Hans'): TemplateResult => html`
  <zwgk-interpretation
    endpoint=${useBackend(scenario).endpoint}
    document-id="lift"
    url-key=""
    interpretation=${interpretation}
    theme=${theme}
    lang=${lang}
    ><a href="https://sls.example.com/lift">文件和解读（网页版）</a></zwgk-interpretation
  >
`;
const none = {items: []};
/** Presses a button of the widget as soon as it is there. */
const pressing =
  (name: string | RegExp) =>
  async ({target}: Event): Promise<void> => {
    const button = await until(String(name), () => byName((target as HTMLElement).shadowRoot!, 'button', name));
    if (button.isConnected) button.click();
  };

/** Facets in their order (R4.7), picture and sound (R4.8), passages that moved, were reworded, are gone; a timeline (R4.6). */
export const Ready: Story = {tags: ['clause:R4.6', 'clause:R4.7', 'clause:R4.8'], render: () => show(explained())};
/** Only one interpretation: no timeline. The head of the department speaks (R4.2); a press release (R4.10). */
export const Single: Story = {tags: ['clause:R4.2', 'clause:R4.10'], render: () => show(explained({items: [main]}))};
/** One given while the policy is carried out, for one group of readers (R4.9). */
export const Execution: Story = {tags: ['clause:R4.9'], render: () => show(explained(), 'i-practice')};
/** The reader has gone to the passage: it is lit up, and in a column the way back stands at the foot of the window. */
export const AtThePassage: Story = {
  tags: ['clause:R4.7'],
  render: () => html`<div @zwgk-interpretation-ready=${pressing('看原文第二条')}>${show(explained())}</div>`,
};
/** R4.8: the picture, looked at closely. */
export const Zoomed: Story = {
  tags: ['clause:R4.8'],
  render: () => html`<div @zwgk-interpretation-ready=${pressing(/放大看/)}>${show(explained())}</div>`,
};
/** R4.4: in time, and how long after the document. */
export const HoursLater: Story = {
  tags: ['clause:R4.4'],
  render: () => show(explained({items: [main], duty: {...onTime, publishedOn: main.publishedOn, minutesAfter: 130}})),
};
/** R4.4: due, not there yet. */
export const Pending: Story = {
  tags: ['clause:R4.1', 'clause:R4.4'],
  render: () => show(explained({...none, duty: {...onTime, status: 'pending', dueOn: '2026-10-16', estimated: true}})),
};
/** R4.4: the day has passed; only the briefing before the decision is there. */
export const Overdue: Story = {
  tags: ['clause:R4.4'],
  render: () => show(explained({items: [briefing], duty: {...onTime, status: 'overdue'}})),
};
/** R4.4: published after the day. */
export const Late: Story = {
  tags: ['clause:R4.4'],
  render: () =>
    show(explained({items: [{...practice, phase: 'publication'}], duty: {...onTime, status: 'late', publishedOn: '2026-11-18'}})),
};
/** Nothing has to be explained, and nothing is. */
export const Empty: Story = {render: () => show(explained({...none, duty: {...onTime, status: 'not_required', dueOn: undefined!}}))};
/** Dark theme. */
export const Dark: Story = {render: () => show(explained(), '', 'dark')};
/** In English; what agencies wrote stays Chinese. */
export const English: Story = {render: () => show(explained(), '', 'light', 'en')};
/** Beside an article that the page itself has rendered; nothing is put into it. */
export const OnTheArticle: Story = {
  tags: ['clause:R4.5'],
  render: () => html`
    <article id="host-article" lang="zh-Hans">
      <h2>${policy.title}</h2>
      <p>${policy.docNumber}</p>
      ${policy.body!.map(
        ({label, heading, blocks}) => html`<p>${label}　${heading}${blocks.map((block) => ('text' in block ? block.text : ''))}</p>`,
      )}
    </article>
    <zwgk-interpretation
      endpoint=${useBackend(explained()).endpoint}
      document-id="lift"
      url-key=""
      for="#host-article"
    ></zwgk-interpretation>
  `,
};
/** Before the first answer. */
export const Loading: Story = {render: () => show({delay: Infinity})};
/** The document was withdrawn or never there. */
export const NotFound: Story = {render: () => show({documents: []})};
/** The service failed. */
export const Failed: Story = {render: () => show({override: () => problem(503, 'unavailable')})};
/** The page names no document. */
export const Unconfigured: Story = {
  render: () =>
    html`<zwgk-interpretation endpoint=${useBackend().endpoint}
      ><a href="https://sls.example.com/lift">文件和解读（网页版）</a></zwgk-interpretation
    >`,
};
