import type { Options } from '../../evaluate/evaluate.ts';
import { toValue } from '../../evaluate/datum.ts';
import type { Ir } from '../../ir/ir.ts';
import { compareExact, type Exact } from '../../value/exact.ts';
import type { Hook, Plan, Point } from './part.ts';
import { negated, positionOf, sum } from './position.ts';

type Watch = NonNullable<Options['watch']>;
type Found = Parameters<Watch>[1];

/** What one question has gone through so far. */
interface Passage {
  readonly seen: Set<number>;
  /** What was found last at places whose values are compared. */
  readonly last: Map<Ir, Found>;
  /** Constant bounds of one scale are looked at together, once for each value that is held against them. */
  readonly looked: Map<readonly Point[], Found>;
}

/** Writes down what one question goes through: the numbers of the needs that it shows. */
export function watching({ hooks }: Plan, seen: Set<number>): Watch {
  const passage: Passage = { seen, last: new Map(), looked: new Map() };
  return (ir, found) => {
    const own = hooks.get(ir);
    if (own !== undefined) for (const hook of own) follow(hook, ir, found, passage);
  };
}

function follow(hook: Hook, ir: Ir, found: Found, { seen, last, looked }: Passage): void {
  switch (hook.on) {
    case 'passed':
      if (!hook.settled || found.status === 'determined') seen.add(hook.need);
      return;
    case 'truth':
      if (found.status === 'determined' && found.value.is === 'boolean')
        seen.add(found.value.truth ? hook.yes : hook.no);
      return;
    case 'value':
      last.set(ir, found);
      return;
    case 'compared': {
      const value = last.get(hook.subject);
      if (value === undefined || looked.get(hook.points) === value) return;
      if (hook.points[0]?.of !== undefined) looked.set(hook.points, value);
      look(hook.points, value, last.get(hook.bound), seen);
    }
  }
}

function look(points: readonly Point[], found: Found, boundFound: Found | undefined, seen: Set<number>): void {
  const value = place(found);
  if (value === undefined) return;
  for (const point of points) {
    if (seen.has(point.need)) continue;
    const bound = point.of ?? place(boundFound);
    if (bound !== undefined && shows(sum(value, negated(bound)), point)) seen.add(point.need);
  }
}

function place(found: Found | undefined): Exact | undefined {
  return found?.status === 'determined' ? positionOf(toValue(found.value)) : undefined;
}

function shows(difference: Exact, { side, within }: Point): boolean {
  if (side === 'exactly') return difference.top === 0n;
  const away = side === 'above' ? difference : negated(difference);
  return away.top > 0n && (within === undefined || compareExact(away, within) <= 0);
}
