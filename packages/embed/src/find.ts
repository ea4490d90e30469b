/** Finds elements on a page that the SDK knows nothing about and must not change. */

/**
 * Reports every element with a hyphen in its name, once: those on the page, those added later, and those inside open
 * shadow roots, also when another custom element attaches its root only once it is defined.
 * @returns A function that watches one more root.
 */
export function createFinder(found: (element: Element) => void): (root: Node) => void {
  const seen = new WeakSet<Node>();
  const observer = new MutationObserver((records) => {
    for (const {addedNodes} of records) for (const node of addedNodes) look(node);
  });

  function watch(root: Node): void {
    if (seen.has(root)) return;
    seen.add(root);
    observer.observe(root, {childList: true, subtree: true});
    look(root);
  }
  function look(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      // A form has no shadow root, and its fields may hide any of its properties.
      if (node instanceof Element && !(node instanceof HTMLFormElement)) visit(node);
    }
  }
  function visit(element: Element): void {
    enter(element);
    const tag = element.localName;
    if (!tag.includes('-') || seen.has(element)) return;
    seen.add(element);
    found(element);
    // Names such as `font-face` can never be defined: the promise rejects.
    if (!customElements.get(tag))
      customElements.whenDefined(tag).then(
        () => enter(element),
        () => undefined,
      );
  }
  function enter({shadowRoot}: Element): void {
    if (shadowRoot) watch(shadowRoot);
  }
  return watch;
}
