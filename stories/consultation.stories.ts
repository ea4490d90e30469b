import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/consultation';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';

/** The agencies of a region, in every state. */
export default {
  title: 'Consultation',
  component: 'zwgk-consultation',
  tags: ['autodocs'],
};

interface Story {
  readonly render: () => TemplateResult;
}
const show = (scenario: Scenario, region = ''): TemplateResult => html`
  <zwgk-consultation endpoint=${useBackend(scenario).endpoint} region=${region}
    ><a href="https://www.example.com/list">网页版</a></zwgk-consultation
  >
`;

/** The list. */
export const Ready: Story = {render: () => show({})};
/** Fixed to one region. */
export const Scoped: Story = {render: () => show({}, '990100')};
/** Nothing to list. */
export const Empty: Story = {render: () => show({override: () => Response.json({items: [], total: 0, nextCursor: null})})};
/** Before the first answer. */
export const Loading: Story = {render: () => show({delay: Infinity})};
/** The service failed. */
export const Failed: Story = {render: () => show({override: () => problem(500, 'internal')})};
/** The page says nowhere where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-consultation><a href="https://www.example.com/list">网页版</a></zwgk-consultation>`,
};
