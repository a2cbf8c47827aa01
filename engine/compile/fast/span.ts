import type { Span } from '../../plain/tree.ts';
import { leave, type Run } from './run.ts';

/** Do units lie in the span, whose ends are multiplied by the denominator? */
export function inside({ low, high, openLow, openHigh }: Span, widest: number): (units: number, run: Run) => boolean {
  return (units, { denominator: below }) => {
    if (below > widest) leave();
    return (
      (openLow ? units > low * below : units >= low * below) &&
      (openHigh ? units < high * below : units <= high * below)
    );
  };
}
