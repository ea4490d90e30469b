/** What Word shows of a document: its hidden text, which mammoth would read like any other, is taken out first. */
import {JSDOM} from 'jsdom';
import {openZip} from './zip.ts';

const OFF = new Set(['0', 'false', 'off']);

const parse = (xml: string): Document => new JSDOM(xml, {contentType: 'text/xml'}).window.document;
const child = (of: Element | null | undefined, name: string): Element | undefined =>
  [...(of?.children ?? [])].find(({localName}) => localName === name);
const valueOf = (element: Element | undefined): string | null => element?.getAttribute('w:val') ?? null;

/** Whether these properties hide; `undefined` when they do not say. */
function hides(properties: Element | undefined): boolean | undefined {
  const vanish = child(properties, 'vanish');
  return vanish && !OFF.has(valueOf(vanish) ?? '');
}

/** Ids of the styles that hide their text, of their own or by the style they are based on. */
function hidingStyles(xml: string): ReadonlySet<string> {
  if (!xml.includes('vanish')) return new Set();
  const styles = new Map([...parse(xml).getElementsByTagName('w:style')].map((style) => [style.getAttribute('w:styleId') ?? '', style]));
  const isHiding = (id: string | null, seen: ReadonlySet<string>): boolean => {
    const style = id === null || seen.has(id) ? undefined : styles.get(id);
    return style ? (hides(child(style, 'rPr')) ?? isHiding(valueOf(child(style, 'basedOn')), new Set([...seen, id!]))) : false;
  };
  return new Set([...styles.keys()].filter((id) => isHiding(id, new Set())));
}

function isHidden(run: Element, styles: ReadonlySet<string>): boolean {
  const own = child(run, 'rPr');
  const style = valueOf(child(own, 'rStyle'));
  const ofParagraph = valueOf(child(child(run.closest('p'), 'pPr'), 'pStyle'));
  return hides(own) ?? [style, ofParagraph].some((id) => id !== null && styles.has(id));
}

/** @returns the file without its hidden text, and how many pieces of text that were. @throws when it is no archive. */
export async function visibleDocx(bytes: Uint8Array): Promise<{bytes: Uint8Array; hidden: number}> {
  const zip = await openZip(bytes);
  const styles = hidingStyles((await zip.file('word/styles.xml')?.async('string')) ?? '');
  let hidden = 0;
  for (const entry of zip.file(/\.xml$/)) {
    if (entry.name === 'word/styles.xml') continue;
    const xml = await entry.async('string');
    if (!xml.includes('vanish') && ![...styles].some((id) => xml.includes(id))) continue;
    const part = parse(xml);
    const runs = [...part.getElementsByTagName('w:r')].filter((run) => isHidden(run, styles) && run.textContent.trim());
    for (const run of runs) run.remove();
    hidden += runs.length;
    if (runs.length) zip.file(entry.name, part.documentElement.outerHTML);
  }
  return hidden ? {bytes: await zip.generateAsync({type: 'uint8array'}), hidden} : {bytes, hidden};
}
