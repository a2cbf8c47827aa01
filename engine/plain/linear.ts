import type { Bounded } from './bounds.ts';
import { largest } from './scaled.ts';
import type { PlainNumber } from './tree.ts';

/** A sum of facts times whole numbers. */
export interface Linear {
  readonly terms: readonly Term[];
  readonly constant: number;
}
interface Term {
  readonly slot: number;
  readonly factor: number;
}

/** The number as such a sum, if it is one whose parts fit in whatever order they are added. */
export function linearOf(node: PlainNumber, bounded: Bounded): Linear | undefined {
  const found = sumOf(node, 1, bounded.shared);
  if (found === undefined) return undefined;
  const sizes = found.terms.map(({ slot, factor }) => {
    const { least = -largest, most = largest } = bounded.slots[slot] ?? {};
    return Math.abs(factor) * Math.max(Math.abs(least), Math.abs(most));
  });
  const size = sizes.reduce((sum, one) => sum + one, Math.abs(found.constant));
  return size <= largest ? found : undefined;
}

function sumOf({ does }: PlainNumber, factor: number, shared: Bounded['shared']): Linear | undefined {
  switch (does.op) {
    case 'units':
      return exact([], does.units * factor);
    case 'fact':
      return { terms: [{ slot: does.slot, factor }], constant: 0 };
    case 'scaled':
      return sumOf(does.of, factor * does.factor, shared);
    case 'negate':
      return sumOf(does.of, -factor, shared);
    case 'sum': {
      const [left, right] = [sumOf(does.left, factor, shared), sumOf(does.right, factor * does.sign, shared)];
      return left && right && exact([...left.terms, ...right.terms], left.constant + right.constant);
    }
    case 'product': {
      const [left, right] = [sumOf(does.left, factor, shared), sumOf(does.right, 1, shared)];
      if (left === undefined || right === undefined) return undefined;
      return right.terms.length === 0
        ? timesWhole(left, right.constant)
        : left.terms.length === 0
          ? timesWhole(right, left.constant)
          : undefined;
    }
    case 'shared': {
      // A fact is read as fast as what was remembered of it.
      const { value, uses = 0 } = shared[does.at] ?? {};
      if (value?.is !== 'number' || value.quotient) return undefined;
      return value.does.op === 'fact' || uses === 1 ? sumOf(value, factor, shared) : undefined;
    }
    default:
      return undefined;
  }
}

function timesWhole({ terms, constant }: Linear, by: number): Linear | undefined {
  return exact(
    terms.map(({ slot, factor }) => ({ slot, factor: factor * by })),
    constant * by,
  );
}

/** What has become too long would not come back to what it was when something is taken off again. */
function exact(terms: readonly Term[], constant: number): Linear | undefined {
  return Math.abs(constant) <= largest ? { terms, constant } : undefined;
}
