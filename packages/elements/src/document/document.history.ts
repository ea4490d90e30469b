/** What came before the text in view: its versions, the document it replaced, and what changed since. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {compareDocument, listDocumentVersions, type ZwgkClient} from '@zwgk/client';
import type {DocumentComparison, DocumentDetail, DocumentVersion, DocumentVersionList} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {renderComparison, type CompareHost} from '../foundation/comparison.ts';
import {formatDate} from '../foundation/format.ts';
import {valueOf, type ViewState} from '../foundation/view-state.ts';
import type {DetailsStrings} from './document.details.strings.ts';
import {renderDocumentLink} from './document.head.ts';
import type {DocumentHost} from './document.host.ts';

/** Hexadecimal digits of a checksum that tell two versions apart. */
const SHORT = 12;

/** What a version is known by: the day of its text; where that is the one before's, too, the day on which the site took it up. */
function datesOf(version: DocumentVersion, older: DocumentVersion | undefined): ('publishedOn' | 'amendedOn' | 'effectiveOn' | 'at')[] {
  const name = version.amendedOn ? 'amendedOn' : 'publishedOn';
  const isNew = version[name] !== undefined && version[name] !== older?.[name];
  return isNew ? [name, ...(version.effectiveOn && version.effectiveOn !== older?.effectiveOn ? (['effectiveOn'] as const) : [])] : ['at'];
}

export class DocumentHistory implements CompareHost {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: DocumentHost;
  readonly #t: () => DetailsStrings;
  readonly #versions: Resource<[ZwgkClient, string], DocumentVersionList>;
  readonly #comparison: Resource<[ZwgkClient, string, number | undefined], DocumentComparison>;
  onlyChanges = true;

  constructor(element: ReactiveControllerHost & HTMLElement, host: DocumentHost, t: () => DetailsStrings) {
    this.#element = element;
    this.#host = host;
    this.#t = t;
    this.#versions = new Resource<[ZwgkClient, string], DocumentVersionList>(element, {
      load: ([client, id], signal) => listDocumentVersions(client, id, signal),
    });
    this.#comparison = new Resource<[ZwgkClient, string, number | undefined], DocumentComparison>(element, {
      load: ([client, id, version], signal) => compareDocument(client, id, version ? {version} : {}, signal),
      onSettled: (state) => void this.#handleCompared(state),
    });
  }

  get t(): DetailsStrings {
    return this.#t();
  }
  get headingLevel(): number {
    return this.#host.headingLevel;
  }

  setOnlyChanges(only: boolean): void {
    this.onlyChanges = only;
    this.#element.requestUpdate();
  }

  /** Another document is in view: what was compared is not about it. */
  reset(): void {
    this.#versions.want(undefined);
    this.#comparison.want(undefined);
  }

  #compare(version?: number): void {
    const {client, doc} = this.#host;
    if (client && doc) this.#comparison.want([client, doc.id, version]);
    this.#element.requestUpdate();
  }

  async #handleCompared(state: ViewState<DocumentComparison>): Promise<void> {
    if (state.kind === 'failed') this.#host.say(this.t.compareFailed);
    this.#element.requestUpdate();
    await this.#element.updateComplete;
    if (state.kind === 'ready') this.#element.shadowRoot?.querySelector<HTMLElement>('.compare')?.focus();
  }

  render(doc: DocumentDetail): TemplateResult {
    const {t} = this;
    const {client} = this.#host;
    if (client && doc.version > 1) this.#versions.want([client, doc.id]);
    const versions = valueOf(this.#versions.state)?.items ?? [];
    const button = (text: string, act: () => void): TemplateResult =>
      html`<button class="btn secondary" type="button" @click=${act}>${text}</button>`;
    return html`<div class="stack history">
      ${
        doc.supersedes
          ? html`<p class="actions">
              ${button(t.compareFormer, () => this.#compare())}${renderDocumentLink(this.#host, {id: doc.supersedes, title: t.former})}
            </p>`
          : nothing
      }
      ${versions.length > 1 ? this.#renderVersions(versions) : nothing} ${this.#renderComparison()}
    </div>`;
  }

  #renderVersions(versions: readonly DocumentVersion[]): TemplateResult {
    const {t} = this;
    return html`<div>
      <h3 class="h4" aria-level=${this.headingLevel + 1}>${t.versions}</h3>
      <ol class="versions">
        ${versions.map((version, i) => this.#renderVersion(version, versions[i + 1], i === 0))}
      </ol>
    </div>`;
  }

  #renderVersion(own: DocumentVersion, older: DocumentVersion | undefined, isCurrent: boolean): TemplateResult {
    const {t} = this;
    const {version, textHash} = own;
    const days = datesOf(own, older).map((name) => t.dated[name](formatDate(own[name]!, this.#host.locale)));
    return html`<li>
      <strong>${t.version(version)}</strong> ${days.map((day) => html`<span class="nowrap">${day}</span> `)}
      ${textHash ? html`<span class="soft small hash">${t.versionHash(textHash.slice(0, SHORT))}</span>` : nothing}
      ${
        isCurrent
          ? html`<span class="soft">${t.currentVersion}</span>`
          : html`<button class="btn quiet" type="button" @click=${() => this.#compare(version)}>${t.compareNow(version)}</button>`
      }
    </li>`;
  }

  #renderComparison(): unknown {
    const {t} = this;
    const {state} = this.#comparison;
    switch (state.kind) {
      case 'idle':
      case 'unconfigured':
        return nothing;
      case 'loading':
        return html`<p class="soft">${t.comparing}</p>`;
      case 'failed':
        return html`<p class="actions">
          <strong>${t.compareFailed}</strong>
          ${state.error.retryable ? html`<button class="btn secondary" type="button" @click=${() => this.#comparison.retry()}>${t.retry}</button>` : nothing}
        </p>`;
      case 'ready':
      case 'empty':
        return renderComparison(this, state.value);
    }
  }
}
