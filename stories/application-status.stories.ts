import {html, type TemplateResult} from 'lit';
import {ref} from 'lit/directives/ref.js';
import type {ApplicationAnswer, ApplicationStatus} from '@zwgk/contract';
import {ANSWERS, RECORD_ANSWERS} from '@zwgk/rules/application';
import '@zwgk/elements/application-status';
import {answerOf, receipt, refuse, StatusBackend, statuses} from '../packages/elements/src/testing/application-status.ts';
import {useBackend} from '../packages/elements/src/testing/backend.ts';
import {byName} from '../packages/elements/src/testing/wait.ts';

/** How far a request for information has come, in every state. Requirements shown: R6.4, R6.5. */
export default {
  title: 'Application Status',
  component: 'zwgk-application-status',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  /** Words that are there once the state is: nothing is judged before. */
  readonly parameters?: {readonly shows: string};
  readonly render: () => TemplateResult;
}

/** Types what the receipt says, looks it up, then presses buttons by name. */
async function open(element: HTMLElement, code: string, press: readonly string[]): Promise<void> {
  const wait = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 30));
  while (!element.shadowRoot?.querySelector('#code')) await wait();
  const root = element.shadowRoot;
  root.querySelector<HTMLInputElement>('#number')!.value = receipt.number;
  root.querySelector<HTMLInputElement>('#code')!.value = code;
  for (const name of [/^ ?(?:查进度|查進度|Look it up) ?$/, ...press]) {
    let button = byName(root, 'button', name);
    for (let i = 0; !button && i < 100; i++) button = (await wait(), byName(root, 'button', name));
    button?.click();
  }
}

const show = (backend: StatusBackend, press: readonly string[] = [], code = receipt.code): TemplateResult => {
  const begin = (element?: Element): void => {
    if (element) void open(element as HTMLElement, code, press);
  };
  return html`
    <zwgk-application-status
      endpoint=${useBackend(backend.scenario).endpoint}
      document-href="https://www.example.com/document.html?id={id}"
      ${ref(begin)}
    >
      <a href="https://www.example.com/status">网页版</a>
    </zwgk-application-status>
  `;
};
const story = (status: ApplicationStatus, press: readonly string[] = [], shows = receipt.number): Story => ({
  parameters: {shows},
  render: () => show(new StatusBackend(status), press),
});
const answered = (code: ApplicationAnswer['code'], more: Partial<ApplicationAnswer> = {}): ApplicationStatus => ({
  ...statuses.answered,
  answer: answerOf(code, {documents: [], attachments: [], ...more}),
});
function failing(response: () => Response): StatusBackend {
  const backend = new StatusBackend();
  backend.override = response;
  return backend;
}

/** The form. */
export const Lookup: Story = {
  render: () => html`<zwgk-application-status endpoint=${useBackend({}).endpoint}></zwgk-application-status>`,
};
/** What was typed cannot be a number and a code. */
export const Slips: Story = {parameters: {shows: '请照回执再看一遍'}, render: () => show(new StatusBackend(), [], '7K3U')};
/** An unknown number and a wrong code look alike. */
export const Wrong: Story = {parameters: {shows: '没有查到'}, render: () => show(new StatusBackend(), [], '0000-0000-0000')};
/** Too many tries: it says for how long. */
export const LockedOut: Story = {
  parameters: {shows: '分钟'},
  render: () => show(failing(() => refuse(429, 'locked-out', {}, {'retry-after': '900'}))),
};
/** The service failed; what was typed is still there. */
export const Failed: Story = {parameters: {shows: '再试一次'}, render: () => show(failing(() => refuse(500, 'internal')))};
/** A login page answered in its place. */
export const Intercepted: Story = {
  render: () => show(failing(() => new Response('<html>login</html>', {headers: {'content-type': 'text/html'}}))),
};
/** No network. */
export const Unreachable: Story = {
  render: () =>
    show(
      failing(() => {
        throw new TypeError('no network');
      }),
    ),
};
/** Before the answer. */
export const Loading: Story = {render: () => show(new StatusBackend(), [])};
/** The page says nowhere where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-application-status><a href="https://www.example.com/status">网页版</a></zwgk-application-status>`,
};

export const Submitted = story(statuses.submitted);
export const PendingConfirmation = story(statuses.pendingConfirmation);
export const Registered = story(statuses.registered);
export const Routed = story(statuses.routed);
/** R6.4: being dealt with; two pauses do not count. */
export const Processing: Story = {...story(statuses.processing), tags: ['clause:R6.4']};
export const LastDay = story(statuses.lastDay);
export const CorrectionRequired = story(statuses.correctionRequired);
/** The form of the correction. */
export const Correcting = story(statuses.correctionRequired, ['去补正'], '提交补正');
export const ConsultingThirdParty = story(statuses.consultingThirdParty);
export const ConsultingAgency = story(statuses.consultingAgency);
/** Past the announced holidays: the day is an estimate. */
export const Extended = story(statuses.extended);
export const FeeNotified = story(statuses.feeNotified);
/** What may be done when no answer comes. */
export const Overdue = story(statuses.overdue);
/** The question before a request is taken back. */
export const Withdrawing = story(statuses.processing, ['撤回申请'], '要撤回这份申请吗');
/** It was not ticked. */
export const WithdrawingUnsure = story(statuses.processing, ['撤回申请', '确定撤回'], '请先勾选');
export const Answered = story(statuses.answered);
export const AnsweredLate = story(statuses.answeredLate);
export const Abandoned = story(statuses.abandoned);
export const Withdrawn = story(statuses.withdrawn);
export const Archived = story(statuses.archived);

/** Published already: where to read it. */
export const AlreadyPublic = story(
  answered('granted', {detail: 'already_public', text: '请看政府网站“政策文件”栏目。', documents: answerOf('granted').documents!}),
);
/** Another agency is responsible: that is an answer, not a transfer. */
export const OtherAgency = story(
  answered('unavailable.not_held', {detail: 'other_agency', elsewhere: '示例省自然资源厅', text: '该信息由示例省自然资源厅制作。'}),
);
/** Every outcome in plain words (国办公开办函〔2021〕30号, 条例第四十一条). */
export const EveryOutcome: Story = {
  tags: ['clause:R6.4'],
  render: () =>
    html`${[...Object.keys(ANSWERS), ...Object.keys(RECORD_ANSWERS)].map((code) => show(new StatusBackend(answered(code as ApplicationAnswer['code']))))}`,
};
/** Dark, on a page that asks for it. */
export const Dark: Story = {render: () => html`<zwgk-config theme="dark">${show(new StatusBackend())}</zwgk-config>`};
/** English: what agencies write stays in Chinese, marked as such. */
export const English: Story = {render: () => html`<div lang="en">${show(new StatusBackend())}</div>`};
/** Traditional characters. */
export const Traditional: Story = {render: () => html`<div lang="zh-HK">${show(new StatusBackend(statuses.answered))}</div>`};
