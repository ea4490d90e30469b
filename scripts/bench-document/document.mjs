/** An invented law as long as the longest, its articles as plain text or as HTML with a list in some. */
const SENTENCES = [
  '行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。',
  '公民、法人或者其他组织有权对行政机关的政府信息公开工作进行监督，并提出批评和建议。',
  '行政机关应当建立健全政府信息管理动态调整机制，对本行政机关不予公开的政府信息进行定期评估审查。',
];
const ITEMS = ['机关职能、机构设置、办公地址', '国民经济和社会发展规划', '财政预算、决算信息'];

function blocks(i, kind) {
  const lines = [SENTENCES[i % 3], SENTENCES[(i + 1) % 3]];
  if (kind === 'text') return [{text: [...lines, ...(i % 5 ? [] : ITEMS)].join('\n')}];
  const list = i % 5 ? '' : `<ol>${ITEMS.map((item) => `<li>${item}</li>`).join('')}</ol>`;
  return [{html: lines.map((line) => `<p>${line}</p>`).join('') + list}];
}

export const longDocument = (articles, kind) => ({
  id: kind,
  indexNo: '113200009999990157/2026-00001',
  title: '示例省政府信息管理条例',
  issuer: 'sls-zf',
  issuerName: '示例省人民政府',
  docNumber: '示例省人民政府令第1号',
  writtenOn: '2026-01-05',
  publishedOn: '2026-01-09',
  validity: 'in_force',
  subject: [],
  genre: '命令',
  disclosure: 'proactive',
  publicMark: '此件公开发布',
  version: 1,
  updatedAt: '2026-01-09T02:00:00Z',
  demo: true,
  textHash: '0'.repeat(64),
  body: [...new Array(articles).keys()].map((i) => ({
    id: `art-${i + 1}`,
    kind: 'article',
    depth: 1,
    label: `第${i + 1}条`,
    blocks: blocks(i, kind),
  })),
});

/** What explains such a document: a facet for each of some passages all over it. */
export function explanationsOf({body, ...document}, count) {
  const facets = marksOf(body.length, count).map(({section, start, end}, i) => ({
    kind: 'content',
    heading: `要点 ${i + 1}`,
    explanations: [{blocks: [{text: SENTENCES[i % 3]}], anchors: [{section, found: {state: 'exact', section, start, end}}]}],
  }));
  const item = {
    id: 'i-1',
    document: document.id,
    title: '《示例省政府信息管理条例》解读',
    phase: 'publication',
    forms: ['text'],
    publishedOn: '2026-01-12',
    responsible: '示例省司法厅',
    version: 1,
    updatedAt: '2026-01-12T02:00:00Z',
    facets,
    questions: [],
    media: [],
  };
  const duty = {status: 'on_time', responsible: '示例省司法厅', basis: 'drafter', dueOn: '2026-01-14', publishedOn: '2026-01-12'};
  return {document, duty, items: [item]};
}

/** Passages all over the document, far from one another. */
export const marksOf = (articles, count) =>
  [...new Array(count).keys()].map((i) => ({
    id: `m-${i}`,
    section: `art-${1 + ((i * 149) % articles)}`,
    start: 2,
    end: 24,
    label: `解读 ${i + 1}`,
  }));
