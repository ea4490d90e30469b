/** The few pages that the server writes itself. */

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

/** Text that HTML and XML show as it is. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char]!);

/** A plain page. @param body Markup, escaped by the caller. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-Hans">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(title)}</title></head>
<body><main><h1>${escapeMarkup(title)}</h1>
${body}
</main></body>
</html>
`;
