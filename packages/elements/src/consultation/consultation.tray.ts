/** 意见单: what is collected and not sent yet; it can be changed and taken out, and taken back in. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../foundation/icons.ts';
import {renderEditor} from './consultation.editor.ts';
import {consultationIcon} from './consultation.icons.ts';
import type {Entry} from './consultation.logic.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

/** What can be said, and a way to say something about the whole. */
export function renderIntro(session: ConsultationWriting): TemplateResult {
  const {t, writing} = session;
  return html`<div class="intro">
    <p>${t.intro}</p>
    ${
      writing && writing.section === undefined
        ? renderEditor(session)
        : html`<p class="no-print">
            <button class="btn secondary whole" type="button" @click=${() => session.write({text: ''})}>${t.writeWhole}</button>
          </p>`
    }
  </div>`;
}

/** A comment with its place, its passage, and what can be done with it. */
export function renderEntry(session: ConsultationWriting, entry: Entry): TemplateResult {
  const {t, outbox} = session;
  const name = session.nameOf(entry.section);
  const quote = session.quoteOf(entry);
  return html`<li>
    <div>
      <p class="place" lang=${entry.section ? 'zh-Hans' : nothing}>${name}</p>
      ${quote ? html`<blockquote lang="zh-Hans">${quote}</blockquote>` : nothing}
      <p class="prose">${entry.text}</p>
    </div>
    <p class="actions">
      <button class="btn quiet" type="button" ?disabled=${outbox.sending.busy} @click=${() => session.write(entry)}>
        ${consultationIcon('edit')}${t.edit}<span class="sr">${t.colon}${name}</span>
      </button>
      <button class="btn quiet" type="button" ?disabled=${outbox.sending.busy} @click=${() => session.remove(entry)}>
        ${consultationIcon('trash')}${t.remove}<span class="sr">${t.colon}${name}</span>
      </button>
    </p>
  </li>`;
}

export function renderUndo(session: ConsultationWriting): unknown {
  const {t, deleted} = session;
  return deleted
    ? html`<p class="undone">
        ${t.deleted(session.nameOf(deleted.entry.section))}
        <button class="btn quiet undo" type="button" @click=${() => session.restore()}>${t.undo}</button>
      </p>`
    : nothing;
}

export function renderTray(session: ConsultationWriting): TemplateResult {
  const {t, entries, host, isLastDay, answered} = session;
  const level = Math.min(host.headingLevel + 1, 6);
  return html`<aside class="tray no-print" part="tray" aria-label=${t.tray}>
    <h3 class="h3 tray-title" tabindex="-1" aria-level=${level}>${t.trayOf(entries.length, answered)}</h3>
    ${isLastDay ? html`<p class="badge attention">${icon('clock')}<span>${t.lastDay}</span></p>` : nothing}
    ${
      entries.length > 0
        ? html`<ul class="entries">
            ${entries.map((entry) => renderEntry(session, entry))}
          </ul>`
        : html`<p class="soft">${t.trayEmpty}</p>`
    }
    ${renderUndo(session)}
    ${
      entries.length + answered > 0
        ? html`<p class="actions">
              <button class="btn" type="button" @click=${() => session.review(true)}>${t.review(entries.length, answered)}</button>
            </p>
            <p class="small soft">${host.kiosk ? t.notKept : t.kept}</p>`
        : nothing
    }
  </aside>`;
}

/** What stays in view: what can be done with what is selected, and on a phone the way to what is collected. */
export function renderBar(session: ConsultationWriting): unknown {
  const {t, passage, entries, answered} = session;
  if (passage) {
    const {section, span, text} = passage;
    // A press must not take the selection away before it is a click.
    return html`<div class="bar on no-print" role="group" aria-label=${t.selected} @pointerdown=${(event: Event) => event.preventDefault()}>
      <p class="small clip" lang="zh-Hans">${text}</p>
      <button class="btn" type="button" @click=${() => session.write({section, span, text: ''})}>
        ${consultationIcon('comment')}${t.commentPassage}
      </button>
    </div>`;
  }
  if (entries.length + answered === 0) return nothing;
  return html`<div class="bar no-print">
    <button class="btn" type="button" @click=${() => session.focus('.tray-title')}>${t.trayOf(entries.length, answered)}</button>
  </div>`;
}

/** In time, but not over the network: how else. */
export const renderPaused = ({t, page}: ConsultationWriting): TemplateResult =>
  html`<p class="callout paused">${page.consultation.channels.includes('web') ? t.paused : t.notOnline}</p>`;

export const renderClosingSoon = ({t}: ConsultationWriting): TemplateResult =>
  html`<p class="callout badge attention soon no-print">${icon('clock')}<strong>${t.closingSoon}</strong></p>`;

/** Time was up while somebody wrote: nothing was sent, and nothing is lost. */
export function renderUnsent(session: ConsultationWriting): TemplateResult {
  const {t, all, note, isPaused} = session;
  const title = isPaused ? t.pausedNotSent : t.notSent;
  return html`<section class="panel unsent no-print" tabindex="-1" aria-label=${title}>
    <p class="h3 badge attention">${icon('alert')}<span>${title}</span></p>
    <p>${t.notSentHelp}</p>
    <textarea class="input" rows="6" readonly aria-label=${t.tray} .value=${all}></textarea>
    <p class="actions">
      <button class="btn secondary" type="button" @click=${() => void session.copy(all)}>${t.copyAll}</button>
      <span class="soft" aria-hidden="true">${note}</span>
    </p>
  </section>`;
}
