/** The head of a consultation: its state at a glance, who asks until when, why, on what basis, and how else to comment (R3.9). */
import {html, nothing, type TemplateResult} from 'lit';
import type {Consultation} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {icon, type IconName} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import type {ConsultationPage} from './consultation.page.ts';

export const STATE_ICONS: Readonly<Record<string, IconName>> = {not_started: 'clock', open: 'clock', closed: 'withheld', reported: 'done'};

/** The state, and the report where one is due: overdue is said plainly. */
export function renderGlance({t, host, consultation}: ConsultationPage): TemplateResult {
  const {standing, opensAt} = consultation;
  const say = (date: string): string => formatDate(date, host.locale);
  const report = t.report(standing, say);
  const isOverdue = standing.report?.status === 'overdue';
  return html`<p class="glance ${standing.state}">
      <strong class="badge">${icon(STATE_ICONS[standing.state]!)}${t.standing(standing, opensAt, say)}</strong>
    </p>
    ${report ? html`<p class="badge ${isOverdue ? 'attention' : 'quiet'}">${icon(isOverdue ? 'alert' : 'clock')}<span>${report}</span></p>` : nothing}`;
}

export function renderHead(page: ConsultationPage): TemplateResult {
  const {t, host, consultation} = page;
  const {title, sponsorName, opensAt, standing, periodDays, shortReason, counts, demo} = consultation;
  const say = (date: string): string => formatDate(date, host.locale);
  return html`<header class="heading">
    <h2 class="title" tabindex="-1" aria-level=${host.headingLevel}>
      <span lang="zh-Hans">${title}</span> ${demo ? html`<span class="demo">${host.common.t.demo}</span>` : nothing}
    </h2>
    <p>${t.sponsor(sponsorName)}</p>
    ${renderGlance(page)}
    <p>${t.period(say(opensAt), say(standing.lastDay), periodDays)}</p>
    ${shortReason ? html`<p>${t.short(shortReason)}</p>` : nothing}
    ${counts.received === undefined ? nothing : html`<p>${t.received(counts.received)}</p>`}
  </header>`;
}

function renderWays({t, consultation}: ConsultationPage): TemplateResult {
  const {addresses = {}, channels, open, standing} = consultation;
  const ways = channels.filter((channel) => channel !== 'web' && addresses[channel]);
  const link = (channel: string, text: string): unknown => {
    if (channel === 'email') return html`<a href="mailto:${text}">${text}</a>`;
    return channel === 'phone' ? html`<a href="tel:${text.replace(/[^\d+]/g, '')}">${text}</a>` : text;
  };
  return ways.length === 0
    ? html``
    : html`<details class="disclose" ?open=${!open && standing.state === 'open'}>
        <summary>${icon('chevron')}<span class="t">${open ? t.ways : t.waysAll}</span></summary>
        <dl class="dl">
          ${ways.map(
            (channel) =>
              html`<dt>${t.channels[channel]}</dt>
                <dd lang="zh-Hans">${link(channel, addresses[channel as keyof typeof addresses]!)}</dd>`,
          )}
        </dl>
      </details>`;
}

const renderBasis = ({basis}: Consultation): TemplateResult[] =>
  basis.map(({title, docNumber, url}) => {
    const href = safeHref(url ?? '');
    const words = html`${title}${docNumber ? html` <span class="nowrap">${docNumber}</span>` : nothing}`;
    return html`<li lang="zh-Hans">${href ? html`<a href=${href}>${words}</a>` : words}</li>`;
  });

/** What one should know before commenting: above the box. */
export function renderWhy(page: ConsultationPage): TemplateResult {
  const {t, consultation} = page;
  const paragraphs = consultation.explanation.split('\n').filter((line) => line.trim());
  return html`<div class="why">
    <details class="disclose">
      <summary>${icon('chevron')}<span class="t">${t.why}</span></summary>
      <div class="prose" lang="zh-Hans">${paragraphs.map((line) => html`<p>${line}</p>`)}</div>
    </details>
    <div class="basis">
      <p class="label">${t.basis}</p>
      <ul>
        ${renderBasis(consultation)}
      </ul>
    </div>
    ${renderWays(page)}
    ${consultation.draft.currentVersion > consultation.draft.version ? html`<p class="callout">${t.amended}</p>` : nothing}
  </div>`;
}
