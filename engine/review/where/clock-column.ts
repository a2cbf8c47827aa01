import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { valueAt } from '../../proof/line.ts';
import type { End, Stretch } from '../../proof/round-position.ts';
import type { LineColumn } from '../../symbolic/box.ts';
import { inverse } from '../../symbolic/form.ts';
import { scaled } from '../../symbolic/quotient.ts';
import { plusExact, timesExact, type Exact } from '../../value/exact.ts';
import { clockTypeOf, timeOf } from './clock-terms.ts';
import { quotientWords } from './formula-words.ts';

/** Something put together from days or moments, and how its ends are told. */
interface ClockColumn {
  readonly what: Texts;
  readonly stretch: Stretch;
  readonly valueOf: (at: Exact) => Value;
}

/** `start + 2 × notice` lies between days, `end − start` between lengths of time. Undefined for what is not put together so. */
export function clockColumn({ atom, of, stretch }: LineColumn, program: Program): ClockColumn | undefined {
  const terms = [...of.top.values()].filter(({ atoms }) => clockTypeOf(atoms) !== undefined);
  const [first] = terms;
  const type = first === undefined ? undefined : clockTypeOf(first.atoms);
  if (atom !== undefined || first === undefined || type === undefined || of.bottom.size > 1) return undefined;
  // The column may be a multiple of what a person would say: the day itself counts once.
  const factor = inverse(first.coefficient);
  const days = terms.map(({ coefficient }) => timesExact(coefficient, factor)).reduce(plusExact);
  return {
    what: quotientWords(scaled(of, factor), type, program),
    stretch: times(stretch, factor),
    valueOf: days.top === 0n ? (at) => timeOf(type, at) : (at) => valueAt(type, at),
  };
}

function times({ low, high }: Stretch, factor: Exact): Stretch {
  const moved = (end: End | undefined): End | undefined =>
    end === undefined ? undefined : { ...end, at: timesExact(end.at, factor) };
  const [below, above] = factor.top > 0n ? [moved(low), moved(high)] : [moved(high), moved(low)];
  return { ...(below === undefined ? {} : { low: below }), ...(above === undefined ? {} : { high: above }) };
}
