/** What a page of a website says of itself, and where it leads: without running its scripts. */
import {parse, type DefaultTreeAdapterMap} from 'parse5';
import type {FetchedPage} from './fetch-page.ts';

/** Meta tags that every page of a government website must have (国办发〔2017〕47号《政府网站发展指引》, 页面标签). */
export const MANDATORY_META = [
  ...['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
  ...['ArticleTitle', 'PubDate', 'ContentSource'],
] as const;

export interface PageLink {
  /** As `sameAddress` writes it. */
  readonly to: string;
  readonly href: string;
  readonly text: string;
}

export interface ReadPage {
  readonly url: string;
  /** `other`: a list, a home page, or nothing that its tags tell. */
  readonly kind: 'policy' | 'interpretation' | 'other';
  readonly title: string;
  /** Mandatory tags that are missing or empty. */
  readonly missing: readonly string[];
  /** Links of the page itself, its head, foot and navigation left out. */
  readonly links: readonly PageLink[];
  /** Whether `<zwgk-interpretation>` stands in the page: it shows what explains the document, and leads back to it (R4.5). */
  readonly showsInterpretation: boolean;
  /** Documents whose text the page shows through a widget. */
  readonly documents: ReadonlySet<string>;
}

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const AROUND = new Set(['nav', 'header', 'footer', 'aside', 'script', 'style', 'template']);
const attribute = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value.trim() ?? '';

/** One spelling of an address: without fragment, index page and scheme. */
export function sameAddress(url: string): string {
  const {host, pathname, search} = new URL(url);
  return `${host}${pathname.replace(/\/(?:index|default)\.s?html?$/, '/')}${search}`;
}

export function readPage({url, text}: FetchedPage): ReadPage {
  const reader = new PageReader(url);
  reader.walk(parse(text), true);
  const tag = (name: string): string => reader.meta.get(name.toLowerCase()) ?? '';
  const title = tag('ArticleTitle') || reader.title;
  return {
    url,
    kind: kindOf(reader, [tag('ColumnType'), tag('ColumnName'), title], Boolean(tag('ArticleTitle') || tag('PubDate'))),
    title: title.trim(),
    missing: MANDATORY_META.filter((name) => tag(name) === ''),
    links: reader.links,
    showsInterpretation: reader.showsInterpretation,
    documents: reader.documents,
  };
}

/** A page that shows a document itself is the document's, whatever else stands on it. */
function kindOf({documents, showsInterpretation}: PageReader, words: readonly string[], isArticle: boolean): ReadPage['kind'] {
  if (documents.size > 0) return 'policy';
  const says = words.find((one) => /解读|政策|文件|法规|公文/.test(one));
  if (says === undefined || !(isArticle || showsInterpretation)) return 'other';
  return says.includes('解读') ? 'interpretation' : 'policy';
}

class PageReader {
  readonly meta = new Map<string, string>();
  readonly links: PageLink[] = [];
  readonly documents = new Set<string>();
  showsInterpretation = false;
  title = '';
  #base: string;

  constructor(url: string) {
    this.#base = url;
  }

  /** @param isOwn Whether the node belongs to what the page says, not to what surrounds it on every page. */
  walk(node: Node, isOwn: boolean): void {
    if ('tagName' in node) this.#element(node, isOwn);
    if (!('childNodes' in node)) return;
    const inside = isOwn && !('tagName' in node && AROUND.has(node.tagName));
    for (const child of node.childNodes) this.walk(child, inside);
  }

  #element(element: Element, isOwn: boolean): void {
    const id = attribute(element, 'document-id');
    switch (element.tagName) {
      case 'meta':
        return void this.meta.set(attribute(element, 'name').toLowerCase(), attribute(element, 'content'));
      case 'title':
        this.title ||= textOf(element);
        return;
      case 'base':
        if (URL.canParse(attribute(element, 'href'), this.#base)) this.#base = new URL(attribute(element, 'href'), this.#base).href;
        return;
      case 'zwgk-interpretation':
        this.showsInterpretation = true;
        return;
      case 'zwgk-document':
        if (id) this.documents.add(id);
        return;
      case 'a':
        if (isOwn) this.#link(attribute(element, 'href'), textOf(element));
    }
  }

  #link(href: string, text: string): void {
    if (!href || !URL.canParse(href, this.#base)) return;
    const url = new URL(href, this.#base);
    if (/^https?:$/.test(url.protocol)) this.links.push({to: sameAddress(url.href), href: url.href.replace(/#.*/, ''), text});
  }
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('').replace(/\s+/g, ' ').trim() : '';
