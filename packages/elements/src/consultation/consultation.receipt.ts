/** The receipt: the only way to see later what became of one's comments. */
import {html, nothing, type TemplateResult} from 'lit';
import type {CommentReceipt} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

/** Time of day in China: 15:42. */
const clock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

export function renderReceipt(session: ConsultationWriting, receipt: CommentReceipt, earlier: boolean): TemplateResult {
  const {t, host, note} = session;
  const {number, queryCode, submittedAt, title, comments, answered = 0, reportDueOn} = receipt;
  const text = `${title}\n${t.number}${t.colon}${number}\n${t.code}${t.colon}${queryCode}`;
  return html`<section class="panel receipt stack" part="receipt" tabindex="-1" aria-label=${t.receipt}>
    <p class="h3 badge">${icon('done')}<span>${t.receivedOf(comments.length, answered)}</span></p>
    ${earlier ? html`<p class="callout">${t.earlier}</p>` : nothing}
    <dl class="dl">
      <dt>${t.number}</dt>
      <dd><strong class="code">${number}</strong></dd>
      <dt>${t.code}</dt>
      <dd><strong class="code">${queryCode}</strong><br /><span class="help">${t.codeHelp}</span></dd>
      <dt>${t.at}</dt>
      <dd>${formatDate(submittedAt, host.locale)} ${clock(submittedAt)}</dd>
    </dl>
    <p>${t.next}</p>
    ${reportDueOn ? html`<p>${t.dueOn(formatDate(reportDueOn, host.locale))}</p>` : nothing}
    <p class="actions no-print">
      <button class="btn" type="button" @click=${() => window.print()}>${t.print}</button>
      <button class="btn secondary" type="button" @click=${() => void session.copy(text)}>${t.copy}</button>
      <button class="btn quiet" type="button" @click=${() => session.finish()}>${t.finish}</button>
      <span class="soft" aria-hidden="true">${note}</span>
    </p>
  </section>`;
}
