import type { Options } from '../../evaluate/evaluate.ts';
import { toValue } from '../../evaluate/datum.ts';
import type { Ir } from '../../ir/ir.ts';
import { compareExact, type Exact } from '../../value/exact.ts';
import type { Hook, Plan, Point } from './part.ts';
import { negated, positionOf, sum } from './position.ts';

export type Watch = NonNullable<Options['watch']>;
type Found = Parameters<Watch>[1];

/** Writes down what one question goes through: the numbers of the needs that it shows. */
export function watching({ hooks }: Plan, seen: Set<number>): Watch {
  const last = new Map<Ir, Exact | undefined>();
  return (ir, found) => {
    for (const hook of hooks.get(ir) ?? []) follow(hook, ir, found, last, seen);
  };
}

function follow(hook: Hook, ir: Ir, found: Found, last: Map<Ir, Exact | undefined>, seen: Set<number>): void {
  switch (hook.on) {
    case 'passed':
      if (!hook.settled || found.status === 'determined') seen.add(hook.need);
      return;
    case 'truth':
      if (found.status === 'determined' && found.value.is === 'boolean')
        seen.add(found.value.truth ? hook.yes : hook.no);
      return;
    case 'value':
      last.set(ir, found.status === 'determined' ? positionOf(toValue(found.value)) : undefined);
      return;
    case 'compared': {
      const [value, bound] = [last.get(hook.subject), last.get(hook.bound)];
      if (value === undefined || bound === undefined) return;
      for (const point of hook.points) {
        if (shows(sum(value, negated(point.of ?? bound)), point)) seen.add(point.need);
      }
    }
  }
}

function shows(difference: Exact, { side, within }: Point): boolean {
  if (side === 'exactly') return difference.top === 0n;
  const away = side === 'above' ? difference : negated(difference);
  return away.top > 0n && (within === undefined || compareExact(away, within) <= 0);
}
