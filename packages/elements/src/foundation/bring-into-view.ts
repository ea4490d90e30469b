/** Pixels kept free above: the page may have a head that stays. */
const ROOM_ON_PAGE = 80;
const ROOM = 12;

/** The parent that a reader sees, shadow roots and slots included. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The nearest element around this one that scrolls up and down, the page last. */
function scrollerOf(element: Element): Element | null {
  const page = document.scrollingElement;
  for (let at = parentOf(element); at && at !== page && at !== document.body; at = parentOf(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return element === page ? null : page;
}

/**
 * Brings a place inside an element into view: in its nearest scroller, and in those around that one only where it would
 * not be seen otherwise. What can be seen already does not move. At once: a long way scrolled is no help.
 * @param cover Pixels at the top that something of ours hides.
 */
export function bringIntoView(element: Element, place: {getBoundingClientRect(): DOMRect} = element, cover = 0): void {
  for (let at = scrollerOf(element); at; at = scrollerOf(at)) {
    const isPage = at === document.scrollingElement;
    const frame = isPage ? new DOMRect(0, 0, innerWidth, innerHeight) : at.getBoundingClientRect();
    const {top, bottom} = place.getBoundingClientRect();
    const room = Math.min(Math.max(isPage ? ROOM_ON_PAGE : ROOM, cover + ROOM), frame.height / 2);
    if (top < frame.top + cover + (isPage ? 0 : ROOM) || bottom > frame.bottom)
      at.scrollBy({top: top - frame.top - room, behavior: 'instant'});
  }
}
