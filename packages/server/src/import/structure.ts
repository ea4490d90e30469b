import type {Block, Section} from '@zwgk/contract';
import {annexMarker, articleMarker, divisionMarker, isHeadingLike, itemMarker, splitRunningArticles, subItemMarker} from './markers.ts';
import type {Paragraph} from './paragraphs.ts';

/** What the text itself does irregularly; imported all the same. */
export interface StructureNote {
  readonly code: 'article-gap' | 'article-order';
  readonly message: string;
}

/**
 * Gives a text its outline: parts, chapters, sections, articles, items, annexes, flat in reading order.
 * Ids come from the printed numbers alone (`ch-3`, `ch-3-sec-1`, `art-12`, `art-21-1` for 第二十一条之一,
 * `item-2-1`, `annex-1`), so the same text has the same ids on every import. No character gets lost.
 */
export function toSections(paragraphs: readonly Paragraph[]): {sections: Section[]; notes: StructureNote[]} {
  const builder = new OutlineBuilder(paragraphs);
  return builder.build();
}

class OutlineBuilder {
  readonly #paragraphs: Paragraph[];
  readonly #sections: Section[] = [];
  readonly #notes: StructureNote[] = [];
  readonly #ids = new Set<string>();
  readonly #hasArticles: boolean;
  /** Scope of ids and article numbers: empty, or `annex-1-`. */
  #scope = '';
  #annexes = 0;
  #part = 0;
  #chapter = 0;
  #section = 0;
  #article = 0;
  #articleSub = 0;
  #item = 0;
  #subItem = 0;
  #plainHeadings = 0;

  constructor(paragraphs: readonly Paragraph[]) {
    this.#paragraphs = expandRunningArticles(paragraphs);
    this.#hasArticles = this.#paragraphs.some(({text}) => articleMarker(text)?.number === 1);
  }

  build(): {sections: Section[]; notes: StructureNote[]} {
    this.#paragraphs.forEach((paragraph, i) => {
      if (paragraph.kind === 'withheld') this.#append({withheld: paragraph.text});
      else if (!this.#startsSection(paragraph, i)) {
        if (!this.#completesHeading(paragraph)) this.#append(paragraph.kind === 'html' ? {html: paragraph.html} : {text: paragraph.text});
      }
    });
    return {sections: this.#sections, notes: this.#notes};
  }

  #startsSection(paragraph: Paragraph, index: number): boolean {
    return (
      this.#division(paragraph) ||
      this.#articleStart(paragraph, index) ||
      this.#annex(paragraph, index) ||
      this.#itemStart(paragraph, index)
    );
  }

  /** 第一编, 第一章, 第一节, and 附则 printed without a number. */
  #division({kind, text}: Paragraph): boolean {
    const found = divisionMarker(text);
    if (!found) {
      if (!/^附\s*则$/.test(text) || !this.#hasArticles || this.#last()?.heading === '') return false;
      this.#section = 0;
      this.#open({id: `${this.#scope}ch-${++this.#chapter}`, kind: 'chapter', depth: this.#part ? 1 : 0, heading: text, blocks: []});
      return true;
    }
    const previous = {part: this.#part, chapter: this.#chapter, section: this.#section}[found.kind];
    if (kind !== 'heading' && (found.number !== previous + 1 || found.rest.length > 40 || /[。；，]/.test(found.rest))) return false;
    let id = `ch-${found.number}`;
    if (found.kind === 'part') {
      id = `part-${found.number}`;
      this.#part = found.number;
      this.#chapter = this.#section = 0;
    } else if (found.kind === 'chapter') {
      this.#chapter = found.number;
      this.#section = 0;
    } else {
      id = `ch-${this.#chapter}-sec-${found.number}`;
      this.#section = found.number;
    }
    const depth = found.kind === 'part' ? 0 : Number(this.#part > 0) + Number(found.kind === 'section');
    this.#open({id: this.#scope + id, kind: found.kind, depth, label: found.label, heading: found.rest, blocks: []});
    return true;
  }

  #articleStart(paragraph: Paragraph, index: number): boolean {
    const found = this.#hasArticles ? articleMarker(paragraph.text) : undefined;
    if (!found) return false;
    const isNext = found.sub ? found.number === this.#article && found.sub === this.#articleSub + 1 : found.number === this.#article + 1;
    if (!isNext && found.number <= this.#article) {
      if (found.spaced && paragraph.kind !== 'html') {
        this.#notes.push({code: 'article-order', message: `“${found.label}”出现在第${this.#article}条之后，按正文处理，请核对条序。`});
      }
      return false;
    }
    if (!isNext && !found.spaced) return false;
    // 第十二条规定… at the start of a paragraph is a reference when the real 第十二条 is still to come.
    if (!found.spaced && this.#comesLater(found.label, index)) return false;
    if (!isNext) {
      this.#notes.push({code: 'article-gap', message: `第${this.#article}条之后是“${found.label}”，中间缺条，请核对原文。`});
    }
    this.#article = found.number;
    this.#articleSub = found.sub;
    const depth = Math.min(5, Number(this.#part > 0) + Number(this.#chapter > 0) + Number(this.#section > 0) + Number(this.#scope !== ''));
    const id = `${this.#scope}art-${found.number}${found.sub ? `-${found.sub}` : ''}`;
    this.#open({id, kind: 'article', depth, label: found.label, blocks: restBlocks(paragraph, found.rest)});
    return true;
  }

  #comesLater(label: string, index: number): boolean {
    return this.#paragraphs.slice(index + 1).some(({text}) => {
      const later = articleMarker(text);
      return later?.spaced === true && later.label === label;
    });
  }

  #annex({kind, text}: Paragraph, index: number): boolean {
    if (kind === 'html') return false;
    const found = annexMarker(text);
    const next = this.#paragraphs[index + 1];
    // The line that only announces an annex (附件：细目) stands right before the annex itself.
    if (!found || !next || (found.rest && annexMarker(next.text))) return false;
    this.#annexes++;
    this.#scope = '';
    this.#open({id: `annex-${this.#annexes}`, kind: 'annex', depth: 0, label: found.label, heading: found.rest, blocks: []});
    this.#scope = `annex-${this.#annexes}-`;
    this.#part = this.#chapter = this.#section = this.#article = this.#articleSub = 0;
    return true;
  }

  /** 一、 and （一） give the outline of a text without articles; headings without a number do everywhere. */
  #itemStart(paragraph: Paragraph, index: number): boolean {
    if (this.#scope === '' && !this.#hasArticles && paragraph.kind !== 'html') {
      const item = itemMarker(paragraph.text);
      if (item && item.number > this.#item) {
        this.#item = item.number;
        this.#subItem = 0;
        return this.#openItem(`item-${item.number}`, 0, item, paragraph, index);
      }
      const sub = subItemMarker(paragraph.text);
      if (sub && sub.number > this.#subItem) {
        this.#subItem = sub.number;
        const id = this.#item ? `item-${this.#item}-${sub.number}` : `item-${sub.number}`;
        return this.#openItem(id, this.#item ? 1 : 0, sub, paragraph, index);
      }
    }
    if (paragraph.kind !== 'heading' || itemMarker(paragraph.text)) return false;
    const id = `${this.#scope}sec-${++this.#plainHeadings}`;
    this.#open({id, kind: 'section', depth: Math.min(5, Math.max(0, paragraph.level - 2)), heading: paragraph.text, blocks: []});
    return true;
  }

  #openItem(id: string, depth: number, {label, rest}: {label: string; rest: string}, paragraph: Paragraph, index: number): boolean {
    const next = this.#paragraphs[index + 1];
    const below = Boolean(next && !itemMarker(next.text) && (depth === 0 || !subItemMarker(next.text)));
    const titled =
      paragraph.kind === 'heading' ||
      (below && rest.length <= 40 && !/[，；：]|[。！？](?=.)/.test(rest) && !(depth === 0 && rest.endsWith('。')));
    const base = {id, kind: 'item', depth: depth + Number(this.#chapter > 0), label} as const;
    this.#open(titled ? {...base, heading: rest, blocks: []} : {...base, blocks: rest ? [{text: rest}] : []});
    return true;
  }

  /** 第七章 on one line and its title on the next. */
  #completesHeading({kind, text}: Paragraph): boolean {
    const last = this.#last();
    if (!last || last.heading !== '' || last.blocks.length > 0 || kind === 'html' || !isHeadingLike(text)) return false;
    last.heading = text;
    return true;
  }

  #open(section: Section): void {
    this.#dropEmptyHeading();
    let {id} = section;
    for (let n = 2; this.#ids.has(id); n++) id = `${section.id}-v${n}`;
    this.#ids.add(id);
    this.#sections.push({...section, id});
  }

  #append(block: Block): void {
    this.#dropEmptyHeading();
    const last = this.#last();
    if (last) last.blocks.push(block);
    else this.#open({id: 'preamble', kind: 'preamble', depth: 0, blocks: [block]});
  }

  #dropEmptyHeading(): void {
    const last = this.#last();
    if (last?.heading === '') delete last.heading;
  }

  #last(): Section | undefined {
    return this.#sections.at(-1);
  }
}

/** Each article in a paragraph of its own. */
function expandRunningArticles(paragraphs: readonly Paragraph[]): Paragraph[] {
  let next = 1;
  return paragraphs.flatMap((paragraph): Paragraph[] => {
    if (paragraph.kind !== 'text') return [paragraph];
    const parts = splitRunningArticles(paragraph.text, next);
    for (const part of parts) {
      const found = articleMarker(part);
      if (found?.number === next) next++;
      else if (found?.spaced && found.number > next) next = found.number + 1;
    }
    return parts.map((text) => ({kind: 'text', text}));
  });
}

/** What follows the label in its own paragraph. */
function restBlocks(paragraph: Paragraph, rest: string): Block[] {
  if (!rest.trim()) return [];
  if (paragraph.kind !== 'html') return [{text: rest}];
  const html = paragraph.html
    .replace(/^<p>((?:<[^>]+>|\s)*)第[^条]{1,8}条(?:之[一二三四五六七八九十]+)?\s*((?:<\/[^>]+>)*)\s*/u, '<p>$1$2')
    .replace(/<(b|strong|em|i|u)><\/\1>\s*/gu, '');
  return [{html}];
}
