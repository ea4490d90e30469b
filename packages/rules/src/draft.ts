import type {DocumentMeta} from '@zwgk/contract';

/** What a title or 公文种类 calls a text that is not decided yet. */
const DRAFT = /(?:征求意见稿|草案)$/;

/** Whether a document is a text that opinions are, or were, asked on: in force it never is, whatever its 有效性 says (R3.9). */
export const isDraft = ({title, genre}: Pick<DocumentMeta, 'title' | 'genre'>): boolean =>
  DRAFT.test(genre) || DRAFT.test(title.replace(/[）)》\s]+$/, ''));
