import type {FeedStrings} from './feed.strings.ts';

export const en: FeedStrings = {
  title: 'Policies of higher authorities',
  newTab: ' (opens a new tab)',
  when: (published, days, reposted, clock) => {
    const day = days === 0 ? 'the same day' : days === 1 ? 'the next day' : days > 1 ? `${days} days later, ${reposted}` : reposted;
    return [`Published ${published}, `, `reposted ${day}, ${clock}`];
  },
  identical: 'Identical to the source',
  differs: 'Not identical to the source: please rely on the source.',
  source: 'Read the source',
  hash: 'Checksum',
  copyHash: 'Copy checksum',
  hashOf: (title) => ` of ${title}`,
  copied: 'Copied.',
  copyFailed: 'Copying failed: please select it and copy it yourself.',
  more: 'Show more',
  adding: 'Loading…',
  all: 'All reposts',
  empty: 'No policies have been reposted yet.',
  found: (total) => (total === 1 ? '1 policy reposted' : `${total} policies reposted`),
  added: (count, total) => `${count} more listed, ${total} in all`,
};
