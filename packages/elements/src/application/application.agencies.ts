/** Which agency is asked, where the page names none: those that take applications, by region and by name. Loaded when it is needed. */
import {css, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {listAgencies, listRegions, type ZwgkClient} from '@zwgk/client';
import {SEARCH_TEXT_MAX, type Agency, type Region} from '@zwgk/contract';
import {adopt} from '../foundation/adopt.ts';
import {fieldStyles} from '../foundation/field.styles.ts';
import type {Locale} from '../foundation/host-context.ts';
import {icon} from '../foundation/icons.ts';
import {Strings} from '../foundation/strings.ts';
import {agenciesStrings, type AgenciesStrings} from './application.agencies.strings.ts';

/** Milliseconds of quiet before what is typed is looked for. */
const SETTLE = 300;

/** What the choice needs of the element. */
export interface PickerHost {
  readonly client: ZwgkClient | undefined;
  readonly locale: Locale;
  readonly headingLevel: number;
  say(text: string): void;
  choose(agency: string): void;
}

const pickerStyles = css`
  .regions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--zwgk-space-4);
  }
  .regions > .field {
    flex: 1 1 11em;
    margin-block: 0;
  }
  .agencies {
    border-block-start: 1px solid var(--zwgk-color-line);
  }
  .agencies li {
    border-block-end: 1px solid var(--zwgk-color-line);
  }
  .agencies .btn {
    justify-content: flex-start;
    inline-size: 100%;
    text-align: start;
    padding-inline: var(--zwgk-space-2);
  }
`;

export class AgencyPicker {
  readonly #element: LitElement;
  readonly #host: PickerHost;
  readonly #strings: Strings<AgenciesStrings>;
  /** Regions to choose from, from the top down, and those chosen. */
  #regions: readonly (readonly Region[])[] = [];
  #chosen: readonly string[] = [];
  #q = '';
  #paper = false;
  #timer = 0;
  #abort = new AbortController();
  #found: {readonly items: readonly Agency[]; readonly total: number} | undefined;
  #failed = false;

  constructor(element: LitElement, host: PickerHost) {
    [this.#element, this.#host] = [element, host];
    this.#strings = new Strings(element, agenciesStrings, () => host.locale);
    for (const sheet of [fieldStyles, pickerStyles]) adopt(element.renderRoot as ShadowRoot, sheet);
    void this.#begin();
  }

  /** Below the province, and whatever agencies there are. */
  async #begin(): Promise<void> {
    const {client} = this.#host;
    void this.#look();
    if (!client) return;
    // Without them agencies are found by name alone.
    const top = (await listRegions(client).catch(() => undefined))?.items.filter(({parent}) => parent === null) ?? [];
    if (top.length === 1) await this.#open(top[0]!.id, 0);
    else this.#set({regions: top.length > 0 ? [top] : []});
  }

  #set(change: {readonly regions?: readonly (readonly Region[])[]}): void {
    if (change.regions) this.#regions = change.regions;
    this.#element.requestUpdate();
  }

  /** Offers what lies below a region. */
  async #open(region: string, depth: number): Promise<void> {
    const {client} = this.#host;
    const below = client && region ? ((await listRegions(client, undefined, region).catch(() => undefined))?.items ?? []) : [];
    if (depth > 0 && region !== this.#chosen[depth - 1]) return;
    this.#set({regions: [...this.#regions.slice(0, depth), ...(below.length > 0 ? [below] : [])]});
  }

  #choose(depth: number, region: string): void {
    this.#chosen = [...this.#chosen.slice(0, depth), ...(region ? [region] : [])];
    this.#set({regions: this.#regions.slice(0, depth + 1)});
    void this.#open(region, depth + 1);
    void this.#look();
  }

  #type(q: string): void {
    this.#q = q;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#look(), SETTLE);
  }

  async #look(): Promise<void> {
    const {client, say} = this.#host;
    clearTimeout(this.#timer);
    this.#abort.abort();
    const {signal} = (this.#abort = new AbortController());
    if (!client) return;
    const query = {region: this.#chosen.at(-1), q: this.#q.trim(), ...(this.#paper ? {} : {applications: 'open' as const})};
    const found = await listAgencies(client, query, signal).catch(() => undefined);
    if (signal.aborted) return;
    this.#failed = !found;
    if (found) this.#found = found;
    const {t} = this.#strings;
    say(!found ? t.failed : found.total === 0 ? t.none : t.found(found.items.length, found.total));
    this.#element.requestUpdate();
  }

  render(): TemplateResult {
    const {t} = this.#strings;
    // Enter looks at once, and reaches no form of the page around.
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.stopPropagation();
      if ((event.target as HTMLElement).localName !== 'button') event.preventDefault();
      if ((event.target as HTMLElement).localName === 'input') void this.#look();
    };
    return html`<section class="stack" part="agencies" @keydown=${enter}>
      <div>
        <h3 class="h2 step-title" tabindex="-1" aria-level=${this.#host.headingLevel + 1}>${t.which}</h3>
        <p>${t.intro}</p>
      </div>
      ${this.#regions.length > 0 ? html`<div class="regions">${this.#regions.map((regions, depth) => this.#renderRegions(regions, depth))}</div>` : nothing}
      <div class="field">
        <label class="label" for="agency-name">${t.name}</label>
        <p class="help" id="agency-help">${t.nameHelp}</p>
        <input
          class="input"
          id="agency-name"
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck="false"
          maxlength=${SEARCH_TEXT_MAX}
          aria-describedby="agency-help"
          .value=${this.#q}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        />
        ${this.#renderPaper()}
      </div>
      ${this.#renderFound()}
    </section>`;
  }

  #renderPaper(): TemplateResult {
    const change = (event: Event): void => {
      this.#paper = (event.target as HTMLInputElement).checked;
      void this.#look();
    };
    return html`<label class="check"
      ><input type="checkbox" .checked=${this.#paper} @change=${change} /><span>${this.#strings.t.paper}</span></label
    >`;
  }

  #renderRegions(regions: readonly Region[], depth: number): TemplateResult {
    const {t} = this.#strings;
    const chosen = this.#chosen[depth] ?? '';
    const id = `region-${depth}`;
    return html`<div class="field">
      <label class="label" for=${id}>${t.levels[regions[0]!.level]}</label>
      <select
        class="input"
        id=${id}
        autocomplete="off"
        @change=${(event: Event) => this.#choose(depth, (event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${!chosen}>${t.all}</option>
        ${regions.map((region) => html`<option value=${region.id} lang="zh-Hans" .selected=${region.id === chosen}>${region.name}</option>`)}
      </select>
    </div>`;
  }

  #renderFound(): TemplateResult {
    const {t} = this.#strings;
    const found = this.#found;
    if (this.#failed)
      return html`<p class="badge attention">${icon('alert')}<span>${t.failed}</span></p>
        <p class="actions"><button class="btn secondary" type="button" @click=${() => void this.#look()}>${t.again}</button></p>`;
    if (!found) return html`<p class="soft">${t.looking}</p>`;
    if (found.total === 0) return html`<p>${t.none}</p>`;
    return html`<p class="soft">${t.found(found.items.length, found.total)}</p>
      <ul class="agencies">
        ${found.items.map(
          ({id, name, demo}) =>
            html`<li>
              <button class="btn quiet" type="button" @click=${() => this.#host.choose(id)}>
                <span lang="zh-Hans">${name}</span>${demo ? html` <span class="demo">${t.demo}</span>` : nothing}
              </button>
            </li>`,
        )}
      </ul>`;
  }
}
