import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/meeting';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {meeting, Meetings} from '../packages/elements/src/testing/meetings.ts';
import {byName, deepAll, until} from '../packages/elements/src/testing/wait.ts';

/** Hearings, meetings and open days in every state. Requirements shown: R3.12, R3.13, R3.14, R11.2, R12.3. */
export default {
  title: 'Meeting',
  component: 'zwgk-meeting',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}
type Then = (root: ShadowRoot) => Promise<void>;
let serial = 0;

/** One meeting, or their list, and what somebody then does in it. */
function show(name: string, scenario: Scenario = {}, then?: Then): TemplateResult {
  const id = `meeting-${++serial}`;
  const {endpoint} = useBackend(scenario);
  const begin = async (): Promise<void> => {
    const host = await until('the widget', () => deepAll(document, `#${id}`)[0]);
    await then!(await until('its root', () => host.shadowRoot));
  };
  // A story that has been put away before that is no failure.
  if (then) void begin().catch(() => undefined);
  return html`<zwgk-meeting id=${id} endpoint=${endpoint} meeting-id=${name && `meet-${name}`} url-key="" kiosk>
    <a href="https://www.example.com/list">网页版</a>
  </zwgk-meeting>`;
}
const press = async (root: ShadowRoot, name: string): Promise<void> => (await until(name, () => byName(root, 'button', name))).click();
async function fill(root: ShadowRoot, name: RegExp, words: string): Promise<void> {
  const field = (await until(String(name), () => byName(root, 'input, textarea', name))) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}
const send: Then = async (root) => {
  (await until('the group', () => byName(root, 'input', /公众/))).click();
  await fill(root, /^姓名/, '朱示例');
  await fill(root, /^手机号/, '13800000001');
  await fill(root, /^主要意见/, '支持方案二。');
  (await until('the consent', () => byName(root, 'input', /同意举办单位/))).click();
  await press(root, '提交报名');
};
const look: Then = async (root) => {
  await fill(root, /^报名编号/, 'H20261125-000001');
  await fill(root, /^查询码/, 'K7M4-9QXT-2RW8');
  await press(root, '查一查');
};

/** What there is, the nearest first. */
export const List: Story = {tags: ['clause:R3.12', 'clause:R12.3'], render: () => show('')};
/** Seats are left: the form. */
export const Open: Story = {tags: ['clause:R3.12', 'clause:R11.2'], render: () => show('open')};
/** What is missing is named. */
export const Problems: Story = {render: () => show('open', {}, (root) => press(root, '提交报名'))};
/** The receipt. */
export const Receipt: Story = {render: () => show('open', {}, send)};
/** One may wait for a seat. */
export const Waiting: Story = {tags: ['clause:R3.12'], render: () => show('waiting')};
/** Every seat is taken. */
export const Full: Story = {tags: ['clause:R3.12'], render: () => show('full')};
/** Signing up has not begun. */
export const NotOpen: Story = {render: () => show('future')};
/** Participants are named before the hearing. */
export const Selected: Story = {tags: ['clause:R11.2'], render: () => show('closed')};
/** Another time and place, and why. */
export const Moved: Story = {render: () => show('moved')};
/** Called off. */
export const Cancelled: Story = {render: () => show('cancelled')};
/** On right now, with captions. */
export const Live: Story = {tags: ['clause:R3.14'], render: () => show('live')};
/** To be broadcast; the agenda says whether the public was asked. */
export const Announced: Story = {tags: ['clause:R3.13', 'clause:R3.14'], render: () => show('interview')};
/** The record is late. */
export const RecordOverdue: Story = {tags: ['clause:R11.2'], render: () => show('overdue')};
/** The record, and the recording without captions. */
export const Recorded: Story = {tags: ['clause:R11.2', 'clause:R3.14'], render: () => show('recorded')};
/** Where a sign-up stands. */
export const Mine: Story = {render: () => show('open', {}, look)};
/** Nothing to list. */
export const Empty: Story = {render: () => show('', {meetings: new Meetings([])})};
/** Before the first answer. */
export const Loading: Story = {render: () => show('', {delay: Infinity})};
/** The service failed. */
export const Failed: Story = {render: () => show('open', {override: () => problem(500, 'internal')})};
/** The page says nowhere where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-meeting><a href="https://www.example.com/list">网页版</a></zwgk-meeting>`,
};
/** Larger, in one column. */
export const Elder: Story = {
  render: () => html`<zwgk-config density="elder">${show('open', {meetings: new Meetings([meeting('open')])})}</zwgk-config>`,
};
