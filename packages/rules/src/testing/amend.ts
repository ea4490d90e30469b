/** Amendments as legislators make them, at a given sentence of a draft, by a seeded random source. */
import {parseNumeral} from '../time-limit.ts';
import {numeral} from './numerals.ts';
import {cut, fresh, join, splice, type Draft, type Tracked} from './tracked.ts';

/** A number from 0 up to and without `below`. */
export type Random = (below: number) => number;

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A sentence of a draft: a range in a line of a section. */
export interface Spot {
  section: number;
  line: number;
  start: number;
  end: number;
}

export interface Setting {
  random: Random;
  /** Sentences of other texts, for what is inserted. */
  strangers: readonly string[];
}

export type Edit = (drafts: Draft[], spot: Spot, setting: Setting) => void;

const one = <T>(list: readonly T[], random: Random): T => list[random(list.length)]!;

export const sentences = (text: string): [start: number, end: number][] =>
  [...text.matchAll(/[^。；]+[。；]?/g)].map((m) => [m.index, m.index + m[0].length]);

/** Words that amendments put one for the other. */
const WORDS: readonly [string, string][] = [
  ['应当', '必须'],
  ['可以', '应当'],
  ['不得', '可以'],
  ['县级以上', '设区的市级以上'],
  ['行政主管部门', '主管部门'],
  ['主管部门', '行政部门'],
  ['工商行政管理', '市场监督管理'],
  ['质量技术监督', '市场监督管理'],
  ['环境保护', '生态环境'],
  ['卫生', '卫生健康'],
  ['单位', '组织'],
  ['批准', '同意'],
  ['规定', '要求'],
  ['人民政府', '人民政府及其派出机关'],
  ['情节严重', '情节特别严重'],
  ['责令改正', '责令限期改正'],
  ['以下', '以内'],
  ['申请', '书面申请'],
  ['报告', '及时报告'],
];
const CLAUSES = ['经本级人民政府批准，', '按照国家有关规定，', '在职责范围内，', '除法律另有规定外，', '会同有关部门，', '依法及时，'];
const NUMBER = /\d+|(?<![第一二三四五六七八九十百千万])[二三四五六七八九十]+(?=[日年个倍万千元])|百分之[一二三四五六七八九十]+/g;

function swapWord(line: Tracked, from: number, to: number, random: Random): Tracked {
  const text = line.text.slice(from, to);
  const found = WORDS.filter(([word]) => text.includes(word));
  if (!found.length) return addClause(line, from, to, random);
  const [word, other] = one(found, random);
  const at = from + text.indexOf(word);
  return splice(line, at, at + word.length, other);
}

function changeNumber(line: Tracked, from: number, to: number, random: Random): Tracked {
  const found = [...line.text.slice(from, to).matchAll(NUMBER)];
  if (!found.length) return swapWord(line, from, to, random);
  const m = one(found, random);
  const grown = /\d/.test(m[0])
    ? String(Number(m[0]) + 1 + random(20))
    : m[0].startsWith('百')
      ? `百分之${numeral(2 + random(90))}`
      : numeral(2 + random(60));
  return splice(line, from + m.index, from + m.index + m[0].length, grown);
}

function addClause(line: Tracked, from: number, to: number, random: Random): Tracked {
  const commas = [...line.text.slice(from, to - 1).matchAll(/，/g)].map((m) => from + m.index + 1);
  const at = commas.length ? one(commas, random) : from;
  return splice(line, at, at, one(CLAUSES, random));
}

function dropClause(line: Tracked, from: number, to: number, random: Random): Tracked {
  const clauses = [...line.text.slice(from, to).matchAll(/[^，]+，/g)];
  if (clauses.length < 2) return addClause(line, from, to, random);
  const m = one(clauses, random);
  return splice(line, from + m.index, from + m.index + m[0].length, '');
}

/** One to three changes within a sentence. */
const reword =
  (...ways: (typeof swapWord)[]): Edit =>
  (drafts, {section, line, start, end}, {random}) => {
    const {lines} = drafts[section]!;
    for (let times = 1 + random(ways.length > 1 ? 3 : 1); times > 0; times--) {
      const length = lines[line]!.text.length;
      lines[line] = one(ways, random)(lines[line]!, start, end, random);
      end += lines[line].text.length - length;
    }
  };

/** Takes the sentence out; a line or section left empty goes. */
function take(drafts: Draft[], {section, line, start, end}: Spot): Tracked {
  const {lines} = drafts[section]!;
  const taken = cut(lines[line]!, start, end);
  lines[line] = splice(lines[line]!, start, end, '');
  if (!lines[line].text.trim()) lines.splice(line, 1);
  if (!lines.length) drafts.splice(section, 1);
  return taken;
}

/** Puts a sentence behind another one, anywhere but in the sections given. */
function put(drafts: Draft[], sentence: Tracked, {random}: Setting, not: readonly Draft[] = []): void {
  const homes = drafts.filter((draft) => draft.lines.length && !not.includes(draft));
  if (!homes.length) return;
  const {lines} = one(homes, random);
  const line = random(lines.length);
  const ends = sentences(lines[line]!.text).map(([, end]) => end);
  const at = ends.length ? one(ends, random) : 0;
  lines[line] = splice(lines[line]!, at, at, sentence);
}

const article = (lines: Tracked[]): Draft => ({id: 'new', kind: 'article', depth: 1, label: '', lines});
const isArticle = ({id}: Draft): boolean => /^(?:art-\d+|new)$/.test(id);

/** Gives articles their numbers in order, and changes what refers to them. */
function renumber(drafts: Draft[]): void {
  const numbers = new Map<number, number>();
  drafts.filter(isArticle).forEach((draft, i) => {
    if (draft.id !== 'new') numbers.set(Number(draft.id.slice(4)), i + 1);
    draft.id = `art-${i + 1}`;
    draft.label = `第${numeral(i + 1)}条`;
  });
  for (const {lines} of drafts) {
    lines.forEach((line, i) => {
      for (const m of [...line.text.matchAll(/(?<![法》定])第([一二三四五六七八九十百零]+)条/g)].reverse()) {
        const number = numbers.get(parseNumeral(m[1]!) ?? 0);
        if (number) lines[i] = splice(lines[i]!, m.index + 1, m.index + 1 + m[1]!.length, numeral(number));
      }
    });
  }
}

export const EDITS: Readonly<Record<string, Edit>> = {
  'insert sentence': (drafts, {section, line, start, end}, {random, strangers}) => {
    const at = random(2) ? start : end;
    drafts[section]!.lines[line] = splice(drafts[section]!.lines[line]!, at, at, one(strangers, random));
  },
  'insert paragraph': (drafts, {section, line}, {random, strangers}) => {
    drafts[section]!.lines.splice(line + random(2), 0, fresh(one(strangers, random)));
  },
  'insert article': (drafts, {section}, {random, strangers}) => {
    drafts.splice(random(2) ? section : random(section + 1), 0, article([fresh(one(strangers, random))]));
    renumber(drafts);
  },
  'insert a like sentence': (drafts, {section, line, start, end}, setting) => {
    const copy = [article([fresh(drafts[section]!.lines[line]!.text.slice(start, end))])];
    reword(swapWord, changeNumber, addClause)(copy, {section: 0, line: 0, start: 0, end: end - start}, setting);
    put(drafts, copy[0]!.lines[0]!, setting);
  },
  'delete sentence': (drafts, spot) => void take(drafts, spot),
  'delete paragraph': (drafts, {section, line}) => {
    drafts[section]!.lines.splice(line, 1);
    if (!drafts[section]!.lines.length) drafts.splice(section, 1);
  },
  'delete article': (drafts, {section}) => {
    drafts.splice(section, 1);
    renumber(drafts);
  },
  'replace word': reword(swapWord),
  'change number': reword(changeNumber),
  'add clause': reword(addClause),
  'drop clause': reword(dropClause),
  'reword freely': reword(swapWord, changeNumber, addClause, dropClause),
  'move sentence': (drafts, spot, setting) => {
    const home = drafts[spot.section]!;
    put(drafts, take(drafts, spot), setting, [home]);
  },
  'move paragraph': (drafts, {section, line}, {random}) => {
    const [taken] = drafts[section]!.lines.splice(line, 1);
    const {lines} = one(drafts, random);
    lines.splice(random(lines.length + 1), 0, taken!);
  },
  'move article': (drafts, {section}, {random}) => {
    const [taken] = drafts.splice(section, 1);
    drafts.splice(random(drafts.length + 1), 0, taken!);
    renumber(drafts);
  },
  'split paragraph': (drafts, {section, line, end}) => {
    const {lines} = drafts[section]!;
    lines.splice(line, 1, cut(lines[line]!, 0, end), cut(lines[line]!, end));
  },
  'split article': (drafts, {section, line, end}) => {
    const {lines} = drafts[section]!;
    const rest = [cut(lines[line]!, end), ...lines.splice(line + 1)].filter(({text}) => text);
    lines[line] = cut(lines[line]!, 0, end);
    if (rest.length) drafts.splice(section + 1, 0, article(rest));
    renumber(drafts);
  },
  'merge paragraphs': (drafts, {section, line}) => {
    const {lines} = drafts[section]!;
    if (lines[line + 1]) lines.splice(line, 2, join(lines[line]!, lines[line + 1]!));
  },
  'merge articles': (drafts, {section}) => {
    const next = drafts[section + 1];
    if (!next || !isArticle(next)) return;
    drafts[section]!.lines.push(...next.lines);
    drafts.splice(section + 1, 1);
    renumber(drafts);
  },
};
