/** The author's address for a record: `document.html?id={id}#{article}`. Without an article its place is left out. */
export const fillHref = (template: string, id: string, article = ''): string =>
  template.replaceAll('{id}', encodeURIComponent(id)).replaceAll('{article}', encodeURIComponent(article)).replace(/#$/, '');
