/** Pixels kept free below what covers the page. */
const ROOM = 12;

/** The bottom of what stays at the top of the window, such as a host page's head, over this column; 0 where nothing does. */
function headOver(x: number): number {
  for (let at = document.elementFromPoint(x, 1); at; at = at.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return at.getBoundingClientRect().bottom;
  return 0;
}

/** Scrolls the page back where something that stays at its top hides the beginning of a place; what covers half of it is no head. */
export function uncover(place: {getBoundingClientRect(): DOMRect}): void {
  const {left, top, width} = place.getBoundingClientRect();
  const head = headOver(left + width / 2);
  if (top > -1 && top < head && head < innerHeight / 2) scrollBy({top: top - head - ROOM, behavior: 'instant'});
}
