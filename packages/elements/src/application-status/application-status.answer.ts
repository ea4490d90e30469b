/** The answer: what it comes to in plain words, what the agency wrote, and what may be done against it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ApplicationAnswer, Attachment, DocumentLink, Remedy} from '@zwgk/contract';
import {formatBytes} from '../foundation/format-bytes.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import type {AnswerStrings} from './application-status.answer.strings.ts';
import type {DetailsStrings} from './application-status.details.strings.ts';
import type {StatusHost} from './application-status.host.ts';
import {dated, section} from './application-status.parts.ts';

const ICONS: Readonly<Record<string, IconName>> = {granted: 'done', partial: 'partial', denied: 'withheld', record: 'file'};

/** The outcome in two words, beside the headline. */
export const renderOutcome = ({code}: ApplicationAnswer, t: AnswerStrings): TemplateResult =>
  html`<p class="badge outcome">${icon(ICONS[code.split('.')[0]!] ?? 'alert')}${t.codes[code][0]}</p>`;

function renderDocument(host: StatusHost, link: DocumentLink): TemplateResult {
  const href = host.hrefOfDocument(link);
  return html`<li lang="zh-Hans">
    ${icon('file')} ${href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${link.title}</a>` : link.title}
    ${link.docNumber ? html`<span class="soft nowrap">${link.docNumber}</span>` : nothing}
  </li>`;
}

function renderAttachment(host: StatusHost, {name, url, bytes}: Attachment): TemplateResult {
  const href = safeHref(url, host.context.endpoint);
  return html`<li>
    ${icon('file')}
    ${href ? html`<a href=${href} target="_blank" rel="noopener noreferrer" lang="zh-Hans">${name}</a>` : html`<span lang="zh-Hans">${name}</span>`}
    <span class="soft nowrap">${formatBytes(bytes)}</span>
  </li>`;
}

function renderRemedy({kind, text, until}: Remedy, t: DetailsStrings, host: StatusHost): TemplateResult {
  const name = {complaint: t.complain, reconsideration: t.reconsider, litigation: t.litigation}[kind];
  return html`<li>
    <strong>${name}</strong>
    <p lang="zh-Hans">${text}</p>
    ${until ? html`<p>${dated(t.lastDay, until, host.context.locale)}</p>` : nothing}
  </li>`;
}

/** What may be done against it, or against its absence. */
export function renderRemedies(remedies: readonly Remedy[], t: DetailsStrings, host: StatusHost): TemplateResult {
  return html`<ul class="remedies">
    ${remedies.map((remedy) => renderRemedy(remedy, t, host))}
  </ul>`;
}

export function renderAnswer(answer: ApplicationAnswer, host: StatusHost, t: AnswerStrings, details: DetailsStrings): TemplateResult {
  const {code, detail, text, legalBasis, elsewhere, documents = [], attachments = [], remedies = []} = answer;
  const level = host.headingLevel();
  return html`<p class="plain">${detail ? t.details[detail] : t.codes[code][1]}</p>
    ${elsewhere ? html`<p>${t.elsewhere}<strong lang="zh-Hans">${elsewhere}</strong></p>` : nothing}
    ${section(
      level,
      t.text,
      html`<p class="said" lang="zh-Hans">${text}</p>
        ${legalBasis ? html`<p class="soft">${t.law}<span lang="zh-Hans">${legalBasis}</span></p>` : nothing}`,
    )}
    ${
      attachments.length > 0
        ? section(
            level,
            t.attachments,
            html`<ul class="files">
              ${attachments.map((each) => renderAttachment(host, each))}
            </ul>`,
          )
        : nothing
    }
    ${
      documents.length > 0
        ? section(
            level,
            t.documents,
            html`<ul class="files">
              ${documents.map((each) => renderDocument(host, each))}
            </ul>`,
          )
        : nothing
    }
    ${remedies.length > 0 ? section(level, t.remedies, renderRemedies(remedies, details, host)) : nothing}`;
}
