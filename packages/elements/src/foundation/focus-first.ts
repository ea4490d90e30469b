/** Gives the focus to the first of these that is there; results are shown from their top. */
export function focusFirst(root: ParentNode, ...selectors: string[]): void {
  for (const selector of selectors) {
    const target = root.querySelector<HTMLElement>(selector);
    target?.focus();
    if (target?.id === 'results') target.scrollIntoView();
    if (target) return;
  }
}
