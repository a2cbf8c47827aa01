import type { Fix } from '../diagnostic/diagnostic.ts';
import type { Bands } from '../ir/ir.ts';
import type { Domain } from '../proof/domain.ts';
import { gaps } from '../proof/gaps.ts';
import { layOut, type Grid } from '../proof/grid.ts';
import type { Part } from '../proof/part.ts';
import { overlaps, unreachableRows, type Overlap } from '../proof/rows.ts';
import { sameValue } from '../value/compare.ts';
import { fitBetween, fixOf, neighboursOf, saysMore, type Change } from './scale-fixes.ts';
import { textOf, type Tier } from './scale.ts';

// A trial compares all tiers with one another: a scale of a hundred gets few mends rather than a slow editor.
const mostCompared = 50_000;

/**
 * Of the changes proposed for the tiers concerned, those after which less is wrong with the scale; those after which nothing
 * is wrong alone, where there are some.
 */
export type Mends = (proposed: readonly Change[], concerned: readonly Tier[]) => readonly Fix[];

/** Tries each change on the whole scale before it is offered. */
export function mendsOf(tiers: readonly Tier[], mode: Bands['mode'], domain: Domain): Mends {
  let trials = Math.floor(mostCompared / Math.max(1, tiers.length ** 2));
  const gridOf = (some: readonly Tier[]): Grid | undefined => {
    const grid = layOut(
      [domain],
      some.map(({ band }) => [band.range]),
    );
    return 'notDecided' in grid ? undefined : grid;
  };
  const faultsOf = (some: readonly Tier[]): number => {
    const grid = gridOf(some);
    const holes = grid === undefined ? undefined : gaps(grid);
    if (grid === undefined || holes === undefined || 'notDecided' in holes) return Infinity;
    return holes.length + overlapsThatCount(grid, mode).length + unreachableRows(grid).length;
  };
  const now = faultsOf(tiers);
  const fitted = (tier: Tier): readonly Change[] => {
    const others = tiers.filter((other) => other !== tier);
    const grid = gridOf(others);
    const holes = grid === undefined ? [] : gaps(grid);
    if ('notDecided' in holes || holes.length !== 1) return [];
    return holes.flatMap(([part]) => (part === undefined ? [] : [fitBetween(tier, neighboursOf(part, others))]));
  };
  const tried = (changes: readonly Change[]): readonly Trial[] => {
    const distinct = [...new Map(changes.filter(saysMore).map((one) => [keyOf(one), one])).values()];
    trials -= distinct.length;
    return distinct
      .map((change) => ({
        change,
        faults: faultsOf(tiers.map((tier) => (tier === change.tier ? change.changed : tier))),
      }))
      .filter(({ faults }) => faults < now);
  };
  return (proposed, concerned) => {
    if (trials <= 0) return [];
    const near = tried(proposed);
    const all = near.some(mendsAll) ? near : [...near, ...tried(concerned.flatMap(fitted))];
    const offered = new Map((all.some(mendsAll) ? all.filter(mendsAll) : all).map((one) => [keyOf(one.change), one]));
    return [...offered.values()].map(({ change }) => fixOf(change));
  };
}

/** A change, and what would still be wrong with the scale after it. */
interface Trial {
  readonly change: Change;
  readonly faults: number;
}

const mendsAll = ({ faults }: Trial): boolean => faults === 0;

const keyOf = ({ tier, changed }: Change): string => `${tier.cell.span.start} ${textOf(changed)}`;

/** Where each tier counts by its length, a shared end counts nothing. */
export function overlapsThatCount(grid: Grid, mode: Bands['mode']): readonly Overlap[] {
  const all = overlaps(grid);
  return mode === 'slab' ? all : all.filter(({ box: [part] }) => part === undefined || !isPoint(part));
}

/** Is it a single value? */
export function isPoint({ covers }: Part): boolean {
  if (covers.is !== 'interval' || covers.low === undefined || covers.high === undefined) return false;
  return sameValue(covers.low.value, covers.high.value);
}
