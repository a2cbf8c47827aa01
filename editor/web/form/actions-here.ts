/**
 * Leads the keyboard from a cell to what can be done with its row, on to what can be done with itself in the line of help, and back.
 * `from`: the cell that it came from; returns it for the next time.
 */
export function goToActions(form: HTMLElement, from: Element | null): Element | null {
  const at = document.activeElement;
  const stop = stops.findIndex((one) => at !== null && at.closest(one) !== null);
  const cell = stop === -1 ? at : from;
  const ways = [rowAction(cell ?? at), form.querySelector<HTMLElement>('.standing button, .form-help button')];
  const next = ways.slice(stop + 1).find((way) => way !== null) ?? cell;
  // What always stays in sight needs no scrolling, which would take the cell out of sight.
  if (next instanceof HTMLElement) next.focus({ preventScroll: next.closest('.details-body') === null });
  return cell;
}

/** In the order of the ways. */
const stops = ['.grid-tools', '.form-help'];

const rowAction = (cell: Element | null): HTMLElement | null =>
  cell?.closest('.form-grid')?.querySelector<HTMLElement>(':scope > .grid-head > .grid-tools button:enabled') ?? null;
