/** How Chinese sounds, in letters without tones: made when a title is indexed, and for a query in letters. */
import {pinyin} from 'pinyin-pro';

const HAN = /\p{Script=Han}+/gu;
const KEPT = 20_000;
const known = new Map<string, readonly string[]>();

/** The syllable of each character of a run of Han characters, as it reads there. */
function syllables(run: string): readonly string[] {
  let found = known.get(run);
  if (!found) {
    found = pinyin(run, {toneType: 'none', type: 'array', v: true});
    if (known.size >= KEPT) known.clear();
    known.set(run, found);
  }
  return found;
}

/** Every reading of one character. */
export function readings(char: string): readonly string[] {
  const key = `*${char}`;
  let found = known.get(key);
  if (!found) {
    found = [...new Set(pinyin(char, {toneType: 'none', type: 'array', multiple: true, v: true}))];
    known.set(key, found);
  }
  return found;
}

/** Whether two characters can sound the same. */
export const soundAlike = (a: string, b: string): boolean => readings(a).some((sound) => readings(b).includes(sound));

/** One entry a character of the text: its syllable, the letter or digit itself, or '' for anything else. */
export function soundsOf(folded: string): string[] {
  const sounds: string[] = [];
  let done = 0;
  const rest = (text: string): void => {
    for (let i = 0; i < text.length; i++) sounds.push(/[a-z0-9]/.test(text[i]!) ? text[i]! : '');
  };
  for (const match of folded.matchAll(HAN)) {
    rest(folded.slice(done, match.index));
    const run = syllables(match[0]);
    // One entry a UTF-16 unit: the second half of a rare character has none.
    let i = 0;
    for (const char of match[0]) {
      sounds.push(run[i++] ?? '');
      if (char.length > 1) sounds.push('');
    }
    done = match.index + match[0].length;
  }
  rest(folded.slice(done));
  return sounds;
}

/** Index tokens: neighbouring syllables, and after a 0 the initials of three neighbours. */
export function soundTokens(sounds: readonly string[]): string {
  const tokens = new Set<string>();
  for (let i = 0; i < sounds.length; i++) {
    const [a, b, c] = [sounds[i]!, sounds[i + 1], sounds[i + 2]];
    if (a && b) tokens.add(a + b);
    if (a && b && c) tokens.add(`0${a[0]}${b[0]}${c[0]}`);
  }
  return [...tokens].join(' ');
}
