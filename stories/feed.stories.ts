import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/feed';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {reposts} from '../packages/elements/src/testing/feed.ts';

/** Policies of the State Council and the province, passed on, in every state. Requirement shown: R6.6. */
export default {
  title: 'Feed',
  component: 'zwgk-feed',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}
const show = (scenario: Scenario, moreHref = ''): TemplateResult => html`
  <zwgk-feed endpoint=${useBackend(scenario).endpoint} more-href=${moreHref}>
    <a href="https://www.example.com/list">网页版</a>
  </zwgk-feed>
`;

/** R6.6: as the source has it, but for the fourth; on the day of publication, the next day, four days later. */
export const Ready: Story = {tags: ['clause:R6.6'], render: () => show({})};
/** A page of the site lists them all. */
export const WithPage: Story = {render: () => show({}, 'https://www.example.com/feed')};
/** Few enough to be listed at once. */
export const Few: Story = {render: () => show({reposts: reposts.slice(0, 2)})};
/** Dark, on a page that asks for it. */
export const Dark: Story = {render: () => html`<zwgk-config theme="dark">${show({})}</zwgk-config>`};
/** English: titles and sources stay in Chinese, marked as such. */
export const English: Story = {render: () => html`<div lang="en">${show({})}</div>`};
/** Nothing was passed on yet. */
export const Empty: Story = {render: () => show({reposts: []})};
/** Before the first answer. */
export const Loading: Story = {render: () => show({delay: Infinity})};
/** The service failed. */
export const Failed: Story = {render: () => show({override: () => problem(500, 'internal')})};
/** The page says nowhere where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-feed><a href="https://www.example.com/list">网页版</a></zwgk-feed>`,
};
