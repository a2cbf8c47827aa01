import type { Bounded } from '../../plain/bounds.ts';
import { linearOf, type Linear } from '../../plain/linear.ts';
import type { Never, NumberOperation, Plain, PlainNumber } from '../../plain/tree.ts';
import { branching } from '../fast/branches.ts';
import type { Readers } from '../fast/facts.ts';
import type { Printing } from '../fast/printing.ts';
import { safe, type Runs } from '../fast/run.ts';
import { leafOf } from './leaf.ts';
import { picked } from './picked.ts';
import type { RowReader } from './readers.ts';
import { roundedWhole } from './rounding.ts';

/** What the functions of rows read: the facts of the current row, and what the exact layer says. */
export interface RowSources extends Readers, Pick<RowReader, 'numbers' | 'isCertain'> {
  readonly bounded: Bounded;
}

/** Makes functions for rows of the nodes of a tree. */
export interface RowPrinting extends Printing, RowSources {
  readonly raises: (node: Plain) => number;
  /** A number that is no quotient, without a denominator. */
  readonly whole: (node: PlainNumber | Never) => Runs<number>;
}

/** A number that is no quotient, as a function of the current row. Checks stand only where bounds do not prove that it fits. */
export function whole(node: PlainNumber, to: RowPrinting): Runs<number> {
  const linear = linearOf(node, to.bounded);
  if (linear?.terms.every(({ slot }) => to.isCertain(slot)) === true) return sumOfProducts(linear, to.numbers);
  const { does } = node;
  const { checked } = to.bounded.of(node);
  switch (does.op) {
    case 'units': {
      const { units } = does;
      return () => units;
    }
    case 'fact':
      return to.givenNumber(does.slot);
    case 'scaled':
    case 'negate':
    case 'abs':
      return ofOne(does, to.whole(does.of), checked);
    case 'product': {
      const leaf = checked ? undefined : leafOf(does.right, to);
      if (leaf === undefined) return ofTwo(does, to.whole(does.left), to.whole(does.right), checked);
      const [left, { numbers }] = [to.whole(does.left), to];
      return (run) => left(run) * (numbers[leaf] ?? NaN);
    }
    case 'sum':
    case 'extreme':
      return ofTwo(does, to.whole(does.left), to.whole(does.right), checked);
    case 'rounded':
      return roundedWhole(node, does, to);
    case 'quotient':
      throw new Error('a quotient is no whole number');
    default:
      return picked<PlainNumber, number>(does, to.whole, to) ?? branching(does, to.whole, to);
  }
}

/** At most four terms without a loop. */
function sumOfProducts({ terms, constant }: Linear, numbers: Float64Array): Runs<number> {
  const slot = (i: number): number => terms[i]?.slot ?? 0;
  const factor = (i: number): number => terms[i]?.factor ?? 0;
  const [a, b, c, d] = [slot(0), slot(1), slot(2), slot(3)];
  const [p, q, r, s] = [factor(0), factor(1), factor(2), factor(3)];
  const at = (one: number): number => numbers[one] ?? 0;
  switch (terms.length) {
    case 0:
      return () => constant;
    case 1:
      return p === 1 && constant === 0 ? () => at(a) : () => at(a) * p + constant;
    case 2:
      return () => at(a) * p + at(b) * q + constant;
    case 3:
    case 4:
      return () => at(a) * p + at(b) * q + at(c) * r + at(d) * s + constant;
    default:
      return () => {
        let sum = constant;
        for (const term of terms) sum += at(term.slot) * term.factor;
        return sum;
      };
  }
}

function ofOne(
  does: Extract<NumberOperation, { op: 'scaled' | 'negate' | 'abs' }>,
  of: Runs<number>,
  checked: boolean,
): Runs<number> {
  switch (does.op) {
    case 'scaled': {
      const { factor } = does;
      return checked ? (run) => safe(of(run) * factor) : (run) => of(run) * factor;
    }
    case 'negate':
      return (run) => -of(run);
    case 'abs':
      return (run) => Math.abs(of(run));
  }
}

function ofTwo(
  does: Extract<NumberOperation, { op: 'sum' | 'product' | 'extreme' }>,
  left: Runs<number>,
  right: Runs<number>,
  checked: boolean,
): Runs<number> {
  switch (does.op) {
    case 'sum':
      if (checked) return (run) => safe(left(run) + does.sign * right(run));
      return does.sign === 1 ? (run) => left(run) + right(run) : (run) => left(run) - right(run);
    case 'product':
      return checked ? (run) => safe(left(run) * right(run)) : (run) => left(run) * right(run);
    case 'extreme':
      return (run) => {
        const [one, other] = [left(run), right(run)];
        return does.sign * (other - one) > 0 ? other : one;
      };
  }
}
