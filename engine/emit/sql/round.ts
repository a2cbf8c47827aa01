import type { RoundingMode } from '../../ir/ir.ts';
import { numberOf, ratioTo, type Ratio } from './ratio.ts';
import { no, pick, sql, whole, type Term } from './term.ts';
import {
  bound,
  constant,
  minus,
  negated,
  plus,
  quotient,
  rest,
  sizeOf,
  times,
  unknown,
  type Desk,
  type Whole,
  held,
  written,
} from './whole.ts';

export interface Rounded {
  readonly value: Ratio;
  /** Whether rounding made another value of it. */
  readonly changed: Term;
}

/** The nearest multiple of a step that is fixed and positive, in whole numbers. */
export function roundedTo(value: Ratio, step: Ratio, mode: RoundingMode, desk: Desk): Rounded {
  const { over, under } = ratioTo(value, step, desk);
  if (under.term.always === 1n) return { value: multiple(over, step, desk), changed: no };
  const [n, d] = [bound(held(over, desk), desk), bound(held(under, desk), desk)];
  if (n.term.always === null || d.term.always === null) return { value: { top: unknown, parts: 1n }, changed: no };
  const changed = sql`${rest(n, d, desk).term} <> 0`;
  const size = bound(sizeOf(n), desk);
  const steps = bound(stepsOf(size, d, mode, desk), desk);
  const term = pick([{ when: sql`${n.term} < 0`, then: negated(steps).term }], steps.term);
  return { value: multiple({ term, most: steps.most }, step, desk), changed };
}

/** How many steps a size comes to. */
function stepsOf(size: Whole, d: Whole, mode: RoundingMode, desk: Desk): Whole {
  const two = constant(2n);
  switch (mode) {
    case 'down':
      return quotient(size, d, desk);
    case 'up':
      return quotient(minus(plus(size, d, desk), constant(1n), desk), d, desk);
    case 'half-up':
      return quotient(plus(times(size, two, desk), d, desk), times(d, two, desk), desk);
    case 'half-even': {
      const count = bound(quotient(size, d, desk), desk);
      const twice = bound(times(rest(size, d, desk), two, desk), desk);
      const isUp = pick(
        [
          { when: sql`${twice.term} > ${written(d, desk)}`, then: whole(1n) },
          { when: sql`${twice.term} = ${written(d, desk)}`, then: rest(count, two, desk).term },
        ],
        whole(0n),
      );
      return plus(count, { term: isUp, most: 1n }, desk);
    }
  }
}

/** The greatest multiple of a step that is not above the value, or with the sign -1 the smallest not below it; the step is positive or NULL. */
export function stepped(value: Ratio, step: Ratio, sign: 1 | -1, desk: Desk): Ratio {
  const { over, under } = ratioTo(value, step, desk);
  if (under.term.always === 1n) return multiple(over, step, desk);
  const [n, d] = [bound(held(over, desk), desk), bound(held(under, desk), desk)];
  if (n.term.always === null || d.term.always === null) return { top: unknown, parts: 1n };
  const size = bound(sizeOf(n), desk);
  const [within, beyond] = [bound(stepsOf(size, d, 'down', desk), desk), bound(stepsOf(size, d, 'up', desk), desk)];
  const [above, below] = sign === 1 ? [within, beyond] : [beyond, within];
  const term = pick([{ when: sql`${n.term} < 0`, then: negated(below).term }], above.term);
  return multiple({ term, most: beyond.most }, step, desk);
}

function multiple(count: Whole, step: Ratio, desk: Desk): Ratio {
  const top = times(count, step.top, desk);
  const value = { top, parts: step.parts, ...(step.below === undefined ? {} : { below: step.below }) };
  return typeof top.term.always === 'bigint' && step.below === undefined
    ? numberOf(top.term.always, step.parts)
    : value;
}
