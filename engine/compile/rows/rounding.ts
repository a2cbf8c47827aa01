import type { NumberOperation, PlainNumber } from '../../plain/tree.ts';
import { round } from '../fast/round.ts';
import type { Runs } from '../fast/run.ts';
import { leafOf } from './leaf.ts';
import type { RowPrinting } from './numbers.ts';

/** The nearest multiple of a step, in units. */
export function roundedWhole(
  node: PlainNumber,
  does: Extract<NumberOperation, { op: 'rounded' }>,
  to: RowPrinting,
): Runs<number> {
  const { of, up, down, step, mode, marks } = does;
  const { least, most, below } = to.bounded.of(of);
  const fits =
    most * up + down < Number.MAX_SAFE_INTEGER && below === 1 && most * up <= 2 ** 52 && !to.bounded.of(node).checked;
  if (of.quotient || least < 0 || !fits || marks !== 0) return round(does, to.number(of));
  const inner = of.does;
  const leaf = inner.op === 'product' && !to.bounded.of(of).checked ? leafOf(inner.right, to) : undefined;
  // What is not below zero is cut off behind what rounds it up.
  const more = { 'half-up': Math.floor(down / 2), up: down - 1, ceil: down - 1, down: 0, floor: 0, 'half-even': -1 }[
    mode
  ];
  if (more < 0) return round(does, to.number(of));
  if (inner.op === 'product' && leaf !== undefined && up === 1 && step === 1) {
    const [left, { numbers }] = [to.whole(inner.left), to];
    return (run) => Math.floor((left(run) * (numbers[leaf] ?? NaN) + more) / down);
  }
  const value = to.whole(of);
  if (up === 1 && step === 1) return (run) => Math.floor((value(run) + more) / down);
  return (run) => Math.floor((value(run) * up + more) / down) * step;
}
