/** The author's address for a record: `document.html?id={id}#{article}`. Without an article its place is left out. */
export const fillHref = (template: string, id: string, article = '', document = ''): string =>
  Object.entries({id, article, document})
    .reduce((href, [name, value]) => href.replaceAll(`{${name}}`, encodeURIComponent(value)), template)
    .replace(/#$/, '');
