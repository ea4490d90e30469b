/** Comparisons of texts, worked out once for each pair of versions (R4.7 新旧政策差异). */
import type {ComparisonQuery, ComparisonRow, DocumentComparison} from '@zwgk/contract';
import {compareDocuments} from '@zwgk/rules/compare';
import type {Kysely} from 'kysely';
import {currentText, olderText, predecessorText, textAt, textBefore, type VersionText} from './document-versions.ts';
import {LastUsed} from './last-used.ts';
import type {Schema} from './schema.ts';

const KEPT = 32;

/** A version of a document; without one, what it says now. */
export interface TextRef {
  readonly document: string;
  readonly version?: number;
}

export class Comparisons {
  readonly #db: Kysely<Schema>;
  readonly #rows = new LastUsed<ComparisonRow[]>(KEPT);

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** `undefined` where either text does not exist or is not public. */
  async compare(id: string, query: ComparisonQuery): Promise<DocumentComparison | undefined> {
    const after = await currentText(this.#db, id);
    return this.#compared(after && (await this.#before(id, query)), after);
  }

  /** Two texts that somebody answers for as one line: the drafts of a consultation, and what was decided. */
  async between(before: TextRef, after: TextRef): Promise<DocumentComparison | undefined> {
    return this.#compared(await this.#text(before), await this.#text(after));
  }

  #compared(before: VersionText | undefined, after: VersionText | undefined): DocumentComparison | undefined {
    if (!before || !after) return undefined;
    const key = [before.id, before.version, after.id, after.version].join(' ');
    const rows = this.#rows.get(key, () => compareDocuments(before.body, after.body));
    return {before: named(before), after: named(after), rows};
  }

  #text({document, version}: TextRef): Promise<VersionText | undefined> {
    return version === undefined ? currentText(this.#db, document) : textAt(this.#db, document, version);
  }

  // Only texts of one line are compared: two that have nothing in common take long and say nothing.
  #before(id: string, {with: other, version}: ComparisonQuery): Promise<VersionText | undefined> {
    if (other !== undefined) return predecessorText(this.#db, id, other);
    return version === undefined ? textBefore(this.#db, id) : olderText(this.#db, id, version);
  }
}

const named = ({body: _body, ...text}: VersionText): DocumentComparison['after'] => text;
