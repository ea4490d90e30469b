import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/consultation';
import '@zwgk/elements/document';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {consultation, Consultations, survey} from '../packages/elements/src/testing/consultations.ts';
import {lifts} from '../packages/elements/src/testing/document.ts';
import {documents} from '../packages/elements/src/testing/fixtures.ts';
import {byName, deepAll, until} from '../packages/elements/src/testing/wait.ts';

/** Saying something about a draft, and what became of it, in every state. Requirements shown: R3.9, R3.10, R10.1, R11.1. */
export default {
  title: 'Consultation',
  component: 'zwgk-consultation',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}
type Then = (root: ShadowRoot) => Promise<void>;
let serial = 0;

/** One consultation, or their list, and what somebody then does in it. */
function show(name: string, scenario: Scenario = {}, then?: Then): TemplateResult {
  const id = `consultation-${++serial}`;
  const {endpoint} = useBackend({documents: [...documents, lifts], ...scenario});
  const begin = async (): Promise<void> => {
    const host = await until('the widget', () => deepAll(document, `#${id}`)[0]);
    await then!(await until('its root', () => host.shadowRoot));
  };
  // A story that has been put away before that is no failure.
  if (then) void begin().catch(() => undefined);
  return html`<zwgk-consultation id=${id} endpoint=${endpoint} consultation-id=${name && `con-${name}`} url-key="" kiosk>
    <a href="https://www.example.com/list">网页版</a>
  </zwgk-consultation>`;
}
const press = async (root: ShadowRoot, name: RegExp): Promise<void> =>
  (await until(String(name), () => byName(root, 'button', name))).click();
const write: Then = async (root) => {
  await press(root, /提(?:意见|一条)：第四条/);
  const area = (await until('the box', () => deepAll(root, '.editor textarea')[0])) as HTMLTextAreaElement;
  area.value = '补贴太少，建议提高到30万元。';
  area.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
};
const put: Then = async (root) => {
  await write(root);
  await press(root, /^放进意见单$/);
};
const review: Then = async (root) => {
  await put(root);
  await press(root, /^核对并提交/);
};
const send: Then = async (root) => {
  await review(root);
  ((await until('the consent', () => byName(root, 'input', /同意主办单位/))) as HTMLInputElement).click();
  await press(root, /^ ?提交 1 条意见/);
};
const look: Then = async (root) => {
  for (const [name, words] of [
    ['回执编号', 'Y20261125-000001'],
    ['查询码', 'K7M4-9QXT-2RW8'],
  ] as const) {
    const field = (await until(name, () => byName(root, 'input', name))) as HTMLInputElement;
    field.value = words;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
  await press(root, /^查一查$/);
};

/** R3.9: what is asked, until when, why and on what basis, above the box; a way to comment on each article. */
export const Open: Story = {tags: ['clause:R3.9'], render: () => show('open')};
/** The last day, by the server's clock. */
export const LastDay: Story = {render: () => show('last', {}, put)};
/** Not open yet. */
export const NotStarted: Story = {render: () => show('future')};
/** A period under 30 days, with its reason; opinions are not taken online. */
export const ShortAndOnPaper: Story = {
  render: () =>
    show('open', {
      consultations: new Consultations([
        consultation('open', {
          periodDays: 15,
          shortReason: '汛期将到，办法要在汛期前施行。',
          open: false,
          channels: ['email', 'letter', 'phone'],
        }),
      ]),
    }),
};
/** Writing about an article, or one of its sentences. */
export const Writing: Story = {render: () => show('open', {}, write)};
/** What is collected and not sent. */
export const Tray: Story = {render: () => show('open', {}, put)};
/** The last look, with consent unticked and what this agency asks besides. */
export const Review: Story = {
  render: () =>
    show(
      'open',
      {consultations: new Consultations([consultation('open', {fields: ['authorType', 'displayName', 'mobile', 'email']})])},
      review,
    ),
};
/** The consent is missing. */
export const ReviewProblems: Story = {
  render: () =>
    show('open', {}, async (root) => {
      await review(root);
      await press(root, /^ ?提交 1 条意见/);
    }),
};
/** Stored: number and code. */
export const Receipt: Story = {render: () => show('open', {}, send)};
/** Refused: nothing was sent, and nothing is lost. */
export const Refused: Story = {
  render: () =>
    show(
      'open',
      {
        override: (url, {method}) =>
          method === 'POST' && url.pathname.endsWith('/comments') ? problem(409, 'consultation-not-open') : undefined,
      },
      send,
    ),
};
/** A flood is on: the device proves by itself that it is in earnest, or waits. */
export const Flooded: Story = {
  render: () => {
    const consultations = new Consultations();
    consultations.flood = {bits: 40, waitSeconds: 60};
    return show('open', {consultations}, send);
  },
};
/** R3.10: closed, and the report is due. */
export const Closed: Story = {tags: ['clause:R3.10'], render: () => show('closed')};
/** R3.10: the report is overdue, and that is said. */
export const Overdue: Story = {tags: ['clause:R3.10'], render: () => show('overdue')};
/** R3.10: every kind of opinion, how many, outcome and reason. */
export const Reported: Story = {tags: ['clause:R3.10'], render: () => show('reported')};
/** What became of mine. */
export const Mine: Story = {render: () => show('reported', {}, look)};
const surveyed = (name: string, changes: Parameters<typeof survey>[0] = {}): Consultations =>
  new Consultations([consultation(name, {survey: survey(changes)})]);
const answer: Then = async (root) => {
  await press(root, /^ *填写问卷/);
  for (const name of [/^ *三、四楼/, /^ *噪声/, /^ *4 *$/])
    ((await until(String(name), () => byName(root, 'input', name))) as HTMLInputElement).click();
};
const sendAnswers: Then = async (root) => {
  await answer(root);
  await press(root, /^答好了/);
};
/** R6.3: a survey beside the draft, folded. */
export const Survey: Story = {tags: ['clause:R6.3'], render: () => show('open', {consultations: surveyed('open')})};
/** Answering it: one, several, a scale, a text. */
export const SurveyAnswers: Story = {tags: ['clause:R6.3'], render: () => show('open', {consultations: surveyed('open')}, answer)};
/** A question that must be answered was left out. */
export const SurveyProblems: Story = {
  render: () =>
    show('open', {consultations: surveyed('open')}, async (root) => {
      await press(root, /^ *填写问卷/);
      ((await until('a tick', () => byName(root, 'input', /^ *噪声/))) as HTMLInputElement).click();
      await press(root, /^答好了/);
    }),
};
/** The last look at the answers. */
export const SurveyReview: Story = {render: () => show('open', {consultations: surveyed('open')}, sendAnswers)};
/** R6.3: the results after closing; numbers are words, bars only to be looked at. */
export const SurveyResults: Story = {tags: ['clause:R6.3'], render: () => show('closed', {consultations: surveyed('closed')})};
/** Results that are shown while it is open. */
export const SurveyLive: Story = {render: () => show('open', {consultations: surveyed('open', {showResults: 'always'})})};
/** The results cannot be loaded. */
export const SurveyResultsFailed: Story = {
  render: () =>
    show('closed', {
      consultations: surveyed('closed'),
      override: (url) => (url.pathname.endsWith('/results') ? problem(500, 'internal') : undefined),
    }),
};
/** English, large letters. */
export const SurveyElder: Story = {
  render: () => html`<zwgk-config density="elder">${show('closed', {consultations: surveyed('closed')})}</zwgk-config>`,
};
/** R3.10: what changed in the text, at the opinion that it comes from. */
export const WhatChanged: Story = {
  tags: ['clause:R3.10'],
  render: () => show('reported', {}, (root) => press(root, /看改了哪些字/)),
};
/** Several drafts, each against the one before. */
export const SeveralDrafts: Story = {
  render: () => {
    const before = {number: 1, document: 'doc-3', version: 1, title: '加装电梯办法（第一次征求意见稿）', publishedOn: '2026-08-01'};
    const consultations = new Consultations([consultation('open', {earlierDrafts: [before]})]);
    return show('open', {consultations}, (root) => press(root, /和上一稿对照/));
  },
};
/** The last five minutes, by the server's clock. */
export const ClosingSoon: Story = {
  render: () => {
    const {standing} = consultation('last');
    return show('last', {consultations: new Consultations([consultation('last', {standing: {...standing, closingSoon: true}})])}, put);
  },
};
/** In time, but nothing can be taken at the moment. */
export const Paused: Story = {
  render: () => show('open', {consultations: new Consultations([consultation('open', {open: false})])}),
};
/** Files may go with comments. */
export const WithFiles: Story = {
  render: () =>
    show('open', {consultations: new Consultations([consultation('open', {maxAttachments: 3, maxUploadBytes: 10 * 1024 * 1024})])}, review),
};
/** One of mine is taken back from the public list, which can be undone. */
export const MineNoLongerPublic: Story = {
  render: () =>
    show('reported', {}, async (root) => {
      await look(root);
      await press(root, /^不再公开$/);
    }),
};
/** The consultations there are. */
export const List: Story = {render: () => show('')};
/** None. */
export const Empty: Story = {render: () => show('', {consultations: new Consultations([])})};
/** Dark, on a page that asks for it. */
export const Dark: Story = {render: () => html`<zwgk-config theme="dark">${show('reported')}</zwgk-config>`};
/** English: titles, draft and opinions stay in Chinese, marked as such. */
export const English: Story = {
  render: () => html`<div lang="en">${show('open', {}, async (root) => press(root, /Comment on this: 第四条/))}</div>`,
};
/** Traditional characters. */
export const Traditional: Story = {render: () => html`<div lang="zh-Hant">${show('reported')}</div>`};
/** Before the first answer. */
export const Loading: Story = {render: () => show('open', {delay: Infinity})};
/** The service failed. */
export const Failed: Story = {render: () => show('open', {override: () => problem(500, 'internal')})};
/** The page says nowhere where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-consultation><a href="https://www.example.com/list">网页版</a></zwgk-consultation>`,
};
