import type { Comparison } from '../../ir/ir.ts';
import { safe, type Fast, type FastTruth, type Run } from './run.ts';
import { alike } from './scaled.ts';

/** Two values of one type held against each other; undefined for texts in order, which JavaScript orders otherwise. */
export function compare(comparison: Comparison, a: Fast, b: Fast): FastTruth | undefined {
  const equality = comparison === '=' || comparison === '!=';
  if (a.is === 'truth' && b.is === 'truth' && equality) return truth(comparison, a.run, b.run);
  if (a.is === 'word' && b.is === 'word' && (equality || a.ordered)) return truth(comparison, a.run, b.run);
  if (a.is !== 'number' || b.is !== 'number') return undefined;
  const [left, right] = alike(a, b);
  return left.quotient
    ? truth(comparison, difference(left.run, right.run), () => 0)
    : truth(comparison, left.run, right.run);
}

/** The sign of the difference of two quotients, multiplied crosswise. */
function difference(left: (run: Run) => number, right: (run: Run) => number): (run: Run) => number {
  return (run) => {
    const above = left(run);
    const below = run.denominator;
    const otherAbove = right(run);
    return safe(above * run.denominator) - safe(otherAbove * below);
  };
}

function truth<T extends number | string | boolean>(
  comparison: Comparison,
  a: (run: Run) => T,
  b: (run: Run) => T,
): FastTruth {
  return { is: 'truth', run: comparers<T>()[comparison](a, b) };
}

type Comparer<T> = (a: (run: Run) => T, b: (run: Run) => T) => (run: Run) => boolean;

function comparers<T>(): { readonly [Sign in Comparison]: Comparer<T> } {
  return {
    '=': (a, b) => (run) => a(run) === b(run),
    '!=': (a, b) => (run) => a(run) !== b(run),
    '<': (a, b) => (run) => a(run) < b(run),
    '<=': (a, b) => (run) => a(run) <= b(run),
    '>': (a, b) => (run) => a(run) > b(run),
    '>=': (a, b) => (run) => a(run) >= b(run),
  };
}
