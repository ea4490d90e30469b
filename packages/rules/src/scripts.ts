import {fold, type Scripts} from './fold.ts';
import {HANS, HANT} from './hant-data.ts';

/** The pairs that lead to a character of this text: a query can find something by no other. */
export function scriptsOf(text: string): Scripts {
  const held = new Set(fold(text));
  const pairs = [...HANT].map((char, i) => [char, HANS[i]!] as const).filter(([, hans]) => held.has(hans));
  return {hant: pairs.map(([hant]) => hant).join(''), hans: pairs.map(([, hans]) => hans).join('')};
}
