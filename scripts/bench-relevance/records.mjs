/** The store's contents as flat records, which the yardsticks search: documents, each of their articles, catalogue items, agencies. */
import {Catalogue} from './catalogue.mjs';

const PAGE = 100;
const TODAY = '2026-11-24';

const plain = (html) => html.replace(/<[^>]*>/g, ' ');
const blockText = (block) => ('text' in block ? block.text : 'html' in block ? plain(block.html) : '');
const lines = (parts) => parts.filter(Boolean).join('\n');

/** Every page of a list. */
async function all(list) {
  const found = [];
  for (let cursor; cursor !== null;) {
    const page = await list({limit: PAGE, ...(cursor ? {cursor} : {})});
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

/** A document's own record, then one for each section that has text. */
function documentRecords(detail) {
  const {id, title} = detail;
  const key = `document:${id}`;
  const numbers = [detail.docNumber, ...(detail.docNumbers ?? [])];
  const about = lines([...new Set(numbers), detail.indexNo, detail.issuerName, detail.abstract, ...(detail.keywords ?? [])]);
  const sections = (detail.body ?? []).flatMap((section) => {
    const text = lines(section.blocks.map(blockText));
    const name = [title, section.label, section.heading].filter(Boolean).join(' ');
    return text ? [{keys: [key, `${key}#${section.id}`], title: name, text}] : [];
  });
  return [{keys: [key], title, text: about}, ...sections];
}

function itemRecord({id, level1, level2, contentElements, legalBasis, topics = [], publisherName = ''}) {
  const basis = legalBasis.flatMap(({title, docNumbers}) => [title, ...docNumbers]);
  return {
    keys: [`catalog_item:${id}`],
    title: `${level1} ${level2}`,
    text: lines([...contentElements, ...basis, ...topics, publisherName]),
  };
}

function agencyRecord({id, name, shortName, predecessors = []}) {
  return {keys: [`agency:${id}`], title: name, text: lines([shortName, ...predecessors.map((p) => p.name)])};
}

/** @returns `{records: [{keys, title, text}], catalogue}` */
export async function readRecords(store) {
  const summaries = await all((page) => store.listDocuments({...page}));
  const details = [];
  for (const {id} of summaries) details.push(await store.getDocument(id));
  const items = await all((page) => store.listCatalogItems({...page, facets: false}, TODAY));
  const agencies = await all((page) => store.listAgencies({...page}));
  const catalogue = new Catalogue({
    documents: details.map(({id, title, publishedOn, body = []}) => ({id, title, publishedOn, sections: body.map((s) => s.id)})),
    items: items.map(({id, level1, level2, publisherName}) => ({id, level1, level2, agency: publisherName})),
    agencies,
  });
  return {records: [...details.flatMap(documentRecords), ...items.map(itemRecord), ...agencies.map(agencyRecord)], catalogue};
}
