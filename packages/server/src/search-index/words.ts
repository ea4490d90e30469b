/** The part of the word lists that a static index needs: plain words whose official term its records hold. */
import type {SearchIndex, SearchIndexRecord} from '@zwgk/contract';
import {fold} from '@zwgk/rules';
import {SearchWords, WORD_LISTS, type WordLists} from '@zwgk/rules/search-words';

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function wordsOf(records: readonly SearchIndexRecord[], lists: WordLists = WORD_LISTS): Pick<SearchIndex, 'words' | 'hot'> {
  const texts = records.map(({title, summary = '', terms = '', articles = []}) =>
    fold([title, summary, terms, ...articles.map(({text}) => text)].join('\n')),
  );
  const held = new Map<string, boolean>();
  const isHeld = (term: string): boolean => {
    const known = held.get(term) ?? texts.some((text) => text.includes(term));
    held.set(term, known);
    return known;
  };
  const known = new SearchWords(lists);
  const plain = [lists.plain, lists.taiwan, lists.taiwanAmbiguous]
    .join('\n')
    .split(/[\s=]+/)
    .filter(Boolean)
    .map(fold);
  const words = [...new Set(plain)].sort(byCode).flatMap((word): [string, ...string[]][] => {
    const terms = known.termsFor(word).filter(isHeld);
    return terms.length > 0 ? [[word, ...terms]] : [];
  });
  return {words, hot: known.hot.filter((word) => isHeld(fold(word)))};
}
