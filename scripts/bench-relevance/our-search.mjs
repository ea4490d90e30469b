/** This search, asked as a page asks it: over HTTP, without a socket. */
import {createApp} from '../../packages/server/src/app.ts';
import {NOW} from './database.mjs';
import {DEPTH} from './yardsticks.mjs';

/** A document answers for itself and for its best article; the other articles it lists come as `more`. */
function toHit({type, id, title, article, moreArticles = []}) {
  const key = `${type}:${id}`;
  const section = ({id: anchor}) => `${key}#${anchor}`;
  return {
    keys: article ? [key, section(article)] : [key],
    more: moreArticles.map(section),
    label: article ? `${title} ${article.label ?? article.id}` : title,
  };
}

export class OurSearch {
  #app;

  constructor(store) {
    this.#app = createApp({store, now: () => Date.parse(NOW)});
  }

  async search(q) {
    const query = new URLSearchParams({q, limit: String(DEPTH), facets: 'false'});
    const response = await this.#app.request(`http://zwgk.test/api/v1/search?${query}`, {headers: {Host: 'zwgk.test'}});
    if (!response.ok) throw new Error(`/search answered ${response.status} to “${q}”: ${await response.text()}`);
    return (await response.json()).items.map(toHit);
  }
}
