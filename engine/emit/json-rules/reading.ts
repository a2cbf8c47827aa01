import type { Ir, Reading } from '../../ir/ir.ts';
import { all, always, any, never, not, type Condition } from './condition.ts';
import type { Lowering } from './lowering.ts';
import { newSink } from './sink.ts';
import { tellCondition } from './tell.ts';
import { truthOf } from './truth.ts';

/** When both readings of a condition say the same; one that is in error says nothing. */
export function sameTruth({ taken, otherwise }: Reading, lowering: Lowering): Condition {
  const [mine, other] = [truthOf(taken, lowering), truthOf(otherwise, lowering)];
  const sound = not(errorIn(otherwise, lowering));
  return any(all(mine.true, other.true, sound), all(mine.false, other.false, sound));
}

/** The two sides of a group do not know of errors in it: those of plain comparisons are false in error by themselves. */
function errorIn(ir: Ir, lowering: Lowering): Condition {
  if (ir.op !== 'logic' && ir.op !== 'choose' && ir.op !== 'reading')
    return ir.op === 'not' ? errorIn(ir.operand, lowering) : never;
  const sink = newSink();
  tellCondition(ir, { flags: never, reasons: never, errors: always }, { ...lowering, sink });
  return any(...sink.said.filter(({ saying }) => saying.says === 'unusable').map(({ when }) => when));
}
