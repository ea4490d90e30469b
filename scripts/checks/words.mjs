/** Words that have no place in the repository: they tie it to one machine or one registry. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const DENIED = [
  {pattern: /(?<![\w.~-])\/(?:work|home\/\w+|Users\/\w+|tmp\/[\w.-]+)\//, why: 'a path of one machine'},
  {pattern: /\b(?:localhost|127\.0\.0\.1):9\d{3}\b/, why: 'a port left over from a trial'},
  {pattern: /\bregistry\.(?:npmjs\.org|npmmirror\.com|yarnpkg\.com)\b/, why: 'a package registry'},
  {pattern: /^(?:<{7}|>{7}) /m, why: 'a merge conflict'},
];

/** The lock names the registry by its nature; this file names what it looks for. */
const EXEMPT = [/^package-lock\.json$/, /^scripts\/checks\/words\.mjs$/, /^test\/tooling\//];
const BINARY = /\.(?:png|jpe?g|gif|ico|woff2?|xlsx|docx|zip|sqlite)$/;

/** @returns {string[]} `path:line: why` for each denied word in the text */
export function deniedWords(path, text) {
  return DENIED.flatMap(({pattern, why}) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${why}: ${line.trim().slice(0, 100)}`] : [])),
  );
}

/** Committed files and those about to be. */
const repoFiles = () =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {encoding: 'utf8', maxBuffer: 1 << 26})
    .split('\0')
    .filter((path) => path && !BINARY.test(path) && !EXEMPT.some((exempt) => exempt.test(path)));

export function checkWords() {
  const files = repoFiles();
  const findings = files.flatMap((path) => {
    try {
      return deniedWords(path, readFileSync(path, 'utf8'));
    } catch {
      return []; // deleted, not yet committed
    }
  });
  return {ok: !findings.length, output: findings.join('\n'), note: `${files.length} files`};
}
