/** The notice itself: state at a glance, what changed, when and where, what is on, how to watch, and what was said (R3.12–R3.14, R11.2). */
import {html, nothing, type TemplateResult} from 'lit';
import type {Meeting, MeetingVideo} from '@zwgk/contract';
import {fillHref} from '../foundation/fill-href.ts';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {moment, paragraphs, span, STATE_ICONS} from './meeting.logic.ts';
import type {MeetingPage} from './meeting.page.ts';

/** The page's own address for a record, where it names one. */
const pageOf = (template: string, id: string): string | undefined => safeHref(fillHref(template, id));

export function renderHead(page: MeetingPage): TemplateResult {
  const {t, host, meeting} = page;
  const {title, kind, agencyName, standing, demo} = meeting;
  return html`<header class="heading">
      <h2 class="title" tabindex="-1" aria-level=${host.headingLevel}>
        <span lang="zh-Hans">${title}</span> ${demo ? html`<span class="demo">${host.demoMark}</span>` : nothing}
      </h2>
      <p>${t.kinds[kind]}${t.comma}<span lang="zh-Hans">${agencyName}</span></p>
      <p class="glance">
        <strong class="badge ${standing.state === 'cancelled' ? 'attention' : ''}"
          >${icon(STATE_ICONS[standing.state])}${t.states[standing.state]}</strong
        >
      </p>
    </header>
    ${renderNotice(page)} ${renderFacts(page)}`;
}

/** What somebody who read the notice before must know first. */
function renderNotice({t, host, meeting}: MeetingPage): unknown {
  const {cancelled, changes = [], place: now} = meeting;
  if (cancelled)
    return html`<div class="callout attention" role="note">
      <p class="badge attention">${icon('alert')}<span>${t.cancelledOn(formatDate(cancelled.at, host.locale))}</span></p>
      <p lang="zh-Hans">${cancelled.reason}</p>
    </div>`;
  if (changes.length === 0) return nothing;
  return html`<div class="callout attention" role="note">
    <p class="badge attention">${icon('alert')}<span>${t.moved}</span></p>
    ${changes.map(
      ({at, reason, startsAt, endsAt, place}) =>
        html`<p>
          ${t.movedOn(formatDate(at, host.locale))}<span lang="zh-Hans">${reason}</span
          >${t.before}${span(startsAt, endsAt, host.locale)}${place && place.name !== now?.name ? html`${t.comma}<span lang="zh-Hans">${place.name}</span>` : nothing}
        </p>`,
    )}
  </div>`;
}

function renderFacts({t, host, meeting}: MeetingPage): TemplateResult {
  const {startsAt, endsAt, place, noticeAt, shortNoticeReason} = meeting;
  const row = (term: string, words: unknown, lang = 'zh-Hans'): unknown =>
    words
      ? html`<dt>${term}</dt>
          <dd lang=${lang}>${words}</dd>`
      : nothing;
  return html`<dl class="dl">
    ${row(t.time, html`<time datetime=${startsAt}>${span(startsAt, endsAt, host.locale)}</time>${t.chinaTime}`, host.locale)}
    ${row(t.place, place && html`${place.name}${place.address ? html`<br />${place.address}` : nothing}`)} ${row(t.access, place?.access)}
    ${row(t.transport, place?.transport)} ${row(t.noticed, formatDate(noticeAt, host.locale), host.locale)}
    ${row(t.shortNotice, shortNoticeReason)}
  </dl>`;
}

const part = (id: string, title: string, level: number, body: unknown): TemplateResult =>
  html`<section class="stack part" aria-labelledby=${id}>
    <h3 class="h2" id=${id} aria-level=${level}>${title}</h3>
    ${body}
  </section>`;

export function renderParts(page: MeetingPage): TemplateResult {
  const {t, level, meeting} = page;
  const {intro, agenda = [], participants} = meeting;
  return html`${renderWatch(page)} ${renderRecord(page)}
  ${
    intro
      ? part(
          'intro',
          t.intro,
          level,
          html`<div class="prose" lang="zh-Hans">${paragraphs(intro).map((line) => html`<p>${line}</p>`)}</div>`,
        )
      : nothing
  }
  ${agenda.length ? part('agenda', t.agenda, level, renderAgenda(page)) : nothing} ${renderMaterials(page)}
  ${
    participants
      ? part(
          'participants',
          t.participants,
          level,
          html`<p>${t.publishedOn(formatDate(participants.publishedAt, page.host.locale))}</p>
            <ul class="plain">
              ${participants.items.map(({role, name}) => html`<li>${name}${t.open}${t.roles[role]}${t.close}</li>`)}
            </ul>`,
        )
      : nothing
  }`;
}

/** Where it can be watched, and how by somebody who cannot hear (R3.14, R11.2). */
function renderWatch({t, level, host, meeting}: MeetingPage): unknown {
  const {live, replay, standing, startsAt} = meeting;
  if (!standing.live) return nothing;
  const video: MeetingVideo | undefined = standing.live === 'replay' ? replay : live;
  const href = video && standing.live !== 'over' ? safeHref(video.url) : undefined;
  return part(
    'watch',
    t.watch,
    level,
    html`<p class="badge">${icon('proactive')}<span>${t.live(standing.live, moment(startsAt, host.locale))}</span></p>
      ${
        href
          ? html`<p>
              <a class="btn secondary" href=${href} target="_blank" rel="noopener noreferrer"
                >${t.watchIt(standing.live)}<span class="sr">${t.newTab}</span></a
              >
            </p>`
          : nothing
      }
      ${href && video ? html`<p>${t.captions(video)}${video.note ? html`<span lang="zh-Hans">${video.note}</span>` : nothing}</p>` : nothing}`,
  );
}

/** What was said (R11.2); where it is missing, since when. */
function renderRecord({t, level, host, meeting}: MeetingPage): unknown {
  const {record, standing} = meeting;
  const duty = standing.record;
  const late = duty?.status === 'overdue' || duty?.status === 'late';
  const said = duty ? t.record(duty, formatDate(duty.dueOn, host.locale)) : '';
  if (!record)
    return said ? html`<p class="badge ${late ? 'attention' : ''}">${icon(late ? 'alert' : 'clock')}<span>${said}</span></p>` : nothing;
  const href = record.url && safeHref(record.url);
  return part(
    'record',
    t.recordKinds[record.kind]!,
    level,
    html`<p>${t.publishedOn(formatDate(record.publishedAt, host.locale))}${said ? html`${t.comma}${said}` : nothing}</p>
      ${record.text ? html`<div class="prose" lang="zh-Hans">${paragraphs(record.text).map((line) => html`<p>${line}</p>`)}</div>` : nothing}
      ${href ? html`<p><a href=${href}>${t.recordLink}</a></p>` : nothing}`,
  );
}

/** Of matters of livelihood, whether the public was asked, and if not, why (R3.13). */
function renderAgenda({t, host, meeting}: MeetingPage): TemplateResult {
  return html`<ol class="plain">
    ${(meeting.agenda ?? []).map(({title, livelihood, consultation, notConsultedReason}) => {
      const href = consultation && pageOf(host.consultationHref, consultation);
      return html`<li>
        <span lang="zh-Hans">${title}</span>
        ${livelihood ? html`<br /><span class="soft">${t.livelihood}</span>` : nothing}
        ${consultation ? (href ? html`<a href=${href}>${t.consulted}</a>` : html`<span class="soft">${t.consulted}</span>`) : nothing}
        ${notConsultedReason ? html`<span class="soft">${t.notConsulted}<span lang="zh-Hans">${notConsultedReason}</span></span>` : nothing}
      </li>`;
    })}
  </ol>`;
}

function renderMaterials({t, level, host, meeting}: MeetingPage): unknown {
  const {materials = [], consultation, consultationTitle}: Meeting = meeting;
  const ask = consultation && pageOf(host.consultationHref, consultation);
  if (materials.length === 0 && !consultationTitle) return nothing;
  return part(
    'materials',
    t.materials,
    level,
    html`<ul class="plain" lang="zh-Hans">
      ${consultationTitle ? html`<li>${ask ? html`<a href=${ask}>${consultationTitle}</a>` : consultationTitle}</li>` : nothing}
      ${materials.map(({title, url, document}) => {
        const href = url ? safeHref(url) : document && pageOf(host.documentHref, document);
        return html`<li>${href ? html`<a href=${href}>${title}</a>` : title}</li>`;
      })}
    </ul>`,
  );
}
