/** What a text says about itself and about others: articles and documents that it names, terms that it defines. */
import type {DefinedTerm, Section} from '@zwgk/contract';
import {docNumberRanges} from './doc-number.ts';
import {sectionText} from './section-text.ts';
import {parseNumeral} from './time-limit.ts';

/** A range of a section's text (`sectionText`) that names a section of the same body or another document. */
export type Reference = {section: string; start: number; end: number} & ({toSection: string} | {title: string} | {docNumber: string});

const NUMERAL = '[\\d〇零一二三四五六七八九十百千]{1,7}';
/** 第十二条, 第12条之一第二款第（三）项, 第六章, 第三章第二节, 前条. */
const PLACE = new RegExp(
  `第(${NUMERAL})(条)(?:之(${NUMERAL}))?(?:第${NUMERAL}款)?(?:第[（(]?${NUMERAL}[）)]?项)?|第(${NUMERAL})章(?:第(${NUMERAL})节)?|前条(?!例|件|款|项)`,
  'gu',
);
/** What joins one place with the next of a list. */
const JOIN = /^(?:[、至和与及或到—~-]|以及|或者|，|第[\d一二三四五六七八九十]+款|第[（(]?[\d一二三四五六七八九十]+[）)]?项|\s)*$/u;
const OTHER_TEXT =
  /(?:》|附录|附件|附表|法|条例|办法|规定|细则|规则|解释|章程|公约|协定|议定书|决定|意见|通知)\s*(?:[（(][^（()）]{0,60}[)）])?\s*$/u;
const THIS_TEXT = /(?:本|该)(?:实施|暂行|试行|管理|特别|补充)?(?:法|条例|办法|规定|细则|规则|解释|章程|决定|意见|通知)\s*$/u;
/** Not where the short name is given: （以下简称《条例》）. */
const TITLE = /(?<!称为?[：“"]?)《([^《》]{2,100})》/gu;
/** 《…条例》（以下简称《条例》）, 市场监督管理部门（以下统称“主管部门”）. */
const ALIAS =
  /[（(](?:以下|下文)?(?:简称|统称|合称|简称为|统称为|称)(?:为|：)?\s*[《“"'‘]{0,2}([^《》“”"'‘’（）()，。；]{1,40})[》”"'’]{0,2}[)）]/gu;
const TERM = /本[\u4e00-\u9fff]{1,8}?所称的?[“"]?([^，。；：“”"\n]{2,40}?)[”"]?(?:，?是指|，指|，?包括)([^。\n]{2,600})/gu;
const LISTED = /^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.．、])?\s*[“"]?([^，。；：“”"\n]{2,40})[”"]?，(?:是指|指)([^。；\n]{2,600})/u;

const LIST_OF_TERMS = /含义|术语|用语/u;

interface Text {
  section: string;
  text: string;
}

const textsOf = (body: readonly Section[]): Text[] => body.map((section) => ({section: section.id, text: sectionText(section)}));

/** Places that name another section of this body, or another document by title or number; in order, none within another. */
export function findReferences(body: readonly Section[]): Reference[] {
  const texts = textsOf(body);
  const aliases = new Map(texts.flatMap(({text}) => titleAliases(text)));
  return texts.flatMap((one) => {
    const found = [...documents(one, aliases), ...places(one, body)].sort((a, b) => a.start - b.start || b.end - a.end);
    return found.filter(({start}, i) => !found.slice(0, i).some((before) => start < before.end));
  });
}

/** Short names of other documents with their titles: 《政府信息公开条例》（以下简称《条例》）. */
function titleAliases(text: string): [string, string][] {
  return [...text.matchAll(ALIAS)].flatMap((m): [string, string][] => {
    const title = /《([^《》]{2,100})》$/u.exec(text.slice(0, m.index))?.[1];
    return title ? [[m[1]!, title]] : [];
  });
}

function documents({section, text}: Text, aliases: ReadonlyMap<string, string>): Reference[] {
  const titles = [...text.matchAll(TITLE)].map((m): Reference => {
    return {section, start: m.index, end: m.index + m[0].length, title: aliases.get(m[1]!) ?? m[1]!};
  });
  return [...titles, ...docNumberRanges(text).map(({number, start, end}): Reference => ({section, start, end, docNumber: number}))];
}

/** Articles and chapters of this text; those of other texts are left out, and so is what is not there. */
function places({section, text}: Text, body: readonly Section[]): Reference[] {
  const found: Reference[] = [];
  let end = 0;
  let foreign = false;
  for (const m of text.matchAll(PLACE)) {
    if (!end || !JOIN.test(text.slice(end, m.index))) foreign = isForeign(text.slice(Math.max(0, m.index - 100), m.index));
    const lead = foreign ? undefined : THIS_TEXT.exec(text.slice(0, m.index));
    const toSection = foreign ? undefined : target(m, section, body);
    end = m.index + m[0].length;
    if (toSection) found.push({section, start: lead?.index ?? m.index, end, toSection});
  }
  return found;
}

const isForeign = (before: string): boolean => OTHER_TEXT.test(before) && !THIS_TEXT.test(before);

/** The id that a printed place has, in the same annex before the main text. */
function target([whole, article, , sub, chapter, part]: RegExpExecArray, section: string, body: readonly Section[]): string | undefined {
  if (whole === '前条') {
    const articles = body.filter(({kind}) => kind === 'article');
    return articles[articles.findIndex(({id}) => id === section) - 1]?.id;
  }
  const id = article
    ? `art-${parseNumeral(article)}${sub ? `-${parseNumeral(sub)}` : ''}`
    : `ch-${parseNumeral(chapter!)}${part ? `-sec-${parseNumeral(part)}` : ''}`;
  const scope = /^annex-\d+-/.exec(section)?.[0] ?? '';
  return [scope + id, id].find((one) => body.some((other) => other.id === one));
}

/**
 * Terms that a text defines itself (关键词诠释, R4.7): 本办法所称X，是指…; X，是指… in a list of terms; …（以下简称X）.
 * The first definition of a term counts.
 */
export function findTerms(body: readonly Section[]): DefinedTerm[] {
  const found = new Map<string, DefinedTerm>();
  for (const {section, text} of textsOf(body)) {
    for (const {term, definition} of termsOf(text)) {
      if (definition && term.length <= 60 && !found.has(term)) found.set(term, {term, definition, section});
    }
  }
  return [...found.values()];
}

function termsOf(text: string): {term: string; definition: string}[] {
  const said = [...text.matchAll(TERM)].map((m) => ({term: bare(m[1]!), definition: tidy(m[2]!)}));
  const listed = LIST_OF_TERMS.test(text)
    ? text.split('\n').flatMap((line) => {
        const m = LISTED.exec(line);
        return m && !m[1]!.includes('所称') ? [{term: bare(m[1]!), definition: tidy(m[2]!)}] : [];
      })
    : [];
  const short = [...text.matchAll(ALIAS)].map((m) => ({term: m[1]!, definition: named(text.slice(0, m.index))}));
  return [...said, ...listed, ...short];
}

/** A term without what stands in brackets behind it. */
const bare = (term: string): string => term.replace(/[（(].*$/u, '').trim();
const tidy = (text: string): string => text.replace(/[；：]\s*$/u, '').trim();

/** The name at the end of a text: the title in 《》, or the words since the last comma. */
function named(before: string): string {
  const title = /《[^《》]+》$/u.exec(before)?.[0];
  return (
    title ??
    /[^，。；：！？\n（）()]+$/u
      .exec(before)?.[0]
      .replace(/^本[\u4e00-\u9fff]{1,8}?所称的?/u, '')
      .trim() ??
    ''
  );
}
