const INVISIBLE = /[\s\p{Cf}\p{Cc}\u115f\u1160\u3164\ufe00-\ufe0f]+/gu;

/** A text as it is kept: line ends are one kind, the ends are trimmed; empty when nothing can be seen in it. */
export const commentText = (text: string): string => (text.replace(INVISIBLE, '') ? text.replace(/\r\n?/g, '\n').trim() : '');
