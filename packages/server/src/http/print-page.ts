/** Pages for the staff to print. */
import {createHash} from 'node:crypto';

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const STYLE =
  'body{font:12pt/1.5 serif;margin:2em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:.3em .5em}td{text-align:right}th{font-weight:normal;text-align:left}thead th{text-align:center}dt{font-weight:bold}dd{margin:0 0 .5em;white-space:pre-wrap;overflow-wrap:anywhere}.code{font:bold 16pt/1.5 monospace}@page{size:A4}';

/** The style is named by its hash, so that a page runs and loads nothing else. */
export const PRINT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** @param body Markup; whatever is not ours in it has been escaped. */
export function printPage(title: string, body: string, lang = 'zh-Hans'): string {
  const heading = escapeHtml(title);
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${heading}</title><style>${STYLE}</style></head><body><h1>${heading}</h1>${body}</body></html>`;
}
