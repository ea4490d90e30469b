import type {DocumentDetail} from '@zwgk/contract';

/** Labels of government sites (政府网站页面标签): of the site, of the column, of what the page shows. */
const NAMES = [
  ...(['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'] as const),
  ...(['ArticleTitle', 'PubDate', 'ContentSource', 'Keywords', 'Author', 'Description', 'Image', 'Url'] as const),
];

/** What a page says of itself, by label. A label that is missing or blank is absent; PubDate reads `YYYY-MM-DD HH:MM`. */
export type PageMeta = Readonly<Partial<Record<(typeof NAMES)[number], string | undefined>>>;

/** Labels of one name: pages write them in any case (`keywords`, `Keywords`). */
const labelsOf = (page: Document, name: string): HTMLMetaElement[] =>
  [...page.querySelectorAll('meta')].filter((meta) => meta.name.toLowerCase() === name.toLowerCase());

/** Reads the labels of a page, its own by default. */
export function readPageMeta(page: Document = document): PageMeta {
  const found: Record<string, string> = {};
  for (const name of NAMES) {
    const content = labelsOf(page, name)
      .map((meta) => meta.content.trim())
      .find(Boolean);
    if (content) found[name] = content;
  }
  return found;
}

/**
 * Writes the labels of a page that shows a document; for pages that ask for it, since the head is theirs. The three
 * mandatory ones of the content (ArticleTitle, PubDate, ContentSource) are always written, optional ones that the
 * document lacks are taken away, so that the one shown before leaves nothing behind. Labels of site and column stay.
 * @param own Labels that the page knows better, or that no document can know. A document is dated by its day: without
 *   a `PubDate` here, its time reads 00:00.
 */
export function applyPageMeta(doc: DocumentDetail, own: PageMeta = {}, page: Document = document): void {
  const labels: PageMeta = {
    ArticleTitle: doc.title,
    PubDate: `${doc.publishedOn} 00:00`,
    ContentSource: doc.issuerName,
    Keywords: doc.keywords?.join(','),
    Author: doc.drafter,
    Description: doc.abstract,
    Image: '',
    Url: page.URL.replace(/#.*/, ''),
    ...own,
  };
  for (const [name, content] of Object.entries(labels) as [string, string | undefined][]) {
    const [first, ...others] = labelsOf(page, name);
    for (const meta of content ? others : [first, ...others]) meta?.remove();
    if (!content) continue;
    const meta = first ?? page.head.appendChild(page.createElement('meta'));
    meta.name ||= name;
    meta.content = content;
  }
}
