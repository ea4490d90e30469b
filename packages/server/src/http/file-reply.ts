import type {Reply} from './api.ts';
import {contentDisposition} from './headers.ts';

/** A file that somebody sent in: to be saved, never to be shown in the page. */
export const fileReply = ({name, content}: {readonly name: string; readonly content: Buffer}): Reply => ({
  body: content,
  type: 'application/octet-stream',
  headers: {'Content-Disposition': contentDisposition(name), 'Content-Security-Policy': "default-src 'none'; sandbox"},
});
