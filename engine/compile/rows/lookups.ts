import type { Lookup } from '../../plain/lookup.ts';
import type { Never, Plain, PlainNumber, Span } from '../../plain/tree.ts';
import { leave, type Run, type Runs } from '../fast/run.ts';
import type { RowPrinting } from './numbers.ts';

/** More spans than these are searched by halves. */
const few = 8;

/** The branch of the span that holds a number. */
export function lookedUp<Of extends Plain, T>(
  { by, spans, widest, branches, otherwise }: Lookup<Of>,
  print: (of: Of | Never) => Runs<T>,
  to: RowPrinting,
): Runs<T> {
  const find = finder(by, spans, widest, to);
  const last = print(otherwise);
  const constants = branches.map(constantOf);
  if (constants.every((one) => one !== undefined)) {
    const values = constants as readonly unknown[] as readonly T[];
    return (run) => {
      const at = find(run);
      if (at < 0) return last(run);
      // Finding may have left that of the number that was looked up.
      run.denominator = 1;
      return values[at] ?? leave();
    };
  }
  const runs = branches.map(print);
  return (run) => (runs[find(run)] ?? last)(run);
}

function constantOf(of: Plain): unknown {
  if (of.is === 'never') return undefined;
  const { does } = of;
  switch (does.op) {
    case 'units':
      return does.units;
    case 'truth':
      return does.truth;
    case 'word':
      return does.word;
    default:
      return undefined;
  }
}

/** Which span holds the number; −1 for none. Of a quotient the ends are multiplied by its denominator. */
function finder(by: PlainNumber, spans: readonly Span[], widest: number, to: RowPrinting): (run: Run) => number {
  const rising = spans.map((_span, i) => i).toSorted((a, b) => (spans[a]?.low ?? 0) - (spans[b]?.low ?? 0));
  const lows = Float64Array.from(rising, (i) => spans[i]?.low ?? NaN);
  const highs = Float64Array.from(rising, (i) => spans[i]?.high ?? NaN);
  const openLow = rising.map((i) => spans[i]?.openLow === true);
  const openHigh = rising.map((i) => spans[i]?.openHigh === true);
  const places = Int32Array.from(rising);
  const start = (units: number, below: number): number => {
    // The last one that begins at the number or before it.
    let [from, behind] = [0, lows.length];
    while (from < behind) {
      const middle = (from + behind) >> 1;
      if ((lows[middle] ?? NaN) * below <= units) from = middle + 1;
      else behind = middle;
    }
    return from - 1;
  };
  const isMany = lows.length > few;
  if (!by.quotient) {
    const value = to.whole(by);
    return (run) => {
      const units = value(run);
      const first = isMany ? start(units, 1) : 0;
      const last = isMany ? first : lows.length - 1;
      for (let i = first; i <= last; i += 1)
        if (units >= (lows[i] ?? NaN) && units <= (highs[i] ?? NaN)) return places[i] ?? -1;
      return -1;
    };
  }
  const value = to.number(by);
  const isNarrow = to.bounded.of(by).below <= widest;
  return (run) => {
    const units = value(run);
    const below = run.denominator;
    if (!isNarrow && below > widest) leave();
    const near = isMany ? start(units, below) : lows.length - 1;
    // An open low end may belong to the one before.
    for (let i = isMany ? Math.max(0, near - 1) : 0; i <= near; i += 1) {
      const [low, high] = [(lows[i] ?? NaN) * below, (highs[i] ?? NaN) * below];
      if ((openLow[i] === true ? units > low : units >= low) && (openHigh[i] === true ? units < high : units <= high))
        return places[i] ?? -1;
    }
    return -1;
  };
}
