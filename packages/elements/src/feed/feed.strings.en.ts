import type {FeedStrings} from './feed.strings.ts';

export const en: FeedStrings = {
  title: 'Policies from above',
  newTab: ' (opens a new tab)',
  when: (published, days, reposted, clock) => {
    if (days < 0) return `Published ${published}, reposted ${reposted}, ${clock}`;
    if (days === 0) return `Published ${published}, reposted the same day, ${clock}`;
    return days === 1
      ? `Published ${published}, reposted the next day, ${clock}`
      : `Published ${published}, reposted ${days} days later, ${reposted}, ${clock}`;
  },
  identical: 'Identical to the source',
  differs: 'Not identical to the source: please rely on the source.',
  source: 'Read the source',
  hash: 'Checksum',
  copyHash: 'Copy checksum',
  copyHashOf: (title) => `Copy checksum: ${title}`,
  copied: 'Copied.',
  copyFailed: 'Copying failed: please select it and copy it yourself.',
  more: 'Show more',
  adding: 'Loading…',
  all: 'All reposts',
  empty: 'No policies have been reposted yet.',
  found: (total) => (total === 1 ? '1 policy reposted' : `${total} policies reposted`),
  added: (count, total) => `${count} more listed, ${total} in all`,
};
