/** The second step: who asks (条例第二十九条第二款第一项), and what becomes of what is said about oneself. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../foundation/icons.ts';
import {renderField, renderForm} from './application.fields.ts';
import {fieldsOf} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';

/** What is processed, why, and for how long (个人信息保护法第十七、三十五条). It is told, not consented to. */
export function renderPrivacy({t, host}: ApplicationSession, open = false): unknown {
  const {privacy} = host.guide;
  if (!privacy) return nothing;
  return html`<details class="disclose" ?open=${open}>
    <summary>${icon('chevron')}<span class="t">${t.privacy}</span></summary>
    <dl class="dl in">
      <dt>${t.handler}</dt>
      <dd lang="zh-Hans">${privacy.handler}</dd>
      <dt>${t.purpose}</dt>
      <dd lang="zh-Hans">${privacy.purpose}</dd>
      <dt>${t.kinds}</dt>
      <dd lang="zh-Hans">${privacy.kinds}</dd>
      <dt>${t.retention}</dt>
      <dd>${t.retentionOf(privacy.retentionDays)}</dd>
      <dt>${t.rights}</dt>
      <dd lang="zh-Hans">${privacy.rights}</dd>
      <dt>${t.privacyContact}</dt>
      <dd lang="zh-Hans">${privacy.contact}</dd>
    </dl>
  </details>`;
}

export function renderWho(session: ApplicationSession): TemplateResult {
  const {t, host} = session;
  const fields = fieldsOf('who', session.filled, host.guide);
  return html`<p>${host.guide.open ? t.whoIntro : t.whoIntroPaper}</p>
    ${renderPrivacy(session, true)}
    ${renderForm(
      session,
      fields.map((name) => renderField(session, name)),
    )}`;
}
