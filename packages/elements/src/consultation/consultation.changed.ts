/** The ways to what changed in the text: at each kind of opinion, and from draft to draft (R3.10). The comparison comes on first use. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ReportedCluster} from '@zwgk/contract';
import {fillHref} from '../foundation/fill-href.ts';
import {formatDate} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import {safeHref} from '../foundation/safe-href.ts';
import type {ConsultationAfter} from './consultation.after.ts';
import type {Changes} from './consultation.changes.ts';
import type {ConsultationHost} from './consultation.host.ts';

/** The number of an earlier draft that is compared with the text after it; 0: the draft with what was decided. */
export type Step = number;

/** A text by its title: a link where the page says where documents are shown. */
export function renderTextLink({documentHref}: ConsultationHost, id: string, title: string): TemplateResult {
  const href = documentHref && safeHref(fillHref(documentHref, id));
  const words = html`<span lang="zh-Hans">${title}</span>`;
  return href ? html`<a href=${href}>${words}</a>` : words;
}

export class Changed {
  readonly #after: ConsultationAfter;
  /** What is open: a step, or `cluster-` and a number. */
  readonly #open = new Set<Step | string>();
  #changes: Changes | undefined;
  #failed = false;

  constructor(after: ConsultationAfter) {
    this.#after = after;
  }

  async #toggle(name: Step | string): Promise<void> {
    const {host} = this.#after;
    if (!this.#open.delete(name)) this.#open.add(name);
    host.requestUpdate();
    try {
      const {Changes} = await import('./consultation.changes.ts');
      this.#changes ??= new Changes(this.#after);
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    host.requestUpdate();
  }

  #renderButton(name: Step | string, words: string): TemplateResult {
    const isOpen = this.#open.has(name);
    return html`<button class="btn quiet" type="button" aria-expanded=${isOpen} @click=${() => void this.#toggle(name)}>
      ${icon('chevron')}${isOpen ? this.#after.t.closeChange : words}
    </button>`;
  }

  #renderLoading(): TemplateResult {
    const {t} = this.#after;
    return html`<p class=${this.#failed ? 'badge attention' : 'soft'}>${this.#failed ? t.changeFailed : t.loading}</p>`;
  }

  /** Whether a kind of opinion can have changed something, and there is a text that was decided. */
  #has({sections = [], change, outcome}: ReportedCluster): boolean {
    const canHave = change !== undefined || (outcome !== 'not_adopted' && sections.length > 0);
    return canHave && this.#after.report?.final !== undefined;
  }

  renderClusterButton(cluster: ReportedCluster): unknown {
    return this.#has(cluster)
      ? html`<p class="no-print">${this.#renderButton(`cluster-${cluster.number}`, this.#after.t.seeChange)}</p>`
      : nothing;
  }

  /** What changed in the articles that a kind of opinion is about. */
  renderCluster(cluster: ReportedCluster): unknown {
    if (!this.#has(cluster) || !this.#open.has(`cluster-${cluster.number}`)) return nothing;
    return this.#changes?.renderCluster(cluster, () => this.#seeAll()) ?? this.#renderLoading();
  }

  #seeAll(): void {
    this.#open.add(0);
    this.#after.focus('#texts-title');
  }

  /** Every text there was, in order, each with the way to what changed since the one before. */
  renderTexts(): unknown {
    const {t, level, report, page, host} = this.#after;
    const {earlierDrafts = [], draft, opensAt} = page.consultation;
    const final = report?.final;
    if (earlierDrafts.length === 0 && !final) return nothing;
    const last = earlierDrafts.at(-1)?.number;
    const texts: {id: string; title: string; what: string; step?: Step | undefined}[] = [
      ...earlierDrafts.map(({number, document: id, title, publishedOn}) => ({
        ...{id, title, what: t.textOf(number, formatDate(publishedOn, host.locale))},
        step: earlierDrafts.some((each) => each.number === number - 1) ? number - 1 : undefined,
      })),
      {id: draft.document, title: draft.title, what: t.thisDraft(formatDate(opensAt, host.locale)), step: last},
      ...(final ? [{id: final.id, title: final.title, what: t.decided, step: 0}] : []),
    ];
    return html`<section class="stack texts" aria-labelledby="texts-title">
      <h3 class="h3" id="texts-title" tabindex="-1" aria-level=${level}>${t.texts}</h3>
      <ol class="entries wide">
        ${texts.map(
          ({id, title, what, step}) =>
            html`<li>
              <p>${renderTextLink(host, id, title)} <span class="soft">${what}</span></p>
              ${step === undefined ? nothing : html`<p class="no-print">${this.#renderButton(step, t.compareBefore)}</p>`}
              ${step !== undefined && this.#open.has(step) ? (this.#changes?.render(step) ?? this.#renderLoading()) : nothing}
            </li>`,
        )}
      </ol>
    </section>`;
  }
}
