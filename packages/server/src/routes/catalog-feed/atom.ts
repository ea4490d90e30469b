/** Atom (RFC 4287). */
import {DISCLOSURES, type CatalogItem} from '@zwgk/contract';
import {escapeMarkup} from '../../static/page.ts';

/** Characters that XML 1.0 has no way to write. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const text = (value: string): string => escapeMarkup(value.toWellFormed().replace(NOT_XML, '\ufffd'));

const CHANGES = {added: '【新增】', changed: '【变更】'};

export interface FeedSource {
  /** Address of the feed itself; a path where no public origin is configured. */
  readonly self: string;
  /** Address of an item, absolute as far as `self` is. */
  readonly itemUrl: (id: string) => string;
  /** RFC 3339 instant for a feed without entries. */
  readonly now: string;
}

/** Ids must be absolute (RFC 4287 §4.2.6): a path becomes a name in a scheme of its own. */
const idOf = (url: string): string => (url.startsWith('/') ? `urn:zwgk:${encodeURIComponent(url.slice(1))}` : url);

function entry(item: CatalogItem, {itemUrl}: FeedSource): string {
  const url = text(itemUrl(item.id));
  const summary = `${item.contentElements.join('；')}（${DISCLOSURES[item.disclosure]}，${item.timeLimit.text}）`;
  return `<entry>
<id>${text(idOf(itemUrl(item.id)))}</id>
<title>${text(`${item.change ? CHANGES[item.change] : ''}${item.level1} › ${item.level2}`)}</title>
<updated>${item.updatedAt}</updated>
<author><name>${text(item.publisherName)}</name></author>
<link rel="alternate" type="application/json" href="${url}"/>
<category term="${text(item.domain)}"/>
<summary>${text(summary)}</summary>
</entry>`;
}

/** @param items Newest first. */
export const atomFeed = (items: readonly CatalogItem[], source: FeedSource): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
<id>${text(idOf(source.self))}</id>
<title>政务公开事项目录更新</title>
<updated>${items[0]?.updatedAt ?? source.now}</updated>
<author><name>政务公开数据服务</name></author>
<link rel="self" type="application/atom+xml" href="${text(source.self)}"/>
${items.map((item) => entry(item, source)).join('\n')}
</feed>
`;
