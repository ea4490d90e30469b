/** Words that the reader searched for, on this device only. Every access may be refused: then there are none. */
const KEY = 'zwgk-search-recent';
const MAX = 8;

export function recentWords(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text): text is string => typeof text === 'string' && text.length > 0).slice(0, MAX) : [];
  } catch {
    return [];
  }
}

export function rememberWords(text: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([text, ...recentWords().filter((kept) => kept !== text)].slice(0, MAX)));
  } catch {
    // Storage is full or refused: the search itself goes on.
  }
}

export function forgetWords(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // What could not be written need not be removed.
  }
}
