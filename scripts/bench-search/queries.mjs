/** Queries of each kind, no two alike, the same for a seed. */
import {randomSource} from '../../packages/server/src/testing/generate.ts';
import {ACTIONS, numberOf, SUBJECTS} from './records.mjs';

const EACH = 60;
const WRONG = '的一是在不了有和人这中大为上个国我以要他时来用们';

/** @returns `{kind, q}`: 2, 4 and 8 characters, a number, one slip in 4 to 8 characters */
export function makeQueries(seed, records) {
  const random = randomSource(seed);
  const pick = (from) => from[random(from.length)];
  const texts = SUBJECTS.flatMap((subject) => ACTIONS.map((action) => `${subject}${action}`));
  const part = (length) => {
    const text = pick(texts.filter((one) => one.length >= length));
    const at = random(text.length - length + 1);
    return text.slice(at, at + length);
  };
  const slip = () => {
    const text = part(4 + random(5));
    const at = random(text.length - 1);
    const ways = [
      text.slice(0, at) + pick([...WRONG]) + text.slice(at + 1),
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + pick([...WRONG]) + text.slice(at),
      text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
    ];
    return pick(ways);
  };
  const kinds = {
    '2 characters': () => part(2),
    '4 characters': () => part(4),
    '8 characters': () => part(8),
    number: () => numberOf(1 + random(Math.round(records / 10))),
    'one slip': slip,
  };
  return Object.entries(kinds).flatMap(([kind, make]) => {
    const made = new Set();
    for (let tries = 0; made.size < EACH && tries < EACH * 20; tries++) made.add(make());
    return [...made].map((q) => ({kind, q}));
  });
}

/** What a citizen has typed at each moment. */
export const begun = (queries) =>
  queries.filter(({kind}) => kind !== 'one slip').flatMap(({q}) => [...new Set([1, 2, 3, 5, 8].map((length) => q.slice(0, length)))]);
