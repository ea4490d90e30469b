/** Comments that may be shown, after they were read by staff: by article, in the order that the reader likes, page by page. */
import {html, nothing, type TemplateResult} from 'lit';
import {listPublicComments, type ZwgkClient} from '@zwgk/client';
import type {PublicComment, PublicCommentList, PublicCommentQuery} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {valueOf} from '../foundation/view-state.ts';
import type {ConsultationAfter} from './consultation.after.ts';

const SORTS = ['-date', 'date', 'section'] as const;
const PAGE = 10;

export class PublicComments {
  readonly #after: ConsultationAfter;
  readonly #list: Resource<[ZwgkClient, string, number, string, string, string], PublicCommentList>;
  #section = '';
  #sort: (typeof SORTS)[number] = '-date';
  #cursor = '';

  constructor(after: ConsultationAfter) {
    this.#after = after;
    this.#list = new Resource<[ZwgkClient, string, number, string, string, string], PublicCommentList>(after.host, {
      load: ([client, id, , section, sort, cursor], signal) => {
        const query = {section: section || undefined, sort, cursor: cursor || undefined, limit: PAGE} as PublicCommentQuery;
        return listPublicComments(client, id, query, signal);
      },
      onSettled: () => after.host.requestUpdate(),
    });
  }

  follow(): void {
    const {client} = this.#after.host;
    const {id, counts} = this.#after.page.consultation;
    this.#list.want(client && counts.published > 0 ? [client, id, counts.published, this.#section, this.#sort, this.#cursor] : undefined);
  }

  #show(change: {section?: string; sort?: (typeof SORTS)[number]; cursor?: string}): void {
    this.#section = change.section ?? this.#section;
    this.#sort = change.sort ?? this.#sort;
    this.#cursor = change.cursor ?? '';
    this.follow();
    if (change.cursor) this.#after.focus('#public-title');
    this.#after.host.requestUpdate();
  }

  render(): unknown {
    const {t, level, page} = this.#after;
    const {published} = page.consultation.counts;
    if (published === 0) return nothing;
    const list = valueOf(this.#list.state);
    return html`<section class="public stack" aria-labelledby="public-title">
      <h3 class="h3" id="public-title" tabindex="-1" aria-level=${level}>${t.public(published)}</h3>
      ${list ? this.#renderList(list) : html`<p class="soft">${t.loading}</p>`}
      ${
        this.#list.state.kind === 'failed'
          ? html`<p class="badge attention">${icon('alert')}<span>${t.publicFailed}</span></p>
              <p>
                <button class="btn secondary" type="button" @click=${() => this.#list.retry()}>${this.#after.host.common.t.retry}</button>
              </p>`
          : nothing
      }
    </section>`;
  }

  #renderList(list: PublicCommentList): TemplateResult {
    const {t} = this.#after;
    const {items, nextCursor, prevCursor} = list;
    const go = (cursor: string, words: string): TemplateResult =>
      html`<button class="btn secondary" type="button" @click=${() => this.#show({cursor})}>${words}</button>`;
    return html`${this.#renderChoices(list)}
      <ul class="entries wide">
        ${items.map((item) => html`<li>${this.#renderComment(item)}</li>`)}
      </ul>
      <p class="actions no-print">
        ${prevCursor ? go(prevCursor, t.previous) : nothing} ${nextCursor ? go(nextCursor, t.following) : nothing}
      </p>`;
  }

  #renderChoices({sections}: PublicCommentList): TemplateResult {
    const {t, page} = this.#after;
    const name = (section: string): string => (section === 'whole' ? t.whole : page.nameOf(section) || section);
    const value = ({target}: Event): string => (target as HTMLSelectElement).value;
    return html`<div class="choices no-print">
      <div class="field">
        <label class="label" for="public-section">${t.bySection}</label>
        <select class="input" id="public-section" @change=${(event: Event) => this.#show({section: value(event)})}>
          <option value="" .selected=${!this.#section}>${t.allSections}</option>
          ${sections.map(
            ({section, count}) =>
              html`<option value=${section} .selected=${this.#section === section}>${t.sectionCount(name(section), count)}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label class="label" for="public-sort">${t.sortBy}</label>
        <select class="input" id="public-sort" @change=${(event: Event) => this.#show({sort: value(event) as (typeof SORTS)[number]})}>
          ${SORTS.map((sort) => html`<option value=${sort} .selected=${this.#sort === sort}>${t.sorts[sort]}</option>`)}
        </select>
      </div>
    </div>`;
  }

  #renderComment({shown, text, anchors = [], name, at}: PublicComment): TemplateResult {
    const {t, page, host} = this.#after;
    const [anchor] = anchors;
    const place = anchor ? page.nameOf(anchor.section) : '';
    return html`<div>
      <p class="soft small">
        <span lang="zh-Hans">${name || t.anonymous}</span> ${formatDate(at, host.locale)}
        ${place ? html`<button class="btn quiet" type="button" @click=${() => page.see(anchor!.section)}>${place}</button>` : t.whole}
      </p>
      ${anchor?.quote && shown === 'whole' ? html`<blockquote lang="zh-Hans">${anchor.quote.exact}</blockquote>` : nothing}
      ${shown === 'whole' ? html`<p class="prose" lang="zh-Hans">${text}</p>` : html`<p class="soft">${t.gone[shown]}</p>`}
    </div>`;
  }
}
