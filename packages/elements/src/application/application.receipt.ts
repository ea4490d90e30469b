/** The receipt: the only proof, and the only way back to the request. Everything else that was typed is gone by now. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Receipt, SearchHit} from '@zwgk/contract';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import type {ApplicationSession} from './application.session.ts';
import {renderDocument} from './application.what.ts';

/** Time of day in China: 15:42. */
const clock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

/** What happens next, each with its date. */
const nextLines = ({t, host}: ApplicationSession, {next}: Receipt): string[] => [
  t.confirm,
  ...next.map(({what, on, estimated}) => t.milestone(what, formatDate(on, host.locale), estimated)),
];

/** The receipt as plain text, to be kept. */
function textOf(session: ApplicationSession, receipt: Receipt): string {
  const {t, host, asked} = session;
  const {office} = host.guide;
  return [
    t.receipt,
    `${t.number}: ${receipt.number}`,
    `${t.code}: ${receipt.queryCode}`,
    `${t.submitted}: ${formatDate(receipt.submittedAt, host.locale)} ${clock(receipt.submittedAt)}`,
    `${t.to}: ${receipt.agencyName}`,
    ...(asked ? [`${t.asked}: ${asked}`] : []),
    ...nextLines(session, receipt),
    `${office.name} ${office.phone}`,
  ].join('\r\n');
}

async function copy(session: ApplicationSession, receipt: Receipt): Promise<void> {
  const {t, host} = session;
  const told = await navigator.clipboard.writeText(`${t.number}: ${receipt.number}\n${t.code}: ${receipt.queryCode}`).then(
    () => t.copied,
    () => t.copyFailed,
  );
  session.note = told;
  host.say(told);
  session.element.requestUpdate();
}

function download(session: ApplicationSession, receipt: Receipt): void {
  const link = document.createElement('a');
  // The mark at the front has old editors read it as UTF-8.
  link.href = URL.createObjectURL(new Blob(['\ufeff', textOf(session, receipt)], {type: 'text/plain;charset=utf-8'}));
  link.download = `${receipt.number}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function renderPaper(session: ApplicationSession, receipt: Receipt): TemplateResult {
  const {t, host, asked} = session;
  return html`<div class="receipt" part="receipt">
    <p class="badge">${icon('done')}<strong>${t.received}</strong></p>
    <p class="soft">${t.number}</p>
    <p class="no">${receipt.number}</p>
    <dl class="dl">
      <dt>${t.code}</dt>
      <dd><span class="code">${receipt.queryCode}</span><br /><span class="help">${t.codeHelp}</span></dd>
      <dt>${t.submitted}</dt>
      <dd><span class="nowrap">${formatDate(receipt.submittedAt, host.locale)}</span> ${clock(receipt.submittedAt)}</dd>
      <dt>${t.to}</dt>
      <dd lang="zh-Hans">${receipt.agencyName}</dd>
      ${
        receipt.handledBy === receipt.agency
          ? nothing
          : html`<dt>${t.handledBy}</dt>
              <dd lang="zh-Hans">${receipt.handledByName}</dd>`
      }
      ${
        asked
          ? html`<dt>${t.asked}</dt>
              <dd>${asked}</dd>`
          : nothing
      }
    </dl>
  </div>`;
}

export function renderReceipt(session: ApplicationSession, receipt: Receipt, earlier: boolean): TemplateResult {
  const {t, host, level} = session;
  const {office} = host.guide;
  const status = safeHref(host.statusHref);
  return html`<section class="stack outcome" tabindex="-1" aria-label=${t.receipt}>
    ${earlier ? html`<p class="callout attention">${t.earlier}</p>` : nothing}
    ${session.note ? html`<p class="callout no-print">${session.note}</p>` : nothing} ${renderPaper(session, receipt)}
    <p class="actions no-print">
      <button class="btn" type="button" @click=${() => window.print()}>${t.print}</button>
      <button class="btn secondary" type="button" @click=${() => void copy(session, receipt)}>${t.copy}</button>
      <button class="btn secondary" type="button" @click=${() => download(session, receipt)}>${t.download}</button>
    </p>
    <section>
      <h3 class="h3" aria-level=${level - 1}>${t.nextTitle}</h3>
      <ol class="next">
        ${nextLines(session, receipt).map((line) => html`<li>${line}</li>`)}
      </ol>
      <p>
        ${t.call} <span lang="zh-Hans">${office.name}</span>
        <span class="nowrap">${office.phone}</span>${office.hours ? html` <span lang="zh-Hans">${office.hours}</span>` : nothing}
      </p>
    </section>
    <p class="actions no-print">
      ${status ? html`<a class="btn secondary" href="${status.replace(/#.*$/, '')}#t=${receipt.linkToken}">${t.seeStatus}</a>` : nothing}
      <button class="btn quiet" type="button" @click=${() => session.finish()}>${host.kiosk ? t.finishKiosk : t.finish}</button>
    </p>
  </section>`;
}

export function renderResolved(session: ApplicationSession, hit: SearchHit): TemplateResult {
  const {t} = session;
  return html`<section class="stack outcome" tabindex="-1" aria-label=${t.resolved}>
    <p class="h2">${icon('done')}${t.resolved}</p>
    <p>${renderDocument(session, hit)}</p>
    <p class="actions"><button class="btn secondary" type="button" @click=${() => session.unresolve()}>${t.askAfterAll}</button></p>
  </section>`;
}
