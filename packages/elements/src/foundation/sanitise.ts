/** The only file of the SDK that imports DOMPurify. It is loaded when HTML arrives, never before. */
import DOMPurify, {type Config} from 'dompurify';

/** Attributes that are no addresses, so that the rule for addresses leaves them alone. */
const PLAIN_ATTR = ['title', 'alt', 'width', 'height', 'colspan', 'rowspan', 'scope', 'start', 'span', 'lang', 'dir'];

const CONFIG: Config = {
  ALLOWED_TAGS: [
    'p',
    'br',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'sub',
    'sup',
    'span',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'blockquote',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'colgroup',
    'col',
    'a',
    'img',
    'figure',
    'figcaption',
    'hr',
  ],
  ALLOWED_ATTR: ['href', 'src', ...PLAIN_ATTR],
  ADD_URI_SAFE_ATTR: PLAIN_ATTR,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i,
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
};

const purify = DOMPurify(window);
let base = '';

/** A link whose target the reader sees; it tells the linked site nothing about this page. */
function harden(link: HTMLAnchorElement, address: string): void {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url) return link.removeAttribute('href');
  link.setAttribute('href', url.href);
  if (!/^https?:$/.test(url.protocol)) return;
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('target', '_blank');
}

purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.localName === 'a') {
    const href = node.getAttribute('href');
    if (href && !href.startsWith('#')) harden(node as HTMLAnchorElement, href);
  }
  // An image of another host would tell it who reads, and can set something off there: it becomes a link.
  if (node.localName === 'img') {
    const src = node.getAttribute('src') ?? '';
    const url = URL.canParse(src, base) ? new URL(src, base) : undefined;
    if (url && url.origin === new URL(base).origin) {
      node.setAttribute('src', url.href);
      node.setAttribute('referrerpolicy', 'no-referrer');
      return;
    }
    const link = document.createElement('a');
    link.textContent = node.getAttribute('alt') || src;
    harden(link, src);
    node.replaceWith(link);
  }
});

/**
 * A fragment that holds nothing that can run, load from elsewhere, overlay the page or clobber a name:
 * text, lists, tables, links of http, https, mailto, tel, and images of the API's own origin.
 * @param origin Absolute address that relative links and images belong to: the API's, not the page's.
 */
export function sanitise(dirty: string, origin: string): DocumentFragment {
  base = origin;
  return purify.sanitize(dirty, CONFIG) as unknown as DocumentFragment;
}

/**
 * Many pieces in one pass, which takes a fraction of the time. A piece that does not end what it begins would reach into
 * the next one: then each is done alone.
 */
export function sanitiseAll(pieces: readonly string[], origin: string): DocumentFragment[] {
  const mark = `zwgk-${Math.random()}`;
  const whole = sanitise(pieces.map((piece) => `<hr title="${mark}">${piece}`).join(''), origin);
  const parts: DocumentFragment[] = [];
  for (const node of [...whole.childNodes]) {
    if (node instanceof HTMLHRElement && node.title === mark) parts.push(new DocumentFragment());
    else parts.at(-1)?.append(node);
  }
  return parts.length === pieces.length ? parts : pieces.map((piece) => sanitise(piece, origin));
}
