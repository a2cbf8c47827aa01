import type { PlainNumber } from '../../plain/tree.ts';
import { number } from '../fast/arithmetic.ts';
import { leave, safe, type Runs } from '../fast/run.ts';
import { leafOf } from './leaf.ts';
import { picked } from './picked.ts';
import type { RowPrinting } from './numbers.ts';

/** A quotient: its denominator stands in the run behind it. */
export function quotient(node: PlainNumber, to: RowPrinting): Runs<number> {
  const does = withoutScale(node);
  if (does.op === 'quotient' && !does.left.quotient && !does.right.quotient) {
    const { factor } = does;
    const isPositive = to.bounded.of(does.right).least > 0;
    const { checked } = to.bounded.of(node);
    const [top, bottom] = [leafOf(does.left, to), leafOf(does.right, to)];
    if (top !== undefined && bottom !== undefined && isPositive && !checked) {
      const { numbers } = to;
      return (run) => {
        run.denominator = numbers[bottom] ?? NaN;
        return (numbers[top] ?? NaN) * factor;
      };
    }
    const [above, below] = [to.whole(does.left), to.whole(does.right)];
    return (run) => {
      const units = above(run) * factor;
      const divisor = below(run);
      if (!isPositive && divisor <= 0) leave();
      run.denominator = divisor;
      return checked ? safe(units) : units;
    };
  }
  if (does.op === 'scaled' && !to.bounded.of(node).checked) {
    const { factor } = does;
    const of = to.number(does.of);
    return (run) => of(run) * factor;
  }
  return picked<PlainNumber, number>(does, to.number, to) ?? number(node, to);
}

/** The factor of a quotient takes that of its scale in. */
function withoutScale({ does }: PlainNumber): PlainNumber['does'] {
  if (does.op !== 'scaled' || does.of.does.op !== 'quotient') return does;
  return { ...does.of.does, factor: does.of.does.factor * does.factor };
}
