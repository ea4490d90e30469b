/** Every comment as a text document, by section of the draft, written while they are read. Text is text in it: no field, no link. */
import {PassThrough, type Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import JSZip from 'jszip';
import {HEADER, readByBytes, type Line} from './export.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;
const relation = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** @param size In half points. */
const style = (id: string, name: string, size: number, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>${more}<w:rPr>${id === 'Quote' ? '<w:color w:val="595959"/>' : '<w:b/>'}<w:sz w:val="${size}"/></w:rPr></w:style>`;
const STYLES = `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="24"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Title', 'Title', 36, '<w:pPr><w:jc w:val="center"/></w:pPr>')}${style('Heading1', 'heading 1', 32, '<w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr>')}${style('Heading2', 'heading 2', 24, '<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr>')}${style('Quote', 'Quote', 24, '<w:pPr><w:ind w:left="480"/></w:pPr>')}</w:styles>`;

/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPED: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};
const escape = (text: string): string => text.replace(UNWRITABLE, '').replace(/[&<>]/g, (letter) => ESCAPED[letter]!);

/** A paragraph of each line; none of an empty text. */
const paragraphs = (text: string, name = 'Normal'): string =>
  text
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim())
    .map((line) => `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`)
    .join('');

/** A line of what is told besides. */
const told = (line: Line, ...names: (keyof Line)[]): string =>
  paragraphs(
    names
      .filter((name) => line[name])
      .map((name) => `${HEADER[name]}：${line[name]}`)
      .join('\u3000'),
  );

const comment = (line: Line): string =>
  paragraphs(`${line.no}　${[line.at, line.author].filter(Boolean).join('　')}`, 'Heading2') +
  paragraphs(line.quote, 'Quote') +
  paragraphs(line.text) +
  told(line, 'state', 'publish', 'family', 'theme', 'outcome', 'reason') +
  told(line, 'number', 'id');

async function* documentXml(title: string, lines: AsyncIterable<Line[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(`${XML}<w:document xmlns:w="${MAIN}"><w:body>${paragraphs(title, 'Title')}${paragraphs('意见汇总', 'Title')}`);
  let section: string | undefined;
  for await (const batch of lines) {
    let xml = '';
    for (const line of batch) {
      if (line.section !== section) xml += paragraphs(line.section, 'Heading1');
      section = line.section;
      xml += comment(line);
    }
    yield Buffer.from(xml);
  }
  yield Buffer.from('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>');
}

export function commentsDocx(title: string, lines: AsyncIterable<Line[]>): Readable {
  const zip = new JSZip();
  const text = readByBytes(documentXml(title, lines));
  zip.file('[Content_Types].xml', CONTENT_TYPES);
  zip.file('_rels/.rels', relation('officeDocument', 'word/document.xml'));
  zip.file('word/_rels/document.xml.rels', relation('styles', 'styles.xml'));
  zip.file('word/styles.xml', STYLES);
  zip.file('word/document.xml', text);
  const out = new PassThrough();
  // Sizes stand after each file, so that none has to be known, or kept, before it is written.
  const packed = zip.generateNodeStream({streamFiles: true, compression: 'DEFLATE', compressionOptions: {level: 1}});
  pipeline(packed, out).catch(() => text.destroy());
  return out;
}
