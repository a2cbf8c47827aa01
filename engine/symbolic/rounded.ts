import { fromDigits, roundTo, toDigits } from '../evaluate/ratio.ts';
import type { End, Stretch } from '../proof/round-position.ts';
import { exactDigits, parseExact, plusExact, timesExact, type Exact } from '../value/exact.ts';
import type { Atom } from './atom.ts';
import { lineColumn, type Box } from './box.ts';
import { contradict, within, type Inequality } from './elimination.ts';
import * as forms from './form.ts';
import { product } from './product.ts';
import * as quotients from './quotient.ts';
import type { Quotient } from './quotient.ts';

type Rounded = NonNullable<Atom['rounded']>;

/** What was rounded lies less than a step from what it was, and between the roundings of the ends of what that can be. */
export function besideRounded(atom: Atom, box: Box): readonly Inequality[] {
  const { rounded } = atom;
  if (rounded === undefined) return [];
  const { top, bottom } = rounded.step;
  const isHalf = rounded.mode === 'half-up' || rounded.mode === 'half-even';
  const away: Exact = isHalf ? { top, bottom: 2n * bottom } : rounded.step;
  const end = (sign: bigint): End => ({ at: { ...away, top: sign * away.top }, open: !isHalf });
  const of = quotients.ofAtom(atom);
  const { low, high } = stretchOf(rounded.of, box);
  const ends: Stretch = {
    ...(low === undefined ? {} : { low: { at: roundedTo(low.at, rounded), open: false } }),
    ...(high === undefined ? {} : { high: { at: roundedTo(high.at, rounded), open: false } }),
  };
  return [...within(quotients.minus(of, rounded.of), { low: end(-1n), high: end(1n) }), ...within(of, ends)];
}

/** Of two numbers that are rounded alike the rounded ones stand in the same order, where the others have one. */
export function inOrder(all: readonly Inequality[], atoms: readonly Atom[]): readonly Inequality[] {
  return atoms.flatMap((first, i) =>
    atoms.slice(i + 1).flatMap((second) => {
      const [a, b] = [first.rounded, second.rounded];
      if (a === undefined || b === undefined || !isAlike(a, b)) return [];
      return [...after(all, [first, a.of], [second, b.of]), ...after(all, [second, b.of], [first, a.of])];
    }),
  );
}

type Side = readonly [atom: Atom, of: Quotient];

/** The second rounded number is at least the first one, where what it was cannot be less. */
function after(all: readonly Inequality[], [first, a]: Side, [second, b]: Side): readonly Inequality[] {
  const less = within(quotients.minus(a, b), { low: { at: forms.zero, open: true } });
  if (!contradict([...all, ...less])) return [];
  return within(quotients.minus(quotients.ofAtom(second), quotients.ofAtom(first)), {
    low: { at: forms.zero, open: false },
  });
}

const isAlike = (a: Rounded, b: Rounded): boolean =>
  a.mode === b.mode && a.step.top === b.step.top && a.step.bottom === b.step.bottom;

function roundedTo(at: Exact, { step, mode }: Rounded): Exact {
  return parseExact(toDigits(roundTo(fromDigits(exactDigits(at)), fromDigits(exactDigits(step)), mode)));
}

/** Where a sum can lie by what each of its parts can be. */
function stretchOf({ top, bottom }: Quotient, box: Box): Stretch {
  const under = forms.constantOf(bottom);
  if (under === undefined) return {};
  const parts = [...top.values()].map(({ coefficient, atoms }): Stretch => {
    const by = point(timesExact(coefficient, forms.inverse(under)));
    return atoms.map((atom) => lineColumn(box, quotients.ofAtom(atom)).stretch).reduce(product, by);
  });
  return parts.reduce(sum, point(forms.zero));
}

function point(at: Exact): Stretch {
  return { low: { at, open: false }, high: { at, open: false } };
}

function sum(a: Stretch, b: Stretch): Stretch {
  const end = (x: End | undefined, y: End | undefined): End | undefined =>
    x === undefined || y === undefined ? undefined : { at: plusExact(x.at, y.at), open: x.open || y.open };
  const [low, high] = [end(a.low, b.low), end(a.high, b.high)];
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}
