/** What there is to find, and which of it a query's `expect` names. */

/** Official titles with and without the country's name are the same title. */
export const plainTitle = (title) => title.replaceAll('中华人民共和国', '').replaceAll(/[《》]/g, '');

/** Of several versions of a title the newest, which is the one in force. */
function inForce(documents) {
  const byTitle = Map.groupBy(documents, ({title}) => plainTitle(title));
  return new Map([...byTitle].map(([title, all]) => [title, all.toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1))[0]]));
}

export class Catalogue {
  /**
   * @param documents `{id, title, publishedOn, sections: [id]}`
   * @param items `{id, level1, level2, agency}`
   * @param agencies `{id, name}`
   */
  constructor({documents, items, agencies}) {
    this.documents = documents;
    this.items = items;
    this.agencies = agencies;
    this.current = inForce(documents);
  }

  /** Keys of the records that an entry of `expect` names; none when nothing has that name. */
  targets(entry) {
    if (entry.document !== undefined) return this.#document(entry);
    if (entry.item !== undefined) {
      const named = ({level2, agency}) => level2 === entry.item && (entry.agency === undefined || agency === entry.agency);
      return this.items.filter(named).map(({id}) => `catalog_item:${id}`);
    }
    if (entry.agency !== undefined) return this.agencies.filter(({name}) => name === entry.agency).map(({id}) => `agency:${id}`);
    return this.#titled(entry.titled);
  }

  #document({document, section}) {
    const found = this.current.get(plainTitle(document));
    if (!found) return [];
    if (section === undefined) return [`document:${found.id}`];
    return found.sections.includes(section) ? [`document:${found.id}#${section}`] : [];
  }

  /** The rule for a short word: every record whose own title has it. */
  #titled(word) {
    const named = (...texts) => texts.some((text) => text.includes(word));
    return [
      ...this.documents.filter(({title}) => named(title)).map(({id}) => `document:${id}`),
      ...this.items.filter(({level1, level2}) => named(level1, level2)).map(({id}) => `catalog_item:${id}`),
      ...this.agencies.filter(({name}) => named(name)).map(({id}) => `agency:${id}`),
    ];
  }

  /** Keys of every right answer to a query. */
  answers({expect}) {
    return new Set(expect.flatMap((entry) => this.targets(entry)));
  }
}
