/** Waits that tests share: for a thing to be true, never for a time. */

/** Resolves with the first truthy answer; rejects when patience (in ms) is over, with what was waited for. */
export async function until<T>(what: string, look: () => T | undefined | null | false, patience = 5_000): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** All elements below a root, open shadow roots included. */
export function deepAll(root: ParentNode, selector: string): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) found.push(...deepAll(element.shadowRoot, selector));
  return found;
}

/** The control or link that a reader would name so: by aria-label, label, or its own text. */
export function byName(root: ParentNode, selector: string, name: string | RegExp): HTMLElement | undefined {
  const nameOf = (element: HTMLElement): string =>
    element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent;
  const fits = (text: string): boolean => (typeof name === 'string' ? text.trim() === name : name.test(text));
  return deepAll(root, selector).find((element) => fits(nameOf(element).replace(/\s+/g, ' ')));
}

/** As if the device had slept so long and somebody woke it: timers stood still, the clock did not. */
export function wakeAfter(ms: number): void {
  const {now} = Date;
  const later = now() + ms;
  Date.now = () => later;
  try {
    document.body.dispatchEvent(new Event('keydown', {bubbles: true, cancelable: true, composed: true}));
  } finally {
    Date.now = now;
  }
}
