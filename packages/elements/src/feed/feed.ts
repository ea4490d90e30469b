import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {Repost, RepostList} from '@zwgk/contract';
import {ZwgkElement} from '../foundation/base-element.ts';
import {formatDate} from '../foundation/format.ts';
import {draw, icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import {FeedController} from './feed.controller.ts';
import type {FeedErrorDetail} from './feed.events.ts';
import {clock, daysUntil, rowsOf} from './feed.logic.ts';
import {feedStrings, type FeedStrings} from './feed.strings.ts';
import {feedStyles} from './feed.styles.ts';

const NEW_TAB = 'M8 4.5H4.5v11h11V12M11.5 4h4.5v4.5M16 4 9.5 10.5';

/**
 * Important policies of the State Council and the province, passed on (R6.6): each with its source, how soon it was
 * passed on, and whether the text is as the source has it. While the page stays open it looks for new ones.
 *
 * @slot - Fallback content, real links: shown until the list is ready and whenever it cannot start.
 * @fires zwgk-feed-error - Nothing can be shown, or nothing new; the detail says why.
 * @csspart root - Everything inside the reset.
 * @csspart list - The policies.
 * @cssprop --zwgk-color-accent - The agency's colour; every shade is computed from it.
 * @cssprop --zwgk-min-height - Height kept free while loading, so that the page below does not move.
 */
export class ZwgkFeed extends ZwgkElement {
  static override styles = [...ZwgkElement.styles, feedStyles];
  static override properties: PropertyDeclarations = {
    limit: {type: Number},
    moreHref: {attribute: 'more-href'},
  };

  /** How many policies are listed first, 1 to 100. */
  limit = 5;
  /** Page that lists them all: linked below the list, in place of the button that lists more. */
  moreHref = '';

  readonly #strings = new Strings<FeedStrings>(this, feedStrings, () => this.context.locale);
  readonly #feed = new FeedController(this, (settled) => this.#handleSettled(settled));
  /** The newest policy and the number of rows, as last announced. */
  #told: {readonly newest: string; readonly count: number} | undefined;
  /** Number of rows when the reader asked for more. */
  #before = 0;
  /** Policy whose checksum was copied, and what became of it, for eyes as well as ears. */
  #copied = ['', ''];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#feed.want(this.client, rowsOf(this.limit));
  }

  protected override updated(): void {
    const names = this.renderRoot.querySelectorAll<HTMLElement>('.name');
    if (this.#before === 0 || names.length <= this.#before) return;
    names[this.#before]!.focus();
    this.#before = 0;
  }

  #handleSettled(settled: ViewState<RepostList>): void {
    if (settled.kind === 'failed') {
      this.sayFailed(settled.error);
      const detail: FeedErrorDetail = {error: settled.error};
      this.dispatchEvent(new CustomEvent('zwgk-feed-error', {detail, bubbles: true, composed: true}));
      return;
    }
    const list = valueOf(settled);
    if (list) this.#tell(list);
  }

  /** Says what is new in the list; nothing when a look showed the same. */
  #tell({items, total}: RepostList): void {
    const {t} = this.#strings;
    const [before, newest, count] = [this.#told, items[0]?.id ?? '', items.length];
    this.#told = {newest, count};
    if (newest !== before?.newest) this.announcer.say(total === 0 ? t.empty : t.found(total));
    else if (count > before.count) this.announcer.say(t.added(count - before.count, total));
  }

  #handleMore(list: RepostList): void {
    if (this.#feed.isAdding) return;
    this.#before = list.items.length;
    this.#feed.more();
  }

  #copy({id, sha256}: Repost): void {
    const {t} = this.#strings;
    const tell = (text: string) => (): void => {
      this.#copied = [id, text];
      this.announcer.say(text);
      this.requestUpdate();
    };
    void navigator.clipboard.writeText(sha256).then(tell(t.copied), tell(t.copyFailed));
  }

  protected override renderContent(): TemplateResult {
    const view = this.#feed.state;
    const list = valueOf(view);
    switch (view.kind) {
      case 'unconfigured':
        return this.renderUnconfigured();
      case 'failed':
        return list ? this.#renderList(list, view) : this.renderFailed(view.error, () => this.#feed.retry());
      case 'idle':
      case 'loading':
        return list ? this.#renderList(list, view) : this.#renderSkeleton();
      case 'empty':
        return html`${this.#renderTitle()}
          <p>${this.#strings.t.empty}</p>
          ${this.renderFallback()}`;
      case 'ready':
        return this.#renderList(view.value, view);
    }
  }

  #renderTitle(): TemplateResult {
    return html`<h2 class="h2" aria-level=${this.headingLevel}>${this.#strings.t.title}</h2>`;
  }

  /** Rows of the height that rows will have. */
  #renderSkeleton(): TemplateResult {
    const rows = [...new Array<number>(rowsOf(this.limit)).keys()];
    return html`${this.#renderTitle()} ${this.renderFallback()}
      <div class="rows skeleton" aria-hidden="true">
        ${rows.map(() => html`<div><span class="sk w90"></span><span class="sk w60"></span><span class="sk w30"></span></div>`)}
      </div>`;
  }

  #renderList(list: RepostList, view: ViewState<RepostList>): TemplateResult {
    return html`${this.#renderTitle()}
      <ul class="rows" part="list">
        ${list.items.map((repost) => this.#renderRepost(repost))}
      </ul>
      ${this.#renderFoot(list, view)}`;
  }

  #renderRepost(repost: Repost): TemplateResult {
    const {t, locale} = this.#strings;
    const {title, docNumber, sourceName, publishedOn, repostedAt, demo} = repost;
    const when = t.when(formatDate(publishedOn, locale), daysUntil(repost), formatDate(repostedAt, locale), clock(repostedAt));
    return html`<li>
      <div>
        <h3 class="name" tabindex="-1" aria-level=${this.headingLevel + 1}>${this.#renderSource(repost, title, 'zh-Hans')}</h3>
        <p class="line soft small">
          <span lang="zh-Hans">${sourceName}</span>
          ${docNumber ? html`<span class="nowrap" lang="zh-Hans">${docNumber}</span>` : nothing}
          ${demo ? html`<span class="demo">${this.common.t.demo}</span>` : nothing}
        </p>
        <p class="soft small">${when.map((phrase) => html`<span class="phrase">${phrase}</span>`)}</p>
      </div>
      ${repost.identical ? this.#renderSeal(repost) : this.#renderWarning(repost)}
    </li>`;
  }

  /** A link to where the text comes from, that says that it opens a tab; the bare words where the address could run. */
  #renderSource({sourceUrl}: Repost, words: string, lang?: string): TemplateResult {
    const href = safeHref(sourceUrl);
    const last = [...words].at(-1) ?? '';
    // The icon stays on the line of the last character.
    const icon = html`<span class="last">${last}${draw(NEW_TAB)}</span>`;
    return href
      ? html`<a href=${href} target="_blank" rel="noopener noreferrer"
          ><span lang=${lang ?? nothing}>${words.slice(0, -last.length)}${icon}</span><span class="sr">${this.#strings.t.newTab}</span></a
        >`
      : html`<span lang=${lang ?? nothing}>${words}</span>`;
  }

  /** The checksum lets anyone compare the text with its source: short on the screen, in full on paper and where nothing copies. */
  #renderSeal(repost: Repost): TemplateResult {
    const {t} = this.#strings;
    const {id, sha256, title} = repost;
    const copy = html`<button class="btn quiet no-print" type="button" @click=${() => this.#copy(repost)}>
        <span>${t.copyHash} <span class="hash">${sha256.slice(0, 8)}</span><span class="sr">${t.hashOf(title)}</span></span>
      </button>
      <span class="soft" aria-hidden="true">${this.#copied[0] === id ? this.#copied[1] : nothing}</span>`;
    return html`<p class="line small">
      <span class="badge">${icon('done')}${t.identical}</span>
      <span class="soft ${navigator.clipboard ? 'paper' : ''}">${t.hash} <span class="hash">${sha256}</span></span>
      ${navigator.clipboard ? copy : nothing}
    </p>`;
  }

  #renderWarning(repost: Repost): TemplateResult {
    const {t} = this.#strings;
    return html`<p class="line small">
      <span class="badge attention">${icon('alert')}<span>${t.differs}</span></span>
      ${this.#renderSource(repost, t.source)}
    </p>`;
  }

  #renderFoot(list: RepostList, view: ViewState<RepostList>): TemplateResult {
    const {t} = this.#strings;
    const {common} = this;
    const failed = view.kind === 'failed' ? view.error : undefined;
    const href = safeHref(this.moreHref);
    const button = (text: string, act: () => void): TemplateResult =>
      html`<button class="btn secondary" type="button" aria-disabled=${this.#feed.isAdding} @click=${act}>${text}</button>`;
    const more = list.nextCursor && !href ? button(this.#feed.isAdding ? t.adding : t.more, () => this.#handleMore(list)) : nothing;
    return html`<div class="foot no-print">
      ${failed ? html`<p class="badge attention">${icon('alert')}${failed.code === 'offline' ? common.t.offline : common.t.failed}</p>` : nothing}
      <p class="actions">
        ${failed?.retryable ? button(common.t.retry, () => this.#feed.retry()) : more}
        ${href ? html`<a class="btn secondary" href=${href}>${t.all}</a>` : nothing}
      </p>
    </div>`;
  }
}
