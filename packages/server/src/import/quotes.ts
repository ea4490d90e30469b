/** Where a quote stands in a document that is named by its printed number: 第十二条, （三）, 四, 附件2. */
import type {Anchor, Section} from '@zwgk/contract';
import {parseNumeral} from '@zwgk/rules';
import {sectionText} from '@zwgk/rules/passage';

/** A passage as an editor names it; without `exact` the whole section, without `label` wherever it stands. */
export interface Quote {
  readonly label?: string;
  readonly exact?: string;
  /** Line of the file that quotes. */
  readonly line: number;
}

export interface QuoteFault {
  /** Plain Chinese: what is wrong and what to do. */
  readonly fault: string;
  /** What to keep of it all the same. */
  readonly anchor?: Anchor;
}

interface Text {
  readonly id: string;
  /** Numbers from the outermost section to this one. */
  readonly path: readonly string[];
  readonly name: string;
  readonly text: string;
}

const HAN = '[零〇一二三四五六七八九十百两]+';
const NUMBER = '[0-9零〇一二三四五六七八九十百两]+';
const LABEL = new RegExp(`第${NUMBER}[编章节条](?:之${NUMBER})?|[（(]${NUMBER}[)）]|附[件表录图]?(?:${NUMBER})?|${HAN}`, 'g');
/** Share of a quote's pairs of characters that a section must have to be named as the nearest. */
const NEAR = 0.6;

/** The numbers that a label names, outermost first (第二章第五条); `undefined` when it is no label. */
function numbersOf(label: string): string[] | undefined {
  const bare = label.replace(/[\s、]/g, '');
  if (bare.replace(LABEL, '') !== '') return undefined;
  return bare
    .match(LABEL)
    ?.map((one) => one.replace(/[（()）]/g, '|').replace(new RegExp(NUMBER, 'g'), (n) => String(parseNumeral(n) ?? n)));
}

/** A line after `> `: number, colon, words; or words alone, or a number alone. */
export function readQuote(source: string, line: number): Quote {
  const [, label, words] = /^([^：:]{1,40})(?:[：:]\s*(.*))?$/.exec(source.trim()) ?? [];
  if (label === undefined || !numbersOf(label)) return {exact: source.trim(), line};
  return {label: label.trim(), ...(words ? {exact: words.trim()} : {}), line};
}

/** The words, wherever lines were broken between them. */
function patternOf(exact: string): RegExp {
  const letters = [...exact.replace(/\s/g, '')].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`));
  return new RegExp(letters.join(String.raw`\s*`), 'gu');
}

const pairs = (text: string): string[] => [...text.slice(1)].map((letter, i) => text[i]! + letter);

export class Quotes {
  readonly #texts: readonly Text[];

  constructor(body: readonly Section[]) {
    const above: Section[] = [];
    this.#texts = body.map((section) => {
      while (above.length && above.at(-1)!.depth >= section.depth) above.pop();
      above.push(section);
      const labels = above.flatMap(({label}) => label ?? []);
      const path = section.label === undefined ? [] : labels.flatMap((label) => numbersOf(label) ?? []);
      const name = section.label?.replace(/、$/, '') ?? section.heading ?? '开头部分';
      return {id: section.id, path, name, text: sectionText(section)};
    });
  }

  /** The anchor of a quote, or why there is none. */
  find({label, exact}: Quote): Anchor | QuoteFault {
    const named = label === undefined ? this.#texts : this.#named(numbersOf(label)!);
    const [first] = named;
    if (!first) return {fault: `文件里没有“${label}”。${exact === undefined ? '' : this.#hint(exact)}`};
    if (exact === undefined)
      return named.length === 1 ? {section: first.id} : {fault: `“${label}”不止一处，请连上级的序号一起写，如“二（三）”。`};
    const pattern = patternOf(exact);
    const hits = named.flatMap(({id, text}) => (text.match(pattern) ?? []).map((words) => ({section: id, quote: {exact: words}})));
    if (hits.length === 1) return hits[0]!;
    if (hits.length > 1) return {fault: `这段原文有 ${hits.length} 处，请多引几个字，或者在前面写明是哪一条。`};
    const anchor = label === undefined ? {} : {anchor: {section: first.id, quote: {exact}}};
    return {fault: `${label ?? '文件'}里没有这段原文。${this.#hint(exact)}`, ...anchor};
  }

  #named(numbers: readonly string[]): Text[] {
    return this.#texts.filter(({path}) => path.length > 0 && numbers.every((number, i) => path.at(i - numbers.length) === number));
  }

  /** The nearest section, so that the editor need not search. */
  #hint(exact: string): string {
    const pattern = patternOf(exact);
    const there = this.#texts.find(({text}) => text.match(pattern) !== null);
    if (there) return `它在“${there.name}”里，请改正序号。`;
    const wanted = pairs(exact);
    const alike = this.#texts.map(({name, text}) => ({name, share: wanted.filter((pair) => text.includes(pair)).length / wanted.length}));
    const best = alike.sort((a, b) => b.share - a.share)[0];
    return best && best.share >= NEAR ? `最接近的是“${best.name}”，请对照原文逐字引用。` : '请对照原文逐字引用。';
  }
}
