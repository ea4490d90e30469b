/** The third step: what is asked for (第二十九条第二款第二项), beside what has been published already. */
import {html, nothing, type TemplateResult} from 'lit';
import type {SearchHit} from '@zwgk/contract';
import {fillHref} from '../foundation/fill-href.ts';
import {formatDate} from '../foundation/format.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {renderField, renderForm} from './application.fields.ts';
import {DRAFT_DAYS, fieldsOf} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';

/** The document in a tab of its own: what is typed here stays. */
export function renderDocument({host, t}: ApplicationSession, {id, title, link}: SearchHit): TemplateResult {
  const href = safeHref(host.documentHref ? fillHref(host.documentHref, id) : link, host.client?.endpoint);
  return href
    ? html`<a href=${href} target="_blank" rel="noopener noreferrer"
        ><span lang="zh-Hans">${title}</span><span class="sr">${t.newTab}</span></a
      >`
    : html`<span lang="zh-Hans">${title}</span>`;
}

function renderFound(session: ApplicationSession): unknown {
  const {t, found, host} = session;
  if (found.hits.length === 0) return nothing;
  return html`<section class="found" aria-labelledby="found">
    <h4 class="h4" id="found" aria-level=${session.level}>${t.found}</h4>
    <ul>
      ${found.hits.map(
        (hit) =>
          html`<li>
            <span>
              ${renderDocument(session, hit)}
              <span class="soft small">
                ${hit.docNumber ? html`<span class="nowrap" lang="zh-Hans">${hit.docNumber}</span>` : nothing}
                ${hit.date ? html`<span class="nowrap">${formatDate(hit.date, host.locale)}</span>` : nothing}
              </span>
            </span>
            <button class="btn quiet" type="button" @click=${() => session.resolve(hit)}>
              ${t.foundIt}<span class="sr">${hit.title}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Nothing is kept unless the person wants it, and never on a device that others use. */
function renderDraft(session: ApplicationSession): unknown {
  const {t, draft, host} = session;
  if (host.kiosk) return nothing;
  if (draft.refused) return html`<p class="help">${t.draftRefused}</p>`;
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${draft.wanted}
      @change=${(event: Event) => session.keepDraft((event.target as HTMLInputElement).checked)}
    /><span>${t.draft(DRAFT_DAYS)}<br /><span class="help">${t.draftHelp}</span></span></label
  >`;
}

export function renderWhat(session: ApplicationSession): TemplateResult {
  const {t, host} = session;
  const fields = fieldsOf('what', session.filled, host.guide);
  const after = fields.indexOf('request.description') + 1;
  const render = (names: readonly string[]): unknown => names.map((name) => renderField(session, name));
  return html`<p>${host.kind === 'correction' ? t.whatIntroRecord : t.whatIntro}</p>
    ${renderForm(session, html`${render(fields.slice(0, after))} ${renderFound(session)} ${render(fields.slice(after))} ${renderDraft(session)}`)}`;
}
