/**
 * Registers an element once. A page may load two copies or two versions: the first one stays, nothing throws.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
