import type { Bound } from '../ir/ir.ts';
import type { Fact } from '../ir/program.ts';
import { branchesOf, remembering } from './parts.ts';
import { largestRounded } from './round.ts';
import { largest } from './scaled.ts';
import type { Lowered, NumberOperation, PlainNumber, Slot } from './tree.ts';
import { endOf } from './written.ts';

/** Between which whole numbers units lie; within ±(2^53 − 1). */
export interface Ends {
  readonly least: number;
  readonly most: number;
}

/** How long a number can become. */
export interface Bounds extends Ends {
  /** The greatest denominator. */
  readonly below: number;
  /** May it be too long, which must be looked at? Else it fits in any case, and so does what is multiplied on the way. */
  readonly checked: boolean;
}

export interface Bounded {
  /** What guards each slot: a number beyond these is not plain. */
  readonly slots: readonly Ends[];
  readonly shared: Lowered['shared'];
  readonly of: (node: PlainNumber) => Bounds;
  /** Do both sides fit when they are multiplied crosswise? */
  readonly areCrossed: (left: PlainNumber, right: PlainNumber) => boolean;
}

/**
 * Bounds of all numbers of a tree, from the ranges that facts declare. `reach`: how many units a fact may have that declares no
 * ends; one with more is not plain then, and fewer checks are needed.
 */
export function boundsOf({ shared, slots }: Lowered, reach: number): Bounded {
  const guards = slots.map((slot) => endsOf(slot, reach));
  const hull = (nodes: readonly Bounds[]): Omit<Bounds, 'checked'> => ({
    least: Math.min(...nodes.map(({ least }) => least)),
    most: Math.max(...nodes.map(({ most }) => most)),
    below: Math.max(...nodes.map(({ below }) => below)),
  });
  const of = remembering((node: PlainNumber): Bounds => {
    const { does, quotient } = node;
    if (does.op === 'fact') return { ...(guards[does.slot] ?? whole), below: 1, checked: false };
    if (does.op === 'exactly') return { ...whole, below: largest, checked: false };
    if (does.op === 'shared') {
      const value = shared[does.at]?.value;
      return value?.is === 'number' ? of(value) : { ...whole, below: largest, checked: false };
    }
    const branches = branchesOf<PlainNumber>(does);
    if (branches !== undefined) {
      const numbers = branches.flatMap((branch) => (branch.is === 'number' ? [of(branch)] : []));
      return { ...hull(numbers), checked: false };
    }
    return clipped(operation(does as NumberOperation, of, quotient));
  });
  return { slots: guards, shared, of, areCrossed: (left, right) => crossed(of(left), of(right)).fits };
}

const whole: Ends = { least: -largest, most: largest };

/** The ends of a fact's range in units; an open one lies a unit further in. */
function endsOf({ fact, form, scale }: Slot, reach: number): Ends {
  const { range }: Pick<Fact, 'range'> = fact;
  if (form !== 'number') return { least: 0, most: 1 };
  if (range?.range !== 'interval') return { least: -reach, most: reach };
  const end = (bound: Bound | undefined, inwards: 1 | -1): number => {
    const units = endOf(bound, scale, inwards);
    return Math.abs(units) <= largest ? units : -inwards * reach;
  };
  return { least: end(range.low, 1), most: end(range.high, -1) };
}

function clipped({ least, most, below, checked }: Bounds): Bounds {
  const fits = least >= -largest && most <= largest && below <= largest;
  return {
    least: Math.max(least, -largest),
    most: Math.min(most, largest),
    below: Math.min(below, largest),
    checked: checked || !fits,
  };
}

/** The smallest and the greatest product. */
function times(a: Ends, b: Ends): Ends {
  const corners = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most];
  return { least: Math.min(...corners), most: Math.max(...corners) };
}

const fit = ({ least, most }: Ends): boolean => least >= -largest && most <= largest;

/** Both multiplied by the denominator of the other. */
function crossed(
  a: Bounds,
  b: Bounds,
): { readonly left: Ends; readonly right: Ends; readonly below: number; readonly fits: boolean } {
  const left = times(a, { least: 1, most: b.below });
  const right = times(b, { least: 1, most: a.below });
  const below = a.below * b.below;
  return { left, right, below, fits: fit(left) && fit(right) && below <= largest };
}

function operation(does: NumberOperation, of: (node: PlainNumber) => Bounds, isQuotient: boolean): Bounds {
  switch (does.op) {
    case 'units':
      return { least: does.units, most: does.units, below: 1, checked: false };
    case 'fact':
      return { ...whole, below: 1, checked: false };
    case 'scaled': {
      const inner = of(does.of);
      return { ...inner, ...times(inner, { least: does.factor, most: does.factor }), checked: false };
    }
    case 'negate': {
      const { least, most, below } = of(does.of);
      return { least: -most, most: -least, below, checked: false };
    }
    case 'abs': {
      const { least, most, below } = of(does.of);
      return { least: Math.max(0, least, -most), most: Math.max(-least, most), below, checked: false };
    }
    case 'sum': {
      const { left, right, below, fits } = crossed(of(does.left), of(does.right));
      const [least, most] =
        does.sign === 1
          ? [left.least + right.least, left.most + right.most]
          : [left.least - right.most, left.most - right.least];
      return { least, most, below, checked: !fits };
    }
    case 'product': {
      const [left, right] = [of(does.left), of(does.right)];
      return { ...times(left, right), below: left.below * right.below, checked: false };
    }
    case 'quotient': {
      const [left, right] = [of(does.left), of(does.right)];
      const above = times(left, { least: does.factor, most: right.below * does.factor });
      return { ...above, below: left.below * Math.max(1, right.most), checked: false };
    }
    case 'extreme': {
      const [left, right] = [of(does.left), of(does.right)];
      const { fits } = crossed(left, right);
      const pick = does.sign === 1 ? Math.max : Math.min;
      // Units of quotients say nothing of their size.
      const least = isQuotient ? Math.min(left.least, right.least) : pick(left.least, right.least);
      const most = isQuotient ? Math.max(left.most, right.most) : pick(left.most, right.most);
      return { least, most, below: Math.max(left.below, right.below), checked: isQuotient && !fits };
    }
    case 'rounded':
      return rounded(does, of(does.of));
  }
}

function rounded(
  { up, down, step }: Extract<NumberOperation, { op: 'rounded' }>,
  { least, most, below }: Bounds,
): Bounds {
  const end = (units: number): number => Math.sign(units) * Math.ceil((Math.abs(units) * up) / down) * step;
  const longest = Math.max(-least, most);
  const checked = longest * up > largestRounded || below * down > largestRounded || end(longest) > largestRounded;
  const size = (units: number): number => Math.max(-largestRounded, Math.min(largestRounded, end(units)));
  // A quotient is nearer to zero than what stands above its line.
  return { least: Math.min(size(least), 0), most: Math.max(size(most), 0), below: 1, checked };
}
