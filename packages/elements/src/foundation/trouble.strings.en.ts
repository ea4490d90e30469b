import type {TroubleStrings} from './trouble.strings.ts';

export const en: TroubleStrings = {
  fallback: 'You can use these links meanwhile:',
  unconfigured: 'This part is not connected to a data service yet.',
  failed: {
    'script-missing': 'A file of this page is missing, so this part cannot open for now.',
    'blocked-by-csp': 'This website’s security settings keep the data out, so this part cannot open for now.',
    'cors-refused': 'The data service does not know this website yet, so this part cannot open for now.',
    'contract-mismatch': 'The data service and this page are of different versions, so this part cannot open for now.',
    intercepted: 'The network answered with another page. On a public Wi-Fi, sign in first, then try again.',
    unreachable: 'The data service does not answer; it may be under maintenance. Please try again later.',
    timeout: 'There was no answer for a long time; the network may be too slow. Please try again.',
    'not-found': 'Nothing was found here. It may have been withdrawn or moved.',
    rejected: 'The service did not accept this query. Please try other conditions.',
    'server-error': 'The data service failed. It is not your fault. Please try again later.',
    aborted: 'Cancelled.',
  },
};
