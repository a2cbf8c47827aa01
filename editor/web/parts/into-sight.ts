/**
 * Scrolls no more than it takes to see something. `scrollIntoView` would do, but the next Tab would then lead on from there
 * instead of from where the keyboard is.
 */
export function intoSight(what: Element | null | undefined, scroller: Element | null | undefined): void {
  if (!what || !scroller) return;
  const [own, seen] = [what.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollTop += beyond(own.top, own.bottom, seen.top, seen.bottom);
  scroller.scrollLeft += beyond(own.left, own.right, seen.left, seen.right);
}

function beyond(start: number, end: number, first: number, last: number): number {
  if (start < first) return start - first;
  return end > last ? Math.min(end - last, start - first) : 0;
}
