/** One box for everything (R6.2): results and suggestions. */
import type {Api, Dependencies} from '../../http/api.ts';
import {pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';

const MOST_CHARACTERS = 64;

export function searchRoutes(api: Api, {store}: Dependencies): void {
  api.on('search', async ({query, url}) => {
    mustBeShort(query.q);
    const body = await store.search(query);
    return {body, headers: {Link: pageLinks(url, body)}};
  });

  api.on('suggest', async ({query}) => {
    mustBeShort(query.q);
    return {body: await store.suggest(query)};
  });
}

/** Characters as people count them: a rare one outside the basic plane is one. */
function mustBeShort(q: string): void {
  const length = [...q].length;
  if (length <= MOST_CHARACTERS) return;
  throw new ProblemError('query-too-long', {errors: [{path: 'q', message: `最多 ${MOST_CHARACTERS} 个字，现在有 ${length} 个`}]});
}
