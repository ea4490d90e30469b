import type {CSSResult} from 'lit';

/** Adds styles that came later to a shadow root, once. */
export function adopt(root: ShadowRoot, {styleSheet}: CSSResult): void {
  if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet!];
}
