/** What changed in the text, article by article and word by word: of what one kind of opinion is about, or all of it. */
import {html, nothing, type TemplateResult} from 'lit';
import {compareDrafts, type ZwgkClient} from '@zwgk/client';
import type {ComparisonRow, DocumentComparison, ReportedCluster} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {adopt} from '../foundation/adopt.ts';
import {renderComparison, renderRows} from '../foundation/comparison.ts';
import {comparisonStyles} from '../foundation/comparison.styles.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf} from '../foundation/view-state.ts';
import type {ConsultationAfter} from './consultation.after.ts';
import type {Step} from './consultation.changed.ts';
import {changesStrings, type ChangesStrings} from './consultation.changes.strings.ts';
import {rowsOf} from './consultation.changes.logic.ts';

type Comparing = Resource<[ZwgkClient, string, Step], DocumentComparison>;

export class Changes {
  readonly #after: ConsultationAfter;
  readonly #strings: Strings<ChangesStrings>;
  readonly #steps = new Map<Step, Comparing>();
  /** Steps that are shown with what did not change. */
  readonly #whole = new Set<Step>();

  constructor(after: ConsultationAfter) {
    const {host} = after;
    this.#after = after;
    this.#strings = new Strings(host, changesStrings, () => host.localeWanted);
    adopt(host.shadowRoot!, comparisonStyles);
  }

  /** The comparison of a step, asked for when it is first shown. */
  #compared(step: Step): Comparing {
    const {host, page} = this.#after;
    const known = this.#steps.get(step);
    if (known) return known;
    const resource: Comparing = new Resource<[ZwgkClient, string, Step], DocumentComparison>(host, {
      load: ([client, id, draft], signal) => compareDrafts(client, id, draft ? {draft} : {}, signal),
      onSettled: ({kind}) => host.say(this.#strings.t[kind === 'failed' ? 'compareFailed' : 'compared']),
    });
    this.#steps.set(step, resource);
    if (host.client) resource.want([host.client, page.consultation.id, step]);
    return resource;
  }

  #renderWith(step: Step, render: (comparison: DocumentComparison) => TemplateResult): TemplateResult {
    const {t} = this.#strings;
    const compared = this.#compared(step);
    const {state} = compared;
    const value = valueOf(state);
    if (value) return render(value);
    if (state.kind !== 'failed') return html`<p class="soft">${t.comparing}</p>`;
    return html`<p class="badge attention">${icon('alert')}<span>${t.compareFailed}</span></p>
      ${
        state.error.retryable
          ? html`<p>
              <button class="btn secondary" type="button" @click=${() => compared.retry()}>${this.#after.host.common.t.retry}</button>
            </p>`
          : nothing
      }`;
  }

  render(step: Step): TemplateResult {
    const {host, level} = this.#after;
    const onlyChanges = !this.#whole.has(step);
    const setOnlyChanges = (only: boolean): void => {
      if (only) this.#whole.delete(step);
      else this.#whole.add(step);
      host.requestUpdate();
    };
    const view = {t: this.#strings.t, headingLevel: level, onlyChanges, setOnlyChanges};
    return this.#renderWith(step, (comparison) => renderComparison(view, comparison));
  }

  /** @param seeAll Opens the whole comparison. */
  renderCluster(cluster: ReportedCluster, seeAll: () => void): TemplateResult {
    return this.#renderWith(0, ({rows}) => this.#renderRows(rowsOf(rows, cluster), seeAll));
  }

  #renderRows(rows: readonly ComparisonRow[], seeAll: () => void): TemplateResult {
    const {t} = this.#strings;
    return html`${
        rows.length > 0
          ? html`<p class="soft small">${t.legend}</p>
              ${renderRows(t, rows)}`
          : html`<p>${t.unchanged}</p>`
      }
      <p><button class="btn quiet" type="button" @click=${seeAll}>${t.seeAll}</button></p>`;
  }
}
