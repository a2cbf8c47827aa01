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
import { isOnSteps } from './grid.ts';

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

/**
 * What follows from the order of what was rounded, for the roundings themselves: they have its sign, they stand to each other as
 * it did, and they never pass a multiple of their step that it does not pass, such as the numbers that a box holds them against.
 */
export function inOrder(all: readonly Inequality[], box: Box): readonly Inequality[] {
  const atoms = roundedIn(box);
  const signed = [...all, ...atoms.flatMap((atom) => between(all, atom, quotients.number(forms.zero)))];
  const [first, second] = [signed.slice(all.length), atoms.flatMap((atom) => beside(signed, atom, atoms, box))];
  return [...first, ...second];
}

function beside(all: readonly Inequality[], atom: Atom, atoms: readonly Atom[], box: Box): readonly Inequality[] {
  const { rounded } = atom;
  if (rounded === undefined) return [];
  const alike = atoms.filter(
    (other) => other.key > atom.key && other.rounded !== undefined && isAlike(rounded, other.rounded),
  );
  return [
    ...alike.flatMap((other) => compared(all, [atom, rounded.of], [other, other.rounded?.of ?? rounded.of])),
    ...heldAgainst(atom, box)
      .filter((limit) => isOnSteps(limit, rounded.step))
      .flatMap((limit) => between(all, atom, limit)),
  ];
}

type Side = readonly [rounded: Atom | Quotient, of: Quotient];

/** The second rounded number is at least the first one, where what it was cannot be less; and the other way round. */
function compared(all: readonly Inequality[], first: Side, second: Side): readonly Inequality[] {
  return [...after(all, first, second), ...after(all, second, first)];
}

function after(all: readonly Inequality[], [first, a]: Side, [second, b]: Side): readonly Inequality[] {
  const less = within(quotients.minus(a, b), { low: { at: forms.zero, open: true } });
  if (!contradict([...all, ...less])) return [];
  return within(quotients.minus(numberOf(second), numberOf(first)), { low: { at: forms.zero, open: false } });
}

const numberOf = (side: Atom | Quotient): Quotient => ('key' in side ? quotients.ofAtom(side) : side);

/** On which side of a multiple of its step it lies. */
function between(all: readonly Inequality[], atom: Atom, limit: Quotient): readonly Inequality[] {
  return atom.rounded === undefined ? [] : compared(all, [atom, atom.rounded.of], [limit, limit]);
}

/** The numbers that the box compares it with: `rounded - net > 0` holds it against `net`. */
function heldAgainst(atom: Atom, { columns }: Box): readonly Quotient[] {
  return [...columns.values()].flatMap((column) => {
    if (column.is !== 'line') return [];
    const { of, stretch } = column;
    const factor = of.top.get(atom.key)?.coefficient;
    const under = forms.constantOf(of.bottom);
    if (factor === undefined || under === undefined) return [];
    const rest = quotients.minus(
      quotients.ofAtom(atom),
      quotients.scaled(quotients.plain(of.top), forms.inverse(factor)),
    );
    return [stretch.low, stretch.high].flatMap((end) =>
      end === undefined
        ? []
        : [quotients.plus(rest, quotients.number(timesExact(timesExact(end.at, under), forms.inverse(factor))))],
    );
  });
}

function roundedIn({ columns }: Box): readonly Atom[] {
  const atoms = new Map<string, Atom>();
  for (const column of columns.values())
    if (column.is === 'line')
      for (const atom of quotients.allAtomsOf(column.of)) if (atom.rounded !== undefined) atoms.set(atom.key, atom);
  return [...atoms.values()];
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
