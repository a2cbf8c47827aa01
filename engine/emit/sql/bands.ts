import type { Bands } from '../../ir/ir.ts';
import { rangeParts } from '../../ir/walk.ts';
import { compareExact, type Exact } from '../../value/exact.ts';
import {
  boundCell,
  determined,
  error,
  mainTerm,
  numberIn,
  open,
  pickCell,
  strictly,
  truthIn,
  worst,
  type Cell,
} from './cell.ts';
import type { Say } from './expression.ts';
import { failing } from './logic.ts';
import { firstHole, fixedTiers, type FixedTier } from './holes.ts';
import { added, compared, divided, extreme, multiplied, numberOf, subtracted, type Ratio } from './ratio.ts';
import { noFlags, union } from './flags.ts';
import { chosenByTier } from './tier.ts';
import { chained, no, pick, sql, whole, yes, type Term } from './term.ts';
import { and, isKnown, not, or, surely } from './truth.ts';
import { isIn } from './within.ts';
import type { Writing } from './writing.ts';

/** A scale cut into tiers. Ends come first, all of them. */
export function bandsCell(ir: Bands, say: Say, here: Writing): Cell {
  const by = boundCell(say(ir.by, here), here);
  const ends = ir.bands.map(({ range }) => rangeParts(range).map((end) => boundCell(say(end, here), here)));
  const scale = strictly([by, ...ends.flat()], { is: 'nothing' }, here);
  if ([by, ...ends.flat()].some(({ worth }) => worth.is === 'nothing')) return { ...open, failed: scale.failed };
  const holds = ir.bands.map(({ range }, i) => truthIn(isIn(by, range, ends[i] ?? [], here)));
  const openEnds = ends
    .flat()
    .map(({ worth }) => mainTerm(worth))
    .filter((term) => term.open);
  const settled = and(...openEnds.map(isKnown));
  const fixed = fixedTiers(ir);
  const value = (i: number): Cell => {
    const band = ir.bands[i];
    if (band === undefined) throw new Error(`no band ${String(i)}`);
    return say(band.value, here);
  };
  if (ir.mode !== 'slab') {
    if (fixed === undefined) throw new Error('ends that are computed have no form in SQL');
    const reached = ir.mode === 'graduated' ? [] : reachedOf(holds, here);
    const parts =
      ir.mode === 'graduated' ? graduated(by, fixed, value, here) : interpolated(by, fixed, reached, value, here);
    // No share of a band without an end: then no other band is asked either.
    const endless = reached.filter((_, i) => isEndless(fixed[i]));
    const hole = firstHole(fixed);
    const below = hole === undefined ? yes : compared(numberIn(by), '<', numberOf(hole.top, hole.bottom), here);
    const isSettled = and(surely(or(...holds)), below, ...endless.map(not));
    const found = pickCell([{ when: here.sheet.bind(isSettled), then: summed(parts, here) }], open, here);
    const failedFirst = here.sheet.bind(scale.failed);
    return {
      worth: found.worth,
      failed: pick([{ when: failing({ failed: failedFirst }), then: failedFirst }], found.failed),
      flags: union(scale.flags, found.flags, here),
    };
  }
  const bound = holds.map((term) => (openEnds.length === 0 ? term : and(settled, term)));
  const tiers = bound.map((when, i) => ({ when, then: value(i) }));
  const found = pickCell(chosenByTier(fixed, tiers, by, here), open, here);
  const failedFirst = here.sheet.bind(scale.failed);
  const several =
    fixed === undefined
      ? sql`${chained(
          '+',
          bound.map((when) => pick([{ when, then: whole(1n) }], whole(0n))),
        )} > 1`
      : overlapOf(fixed, by, here);
  return {
    worth: found.worth,
    failed: pick(
      [
        { when: failing({ failed: failedFirst }), then: failedFirst },
        { when: several, then: error },
      ],
      found.failed,
    ),
    flags: union(scale.flags, found.flags, here),
  };
}

const isEndless = (tier: FixedTier | undefined): boolean => tier?.low === undefined || tier.high === undefined;

interface Part {
  /** The band counts where this is true. */
  readonly when: Term;
  readonly value: Cell;
  readonly share: Ratio;
}

/** Sum of value × part over the bands that count. */
function summed(parts: readonly Part[], here: Writing): Cell {
  const zero = determined({ is: 'number', number: numberOf(0n, 1n) });
  const cells = parts.map(({ when, value, share }) => {
    const product: Cell =
      value.worth.is === 'nothing'
        ? value
        : { ...value, worth: { is: 'number', number: multiplied(numberIn(value), share, here) } };
    return pickCell([{ when, then: product }], zero, here);
  });
  const total = cells.reduce((sum, cell) => added(sum, numberIn(cell), here), numberOf(0n, 1n));
  return {
    worth: { is: 'number', number: total },
    failed: worst(...cells.map(({ failed }) => failed)),
    flags: cells.reduce((flags, cell) => union(flags, cell.flags, here), noFlags),
  };
}

const exactNumber = ({ top, bottom }: Exact): Ratio => numberOf(top, bottom);
const zeroExact: Exact = { top: 0n, bottom: 1n };

function graduated(by: Cell, tiers: readonly FixedTier[], value: (i: number) => Cell, here: Writing): readonly Part[] {
  const reach = numberIn(by);
  return tiers.flatMap(({ low, high }, i): Part[] => {
    const from = low?.at ?? zeroExact;
    if (high !== undefined && compareExact(high.at, from) <= 0) return [];
    const top = high === undefined ? reach : extreme(reach, '<=', exactNumber(high.at), here);
    const when = here.sheet.bind(compared(reach, '>', exactNumber(from), here));
    return [{ when, value: value(i), share: subtracted(top, exactNumber(from), here) }];
  });
}

function interpolated(
  by: Cell,
  tiers: readonly FixedTier[],
  reached: readonly Term[],
  value: (i: number) => Cell,
  here: Writing,
): readonly Part[] {
  const at = numberIn(by);
  const all = numberOf(1n, 1n);
  return tiers.flatMap(({ low, high }, i): Part[] => {
    const isReached = reached[i] ?? no;
    if (high === undefined) return [];
    const cell = boundCell(value(i), here);
    const isPassed = and(compared(at, '>=', exactNumber(high.at), here), not(isReached));
    const passed: Part = { when: here.sheet.bind(isPassed), value: cell, share: all };
    if (low === undefined) return [passed];
    const isLong = compareExact(high.at, low.at) > 0;
    const length = subtracted(exactNumber(high.at), exactNumber(low.at), here);
    const share = isLong ? divided(subtracted(at, exactNumber(low.at), here), length, here) : all;
    return [passed, { when: isReached, value: cell, share }];
  });
}

/** The first band that holds the value. */
function reachedOf(holds: readonly Term[], here: Writing): readonly Term[] {
  return holds.map((held, i) =>
    here.sheet.bind(and(surely(held), ...holds.slice(0, i).map((before) => not(surely(before))))),
  );
}

/** Two bands whose ends are fixed may hold one value: then it is counted. */
function overlapOf(tiers: readonly FixedTier[], by: Cell, here: Writing): Term {
  const conditions = tiers.flatMap((a, i) =>
    tiers.slice(i + 1).flatMap((b) => {
      const shared = overlap(a, b);
      return shared === undefined
        ? []
        : [
            truthIn(
              isIn(
                by,
                shared.range,
                shared.ends.map((end) => determined({ is: 'number', number: exactNumber(end) })),
                here,
              ),
            ),
          ];
    }),
  );
  return conditions.length === 0 ? no : surely(or(...conditions));
}

function overlap(
  a: FixedTier,
  b: FixedTier,
): { readonly range: Parameters<typeof isIn>[1]; readonly ends: readonly Exact[] } | undefined {
  const low = inner(a.low, b.low, 1);
  const high = inner(a.high, b.high, -1);
  if (low !== undefined && high !== undefined) {
    const distance = compareExact(high.at, low.at);
    if (distance < 0 || (distance === 0 && (low.open || high.open))) return undefined;
  }
  const bound = (end: FixedTier['low']): { readonly open: boolean; readonly at: never } | undefined =>
    end === undefined ? undefined : { open: end.open, at: undefined as never };
  const [from, to] = [bound(low), bound(high)];
  return {
    range: {
      range: 'interval',
      ...(from === undefined ? {} : { low: from }),
      ...(to === undefined ? {} : { high: to }),
    },
    ends: [low, high].flatMap((end) => (end === undefined ? [] : [end.at])),
  };
}

function inner(a: FixedTier['low'], b: FixedTier['low'], sign: 1 | -1): FixedTier['low'] {
  if (a === undefined || b === undefined) return a ?? b;
  const difference = sign * compareExact(a.at, b.at);
  return difference > 0 || (difference === 0 && a.open) ? a : b;
}
