/** What the XSS tests share: the corpus, the alarm, and the look for what must not be there. */
import {sanitise} from '../../packages/elements/src/foundation/sanitise.ts';

const FORBIDDEN =
  'script, style, iframe, object, embed, form, input, button, textarea, select, svg, math, link, meta, base, dialog, template, audio, video, [style], [class], [name], [onerror], [onload], [srcdoc], [formaction]';
const ADDRESSES = ['href', 'src', 'action', 'xlink:href', 'data', 'poster', 'srcset', 'background'];

/** What ran since the last look; each vector calls one of these when it does. */
export const executed: string[] = [];
export function setAlarm(): void {
  const globals = window as unknown as Record<string, unknown>;
  for (const name of ['alert', 'confirm', 'prompt', 'xss']) globals[name] = (...args: unknown[]) => (executed.push(String(args[0])), false);
}

/** What a tree holds that it must not. */
export function offences(root: ParentNode): string[] {
  const found = [...root.querySelectorAll(FORBIDDEN)].map((element) => element.outerHTML.slice(0, 120));
  for (const element of root.querySelectorAll('*')) {
    // A form can hide its own members behind fields of their names.
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name) ?? '';
      if (/^on/i.test(name)) found.push(`${name}=${value}`);
      const address = ADDRESSES.includes(name) && value.replace(/[\u0000-\u0020]/g, '');
      if (address && !/^(https?:|mailto:|tel:|#)/i.test(address)) found.push(`${name}=${value}`);
    }
  }
  return found;
}

/** The vectors, or none where the shared material is missing. */
export async function loadVectors(): Promise<string[]> {
  const response = await fetch('/shared-data/xss-dompurify.json');
  return response.ok ? ((await response.json()) as {html: string}[]).map((vector) => vector.html) : [];
}

/** Puts every vector through the sanitiser into the live page; resolves with what was left that must not be. */
export async function sanitiseAll(vectors: readonly string[]): Promise<string[]> {
  const box = document.body.appendChild(document.createElement('div'));
  const left = vectors.flatMap((vector) => {
    box.replaceChildren(sanitise(vector, 'https://api.example.com/'));
    return offences(box);
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  box.remove();
  return left;
}
