import {html, type TemplateResult} from 'lit';
import '@zwgk/elements/document';
import {lifts, longDocument, replaced} from '../packages/elements/src/testing/document.ts';
import {documents} from '../packages/elements/src/testing/fixtures.ts';
import {problem, useBackend, type Scenario} from '../packages/elements/src/testing/backend.ts';
import {byName, until} from '../packages/elements/src/testing/wait.ts';

/** One official document in every state. Requirements shown: R3.3, R3.4, R3.7, R4.5, R4.7, R6.8. */
export default {
  title: 'Document',
  component: 'zwgk-document',
  tags: ['autodocs'],
};

interface Story {
  readonly tags?: readonly string[];
  readonly render: () => TemplateResult;
}
const show = (scenario: Scenario, id = 'doc-1'): TemplateResult => html`
  <zwgk-document endpoint=${useBackend(scenario).endpoint} document-id=${id}>
    <a href="https://slsh.example.com/doc">文件（网页版）</a>
  </zwgk-document>
`;

async function compare({target}: Event): Promise<void> {
  const {shadowRoot} = target as HTMLElement;
  byName(shadowRoot!, 'summary', /版本和前后文件/)!.click();
  (await until('the history', () => byName(shadowRoot!, 'button', '与代替前的文件对照'))).click();
}

/** R3.7: the mark 此件公开发布; R6.8: the eight fields of the head; a table among the articles. */
export const Ready: Story = {tags: ['clause:R3.7', 'clause:R6.8'], render: () => show({})};
/** R3.4: on request: the reason, never the text. */
export const OnRequest: Story = {tags: ['clause:R3.4'], render: () => show({}, 'doc-2')};
/** R4.5: its interpretations; R4.7: its own terms, links to other articles and documents; what it replaced and what changed. */
export const Everything: Story = {
  tags: ['clause:R4.5', 'clause:R4.7'],
  render: () => show({documents: [...documents, lifts]}, 'doc-lifts'),
};
/** R4.7: its versions, and what changed since the document that it replaced, opened by the reader. */
export const Compared: Story = {
  tags: ['clause:R4.7'],
  render: () => html`<div @zwgk-document-ready=${compare}>${show({documents: [...documents, lifts]}, 'doc-lifts')}</div>`,
};
/** Repealed: the notice on top leads to what replaced it. */
export const Replaced: Story = {render: () => show({documents: [documents[0]!, replaced]}, 'doc-3')};
/** A pane beside an interpretation: marks in the margin, no head, nothing to take along. */
export const Pane: Story = {
  render: () => html`
    <zwgk-document
      compact
      endpoint=${useBackend({documents: [lifts]}).endpoint}
      document-id="doc-lifts"
      .marks=${[
        {id: 'f-1', section: 'art-2', label: '哪些楼能装'},
        {id: 'f-2', section: 'art-4', start: 0, end: 12, label: '钱怎么给'},
        {id: 'f-3', section: 'art-4', label: '和以前有什么不同'},
      ]}
    ></zwgk-document>
  `,
};
/** A long law. */
export const Long: Story = {render: () => show({documents: [longDocument(60)]}, 'doc-long')};
/** A document that was amended later. */
export const Amended: Story = {render: () => show({documents: [{...documents[0]!, validity: 'amended'}]})};
/** Partly disclosed: the gap says why (art. 37). */
export const Partial: Story = {
  tags: ['clause:R3.4'],
  render: () => {
    const [first] = documents;
    const body = [
      ...first!.body!.slice(0, 3),
      {id: 'art-9', kind: 'article' as const, depth: 1, label: '第九条', blocks: [{withheld: '涉及个人隐私（条例第十五条）'}]},
    ];
    const reason = {text: '第九条涉及个人隐私。', legalBasis: '政府信息公开条例第十五条、第三十七条'};
    return show({documents: [{...first!, disclosure: 'partial', publicMark: null, disclosureReason: reason, body}]});
  },
};
/** A table that is wider than a phone, and what Word leaves behind, cleaned. */
export const WideTable: Story = {
  render: () => {
    const cells = (tag: string, texts: string[]): string => `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
    const table = `<table>${cells('th', ['序号', '项目', '标准', '期限', '受理部门'])}${cells('td', ['1', '竣工验收', '每台不超过20万元', '8个工作日', '区住房城乡建设部门'])}</table>`;
    const word =
      '<p class="MsoNormal" style="mso-pagination:none"><span lang="EN-US">附件1</span><o:p></o:p></p><ul><li>身份证</li><li>协议书</li></ul>';
    const body = [{id: 'annex-1', kind: 'annex' as const, depth: 0, label: '附件', heading: '补贴标准', blocks: [{html: word + table}]}];
    return show({documents: [{...documents[0]!, body}]});
  },
};
/** Dark, on a page that asks for it. */
export const Dark: Story = {
  render: () => html`<zwgk-config theme="dark">${show({documents: [...documents, lifts]}, 'doc-lifts')}</zwgk-config>`,
};
/** English: what the agency wrote stays Chinese, marked as such. */
export const English: Story = {render: () => html`<div lang="en">${show({documents: [...documents, lifts]}, 'doc-lifts')}</div>`};
/** Before the first answer. */
export const Loading: Story = {render: () => show({delay: Infinity})};
/** It was withdrawn or never there. */
export const NotFound: Story = {render: () => show({}, 'doc-0')};
/** The service failed. */
export const Failed: Story = {render: () => show({override: () => problem(503, 'unavailable')})};
/** The page says nowhere where the data is. */
export const Unconfigured: Story = {
  render: () => html`<zwgk-document document-id="doc-1"><a href="https://slsh.example.com/doc">文件（网页版）</a></zwgk-document>`,
};
