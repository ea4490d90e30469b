/** One of one's own comments: where it stands and why, what became of it, and what can be done about it (个人信息保护法第十五、四十七条). */
import {html, nothing, type TemplateResult} from 'lit';
import type {MyComment} from '@zwgk/contract';
import type {ConsultationAfter} from './consultation.after.ts';
import {renderOutcome} from './consultation.report.ts';

/** A choice that was just made, and can be made the other way. */
export interface Undo {
  readonly comment: string;
  readonly publish: boolean;
}

/** What becomes public, or no longer is: the other way as soon as one likes. */
function setPublish({t, mine}: ConsultationAfter, comment: string, publish: boolean, canUndo: boolean): void {
  mine.change(
    {type: 'consent', publish, comments: [comment]},
    publish ? t.shownAllowed : t.shownStopped,
    canUndo ? {comment, publish} : undefined,
  );
}

/** What became of it, and the way to why. */
function renderFate(after: ConsultationAfter, {outcome, state}: MyComment): unknown {
  const {t} = after;
  if (!outcome || state === 'withdrawn') return t.states[state];
  const {cluster, repeats} = outcome;
  if (!cluster) return t.unrelated;
  return html`<span>${repeats ? t.repeats : ''}${t.inKind(cluster.number)}</span> ${renderOutcome(after, cluster.outcome)}
    <button class="btn quiet" type="button" @click=${() => after.focus(`#cluster-${cluster.number}`)}>${t.seeReason}</button>`;
}

function renderMoves(after: ConsultationAfter, {id, publish, moves}: MyComment): TemplateResult {
  const {t, mine} = after;
  const button = (words: string, act: () => void): TemplateResult =>
    html`<button class="btn quiet" type="button" @click=${act}>${words}</button>`;
  return html`<p class="actions no-print">
    ${moves.includes('consent') ? button(publish ? t.stopShow : t.letShow, () => setPublish(after, id, !publish, true)) : nothing}
    ${moves.includes('appeal') ? button(t.appeal, () => mine.change({type: 'appeal', publish: false, comments: [id]}, t.appealed)) : nothing}
    ${moves.includes('withdraw') ? button(t.withdrawOne, () => mine.ask(true, id)) : nothing}
  </p>`;
}

function renderUndo(after: ConsultationAfter, {comment, publish}: Undo): TemplateResult {
  const {t} = after;
  return html`<p class="undone mine-undo" tabindex="-1">
    ${publish ? t.shownAllowed : t.shownStopped}
    <button class="btn quiet" type="button" @click=${() => setPublish(after, comment, !publish, false)}>${t.undo}</button>
  </p>`;
}

export function renderMyComment(after: ConsultationAfter, comment: MyComment, undo: Undo | undefined): TemplateResult {
  const {t, page} = after;
  const {id, text, anchors = [], state, publish, rejection, moves} = comment;
  const place = anchors.map(({section}) => page.nameOf(section)).find(Boolean) ?? '';
  return html`<div>
    ${place ? html`<p class="place" lang="zh-Hans">${place}</p>` : nothing} ${text ? html`<p class="prose">${text}</p>` : nothing}
    <p class="fate">${renderFate(after, comment)}</p>
    ${rejection ? html`<p>${t.rejections[rejection.reason]}${rejection.note ? html`<span lang="zh-Hans">${t.colon}${rejection.note}</span>` : nothing}</p>` : nothing}
    ${state === 'withdrawn' || state === 'published' ? nothing : html`<p class="soft">${t.shown(publish)}</p>`}
    ${undo?.comment === id ? renderUndo(after, undo) : nothing} ${moves.length > 0 ? renderMoves(after, comment) : nothing}
  </div>`;
}

/** Once more, before something is gone for good. @param comment Its id; absent: all of them. */
export function renderAsking({t, mine}: ConsultationAfter, comment?: string): TemplateResult {
  const withdraw = (): void => mine.change({type: 'withdraw', publish: false, ...(comment ? {comments: [comment]} : {})}, t.withdrawn);
  return html`<div class="callout asking" tabindex="-1">
    <p>${comment ? t.withdrawOneSure : t.withdrawSure}</p>
    <p class="actions">
      <button class="btn secondary" type="button" @click=${withdraw}>${t.withdrawYes}</button>
      <button class="btn quiet" type="button" @click=${() => mine.ask(false)}>${t.withdrawNo}</button>
    </p>
  </div>`;
}
