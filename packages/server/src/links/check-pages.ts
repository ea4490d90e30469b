/** Whether live pages of policies and of what explains them lead to each other (R4.5 互链). */
import {fetchPage, PageError, type FetchedPage} from './fetch-page.ts';
import {readPage, sameAddress, type ReadPage} from './read-page.ts';
import type {LinkFault, LinkReport} from './report.ts';

const AT_ONCE = 4;
/** What links to an interpretation, and back to its document, are called where the other page was not named. */
const TO_INTERPRETATION = /解读|图解|读懂/;
const TO_DOCUMENT = /原文|全文|政策文件|^《.+》$/;
/** Pages that a page leads to and that are read too. */
const MOST_FOLLOWED = 10;

/**
 * Reads the pages, and those that they call their interpretation or their document; verifies both directions of each pair.
 * @param named Pages that must have a partner.
 * @param listed Pages of a whole site: lists stand among them, and documents that need no interpretation.
 */
export async function checkPages(
  named: readonly string[],
  listed: readonly string[] = [],
  fetch: (url: string) => Promise<FetchedPage> = fetchPage,
): Promise<LinkReport> {
  const pages = new Pages(fetch);
  await pages.read([...named, ...listed]);
  const given = new Set(pages.known.values());
  const must = new Set(named.flatMap((url) => pages.known.get(sameAddress(url)) ?? []));
  await pages.read([...given].flatMap((page) => pages.partners(page)));
  const broken: LinkFault[] = [];
  const notices: LinkFault[] = [];
  for (const page of given) {
    const {url, kind, missing} = page;
    if (kind === 'other') {
      if (must.has(page)) notices.push({from: url, problem: '从页面标签看不出是文件还是解读，没有检查'});
      continue;
    }
    if (missing.length > 0) notices.push({from: url, problem: `缺少页面标签：${missing.join('、')}`});
    if (!hasPartner(page, pages))
      (kind === 'interpretation' || must.has(page) ? broken : notices).push({from: url, problem: alone(page, pages)});
  }
  const all = new Set(pages.known.values());
  for (const page of all) broken.push(...oneWay(page, all, pages));
  for (const [url, why] of pages.unread) broken.push({from: url, problem: `页面${why}`});
  const paired = new Set(broken.filter(({to}) => to !== undefined).map(({from}) => from));
  return {checked: all.size, broken: once(broken, paired), notices: once(notices, paired)};
}

/** Whether the page leads to one of the other kind, or shows its interpretation itself. */
const hasPartner = (page: ReadPage, pages: Pages): boolean =>
  page.showsInterpretation ||
  page.links.some(({to}) => {
    const kind = pages.known.get(to)?.kind;
    return kind !== undefined && kind !== 'other' && kind !== page.kind;
  });

class Pages {
  readonly known = new Map<string, ReadPage>();
  readonly unread = new Map<string, string>();
  readonly #fetch: (url: string) => Promise<FetchedPage>;
  readonly #asked = new Set<string>();

  constructor(fetch: (url: string) => Promise<FetchedPage>) {
    this.#fetch = fetch;
  }

  async read(urls: readonly string[]): Promise<void> {
    const wanted = urls.filter((url) => !this.#asked.has(sameAddress(url)));
    for (const url of wanted) this.#asked.add(sameAddress(url));
    const queue = [...new Map(wanted.map((url) => [sameAddress(url), url])).values()];
    await Promise.all(Array.from({length: AT_ONCE}, () => this.#work(queue)));
  }

  async #work(queue: string[]): Promise<void> {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      try {
        const page = readPage(await this.#fetch(url));
        this.known.set(sameAddress(url), page);
        this.known.set(sameAddress(page.url), page);
      } catch (error) {
        // Nesting without end: nobody wrote that.
        if (!(error instanceof PageError || error instanceof RangeError)) throw error;
        this.unread.set(url, error instanceof PageError ? error.message : '嵌套太深');
      }
    }
  }

  /** Addresses that the page calls its interpretation or its document. */
  partners({kind, links}: ReadPage): string[] {
    if (kind === 'other') return [];
    const words = kind === 'policy' ? TO_INTERPRETATION : TO_DOCUMENT;
    return [...new Set(links.filter(({text}) => words.test(text)).map(({href}) => href))].slice(0, MOST_FOLLOWED);
  }

  leads(from: ReadPage, to: ReadPage): boolean {
    return from.links.some((link) => this.known.get(link.to) === to);
  }
}

const WHAT = {
  policy: '文件页面没有链接到它的解读',
  interpretation: '解读页面没有链接到它解读的文件',
  other: '',
} as const;

/** A partner that could not be read is named as such, and the link is there. */
const alone = (page: ReadPage, pages: Pages): string =>
  pages.partners(page).some((url) => pages.unread.has(url))
    ? `链接到的${page.kind === 'policy' ? '解读' : '文件'}页面打不开`
    : WHAT[page.kind];

/** Pairs of which only the other page leads here; a widget shows the interpretation, and leads back, by itself. */
function oneWay(page: ReadPage, all: ReadonlySet<ReadPage>, pages: Pages): LinkFault[] {
  if (page.kind === 'other' || page.showsInterpretation) return [];
  const towards = [...all].filter(({kind}) => kind !== page.kind && kind !== 'other').filter((other) => pages.leads(other, page));
  return towards.filter((other) => !pages.leads(page, other)).map((other) => ({from: page.url, to: other.url, problem: WHAT[page.kind]}));
}

/** Without those that lack a partner at all, where the pair they belong to is told. */
function once(faults: readonly LinkFault[], paired: ReadonlySet<string>): LinkFault[] {
  const lack = new Set<string>(Object.values(WHAT));
  return faults.filter(({from, to, problem}) => to !== undefined || !(paired.has(from) && lack.has(problem)));
}
