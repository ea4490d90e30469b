import type {SuggestionStrings} from './search.suggestions.strings.ts';

export const en: SuggestionStrings = {
  list: 'Suggestions',
  count: (n) =>
    n === 1 ? '1 suggestion: arrow down to choose it, Enter to search' : `${n} suggestions: arrow keys to choose, Enter to search`,
  kind: {title: 'Title', 'doc-number': 'Document number', term: 'Official term', hot: 'Often looked for', recent: 'Searched before'},
  type: {
    document: 'Document',
    interpretation: 'Explanation',
    consultation: 'Consultation',
    meeting: 'Meeting',
    catalog_item: 'Catalogue',
    agency: 'Agency',
  },
  forget: 'Forget what I searched for',
  forgotten: 'Forgotten.',
};
