/** The text of an interpretation file below its front matter, read line by line so that each fault has its line. */
import type {PolicyChange, ProseBlock, Question} from '@zwgk/contract';
import {facetOf} from './facets.ts';
import type {ParsedFacet} from './interpretation-file.ts';
import {fromMarkdown} from './paragraphs.ts';
import {readQuote, type Quote} from './quotes.ts';

type Report = (code: string, message: string, line: number) => void;

interface OpenFacet extends Pick<ParsedFacet, 'kind' | 'heading'> {
  readonly explanations: {blocks: ProseBlock[]; quotes: Quote[]}[];
  readonly changes: PolicyChange[];
}

const QUESTIONS = '问答';
const isRow = (line: string): boolean => /^\|.*\|$/.test(line.trim());
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll(String.raw`\|`, '|').trim());

export class InterpretationBody {
  readonly #facets: OpenFacet[] = [];
  readonly #questions: (Question & {readonly line: number})[] = [];
  readonly #report: Report;
  /** Number of the line before the body. */
  readonly #offset: number;
  /** Lines of prose that were read and not yet put anywhere. */
  #prose: string[] = [];
  #inQuestions = false;

  constructor(offset: number, report: Report) {
    this.#offset = offset;
    this.#report = report;
  }

  read(body: string): {facets: ParsedFacet[]; questions: Question[]} {
    const lines = body.split('\n');
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (isRow(line) && this.#facets.at(-1)?.kind === 'comparison' && !this.#inQuestions) {
        let end = i + 1;
        while (end < lines.length && isRow(lines[end]!)) end++;
        this.#table(lines.slice(i, end), i);
        i = end - 1;
      } else this.#line(line, i);
    }
    this.#flush();
    for (const {answer, question, line} of this.#questions)
      if (answer.length === 0) this.#fault('answer-missing', `问题“${question}”没有回答。`, line);
    const questions = this.#questions.map(({line: _, ...question}) => question);
    if (this.#facets.length === 0 && questions.length === 0)
      this.#fault('empty', '没有读到内容：每项内容用一行“## ”开头，如“## 背景依据”。', 0);
    return {facets: this.#facets, questions};
  }

  #fault(code: string, message: string, index: number): void {
    this.#report(code, message, this.#offset + index + 1);
  }

  #line(line: string, i: number): void {
    const heading = /^(#{1,3})\s+(.*?)\s*#*$/.exec(line);
    const quote = /^>\s*(.*)$/.exec(line);
    if (heading && heading[1]!.length < 3) {
      this.#flush();
      if (heading[1] === '##') this.#open(heading[2]!);
    } else if (heading && this.#inQuestions) {
      this.#flush();
      this.#questions.push({question: heading[2]!, answer: [], line: i});
    } else if (quote && !this.#inQuestions) this.#quote(quote[1]!, i);
    else if (line.trim()) {
      if (this.#isNowhere())
        this.#fault('no-heading', `这一行前面没有标题：${this.#inQuestions ? '问题用“### ”开头' : '每项内容用“## ”开头'}。`, i);
      else this.#prose.push(line);
    }
  }

  #isNowhere(): boolean {
    return (this.#inQuestions ? this.#questions : this.#facets).length === 0;
  }

  #open(heading: string): void {
    this.#inQuestions = heading === QUESTIONS;
    if (!this.#inQuestions) this.#facets.push({...facetOf(heading), explanations: [], changes: []});
  }

  /** Quotes one after another are explained together by what follows. */
  #quote(words: string, i: number): void {
    this.#flush();
    const facet = this.#facets.at(-1);
    if (!facet) return this.#fault('no-heading', '引文前面没有标题：每项内容用“## ”开头。', i);
    if (!words) return;
    const last = facet.explanations.at(-1);
    const quote = readQuote(words, this.#offset + i + 1);
    if (last && last.blocks.length === 0) last.quotes.push(quote);
    else facet.explanations.push({blocks: [], quotes: [quote]});
  }

  #table(rows: readonly string[], i: number): void {
    this.#flush();
    const cells = rows.map(cellsOf);
    const isRule = (row: readonly string[]): boolean => row.every((cell) => /^:?-+:?$/.test(cell));
    const data = cells.map((row, n) => ({row, n})).filter(({row, n}) => n > 0 && !isRule(row));
    for (const {row, n} of data) {
      const [matter, before, after] = row;
      if (row.length === 3 && matter && before && after) this.#facets.at(-1)!.changes.push({matter, before, after});
      else this.#fault('table-row', '新旧政策差异的表格每行三格：事项、原规定、新规定，都要写。', i + n);
    }
  }

  /** Puts the prose where it belongs: to the question, to the quotes before it, or to an explanation of its own. */
  #flush(): void {
    const blocks = fromMarkdown(this.#prose.join('\n')).map((one): ProseBlock =>
      one.kind === 'html' ? {html: one.html} : {text: one.text},
    );
    this.#prose = [];
    if (blocks.length === 0) return;
    if (this.#inQuestions) return void this.#questions.at(-1)!.answer.push(...blocks);
    const {explanations} = this.#facets.at(-1)!;
    const last = explanations.at(-1);
    if (last && last.blocks.length === 0) last.blocks.push(...blocks);
    else explanations.push({blocks, quotes: []});
  }
}
