/** Region × agency × domain × matter as one tree (R2.2), after the WAI-ARIA tree view pattern. */
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {listAgencies, listCatalogItems, listRegions} from '@zwgk/client';
import type {CatalogQuery, Region} from '@zwgk/contract';
import {formatNumber} from '../foundation/format.ts';
import {icon} from '../foundation/icons.ts';
import type {DetailsStrings} from './catalog.details.strings.ts';
import type {CatalogHost} from './catalog.host.ts';
import {noFilters, toQuery, type CatalogFilters} from './catalog.logic.ts';

interface Node {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  /** Conditions that this branch stands for. */
  readonly filters: Partial<CatalogFilters>;
  /** Item that this leaf opens. */
  readonly item?: string;
  readonly level: number;
  children?: Node[];
  open?: boolean;
  loading?: boolean;
}

export class CatalogTree {
  readonly #element: ReactiveControllerHost;
  readonly #host: CatalogHost;
  readonly #t: () => DetailsStrings;
  #regions: Region[] = [];
  #roots: Node[] | undefined;
  #scope = '';
  #current = '';
  #failed = false;

  constructor(element: ReactiveControllerHost, host: CatalogHost, t: () => DetailsStrings) {
    this.#element = element;
    this.#host = host;
    this.#t = t;
  }

  render(): TemplateResult {
    const scope = JSON.stringify([this.#host.scope, this.#host.client?.endpoint]);
    if (scope !== this.#scope) {
      this.#scope = scope;
      this.#roots = undefined;
      void this.#loadRoots();
    }
    const t = this.#t();
    return html`<p class="help small" id="tree-help">${t.treeHelp}</p>
      ${this.#failed ? html`<p class="error" role="alert">${icon('alert')}${t.treeFailed}</p>` : nothing}
      <ul
        role="tree"
        class="tree"
        aria-label=${t.tree}
        aria-describedby="tree-help"
        aria-busy=${!this.#roots}
        @keydown=${this.#handleKey}
        @click=${this.#handleClick}
      >
        ${(this.#roots ?? []).map((node, i, all) => this.#renderNode(node, i, all.length))}
      </ul>`;
  }

  #renderNode(node: Node, index: number, size: number): TemplateResult {
    const counted = node.count === undefined ? '' : this.#t().count(formatNumber(node.count));
    const first = !this.#current && node === this.#roots?.[0];
    return html`<li
      role="treeitem"
      aria-label=${[node.label, counted].filter(Boolean).join(' ')}
      aria-level=${node.level}
      aria-posinset=${index + 1}
      aria-setsize=${size}
      aria-expanded=${node.item ? nothing : !!node.open}
      aria-selected=${node.key === this.#current}
      aria-busy=${node.loading ? 'true' : nothing}
      tabindex=${first || node.key === this.#current ? 0 : -1}
      data-key=${node.key}
    >
      <span class="node"
        >${node.item ? icon('file') : html`<span class="twist">${icon('chevron')}</span>`}<span>${node.label}</span>${
          counted ? html`<span class="soft">${counted}</span>` : nothing
        }</span
      >
      ${
        node.open && node.children
          ? html`<ul role="group">
              ${node.children.map((child, i, all) => this.#renderNode(child, i, all.length))}
            </ul>`
          : nothing
      }
    </li>`;
  }

  // ---- loading: one level at a time, from the contract's facets ----

  #list(filters: Partial<CatalogFilters>, limit = 0): ReturnType<typeof listCatalogItems> {
    const query: CatalogQuery = {...toQuery({...noFilters(limit), ...filters}, this.#host.scope), limit};
    return listCatalogItems(this.#host.client!, query);
  }

  async #loadRoots(): Promise<void> {
    const {client} = this.#host;
    if (!client) return;
    await this.#guard(async () => {
      this.#regions = (await listRegions(client)).items;
      const fixed = this.#host.scope.region ?? [];
      const top =
        fixed.length > 0 ? this.#regions.filter(({id}) => fixed.includes(id)) : this.#regions.filter(({parent}) => parent === null);
      this.#roots = await this.#regionNodes(top, 1);
      if (this.#roots.length === 1) await this.#open(this.#roots[0]!);
    });
  }

  async #regionNodes(regions: readonly Region[], level: number): Promise<Node[]> {
    if (regions.length === 0) return [];
    const counts = new Map((await this.#list({})).facets?.region.map(({value, count}) => [value, count]));
    return regions
      .map(({id, name}): Node => ({key: `r${id}`, label: name, count: counts.get(id) ?? 0, level, filters: {region: [id]}}))
      .filter(({count}) => count! > 0);
  }

  async #childrenOf({filters, level, key}: Node): Promise<Node[]> {
    const next = level + 1;
    const facets = async (name: 'agency' | 'domain' | 'matter'): Promise<Node[]> =>
      ((await this.#list(filters)).facets?.[name] ?? [])
        .filter(({count}) => count > 0)
        .map(({value, count, label}) => ({
          key: `${key}/${value}`,
          label: name === 'domain' ? this.#host.labelOf('domain', value) : label,
          count,
          level: next,
          filters: {...filters, [name]: [value]},
        }));
    if (filters.matter) {
      const {items} = await this.#list(filters, 100);
      return items.map((item) => ({key: `i${item.id}`, label: item.level2, level: next, filters, item: item.id}));
    }
    if (filters.domain) return facets('matter');
    if (filters.agency) return facets('domain');
    const region = filters.region![0]!;
    const [below, here] = await Promise.all([
      this.#regionNodes(
        this.#regions.filter(({parent}) => parent === region),
        next,
      ),
      listAgencies(this.#host.client!, {region}),
    ]);
    const own = new Set(here.items.filter((agency) => agency.region === region).map(({id}) => id));
    return [...(await facets('agency')).filter((node) => own.has(node.filters.agency![0]!)), ...below];
  }

  async #open(node: Node): Promise<void> {
    node.loading = true;
    this.#element.requestUpdate();
    await this.#guard(async () => {
      node.children ??= await this.#childrenOf(node);
      node.open = true;
    });
    node.loading = false;
    this.#element.requestUpdate();
  }

  async #guard(load: () => Promise<void>): Promise<void> {
    this.#failed = false;
    await load().catch(() => (this.#failed = true));
    this.#element.requestUpdate();
  }

  // ---- what the reader does ----

  /** Nodes in the order in which they are seen. */
  #visible(nodes: readonly Node[] = this.#roots ?? []): Node[] {
    return nodes.flatMap((node) => [node, ...(node.open ? this.#visible(node.children) : [])]);
  }

  #choose(node: Node): void {
    this.#current = node.key;
    if (node.item) this.#host.go({item: node.item});
    else this.#host.apply({...noFilters(this.#host.filters.size), sort: this.#host.filters.sort, ...node.filters});
  }

  #toggle(node: Node): void {
    if (node.open) node.open = false;
    else void this.#open(node);
    this.#element.requestUpdate();
  }

  readonly #handleClick = (event: Event): void => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'];
    const node = this.#visible().find((other) => other.key === key);
    if (!node) return;
    if (node.item) return this.#choose(node);
    const opening = !node.open;
    this.#toggle(node);
    if (opening) this.#choose(node);
    this.#current = node.key;
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const nodes = this.#visible();
    const at = Math.max(
      0,
      nodes.findIndex(({key}) => key === this.#current),
    );
    const node = nodes[at];
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const parent = (): Node | undefined => nodes.slice(0, at).findLast(({level}) => level < node.level);
    const moves: Record<string, () => Node | undefined> = {
      ArrowDown: () => nodes[at + 1],
      ArrowUp: () => nodes[at - 1],
      Home: () => nodes[0],
      End: () => nodes.at(-1),
      ArrowRight: () => (node.item ? undefined : node.open ? nodes[at + 1] : (this.#toggle(node), undefined)),
      ArrowLeft: () => (node.open ? (this.#toggle(node), undefined) : parent()),
      Enter: () => (this.#choose(node), undefined),
      ' ': () => (this.#choose(node), undefined),
    };
    const typed = event.key.length === 1 && event.key !== ' ' ? event.key : undefined;
    const move =
      moves[event.key] ??
      (typed && ((): Node | undefined => [...nodes.slice(at + 1), ...nodes.slice(0, at)].find(({label}) => label.startsWith(typed))));
    if (!move) return;
    event.preventDefault();
    const target = move();
    const root = event.currentTarget as HTMLElement;
    this.#current = (target ?? node).key;
    this.#element.requestUpdate();
    void this.#element.updateComplete.then(() => root.querySelector<HTMLElement>(`[data-key="${CSS.escape(this.#current)}"]`)?.focus());
  };
}
