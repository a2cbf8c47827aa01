import type { Compare, Ir, Logic, Within } from '../../ir/ir.ts';
import { gap, incompleteFact, noDuration, unsettled } from '../../value/reasons.ts';
import { all, always, any, holds, not, type Condition } from './condition.ts';
import { familyOf } from './crossing.ts';
import type { Lowering } from './lowering.ts';
import { mayCarryFlags } from './needs.ts';
import { askedTruth, operandsOf } from './operands.ts';
import { known, truthOf } from './truth.ts';

/** When what a node tells counts: each stands for its own case of the whole, and is free to be wrong in the others. */
export interface Counts {
  /** Where the whole is determined. */
  readonly flags: Condition;
  /** Where the whole is undetermined, told of what is undetermined itself. */
  readonly reasons: Condition;
  /** Where the whole is an error and everything before was none. */
  readonly errors: Condition;
}

export const narrowed = ({ flags, reasons, errors }: Counts, more: Condition): Counts => ({
  flags: all(flags, more),
  reasons: all(reasons, more),
  errors: all(errors, more),
});

/** Tells what a condition rests on, why it is undetermined, and what makes it an error. */
export function tellCondition(ir: Ir, counts: Counts, lowering: Lowering): void {
  const { sink, program } = lowering;
  switch (ir.op) {
    case 'literal':
      return;
    case 'logic':
      return tellLogic(ir, counts, lowering);
    case 'not':
      return tellCondition(ir.operand, counts, lowering);
    case 'choose': {
      let here = counts;
      for (const { when, value } of ir.arms) {
        const condition = truthOf(when, lowering);
        tellCondition(when, here, lowering);
        tellCondition(value, narrowed(here, condition.true), lowering);
        here = narrowed(here, condition.false);
      }
      return tellCondition(ir.otherwise, here, lowering);
    }
    case 'mark': {
      const open = lowering.openMarks(ir);
      for (const reason of open) sink.say({ says: 'reason', reason }, counts.reasons);
      if (open.length > 0) return;
      for (const flag of ir.interpretations.filter(lowering.isFlag)) sink.say({ says: 'flag', flag }, counts.flags);
      return tellCondition(ir.value, counts, lowering);
    }
    case 'reading': {
      tellCondition(ir.taken, counts, lowering);
      const { interpretation } = ir;
      if (!lowering.isFlag(interpretation)) return;
      const doubt = program.interpretations[interpretation]?.about === 'doubt';
      const rests = doubt ? always : all(known(truthOf(ir.taken, lowering)), not(lowering.same(ir)));
      if (lowering.isOpen(interpretation)) {
        const reason = unsettled(program, interpretation);
        return sink.say({ says: 'reason', reason }, all(counts.reasons, rests));
      }
      return sink.say({ says: 'flag', flag: interpretation }, all(counts.flags, rests));
    }
    case 'undetermined': {
      const reason = 'fact' in ir ? incompleteFact(program, ir.fact, ir.needs) : gap(program, ir.gap);
      return sink.say({ says: 'reason', reason }, counts.reasons);
    }
    case 'compare':
    case 'within':
      return tellComparison(ir, counts, lowering);
    default:
      return tellNeed(ir, counts, lowering);
  }
}

/** A left side that decides does so alone; one that is undetermined counts only where the right does not decide. */
function tellLogic(ir: Logic, counts: Counts, lowering: Lowering): void {
  const left = truthOf(ir.left, lowering);
  const whole = truthOf(ir, lowering);
  const decides = ir.connective === 'and' ? 'false' : 'true';
  const reasons = all(counts.reasons, not(whole[decides]));
  const reached = not(left[decides]);
  tellCondition(ir.left, { ...counts, reasons, flags: all(counts.flags, known(left)) }, lowering);
  tellCondition(
    ir.right,
    { flags: all(counts.flags, reached), reasons, errors: all(counts.errors, reached) },
    lowering,
  );
}

function tellComparison(ir: Compare | Within, counts: Counts, lowering: Lowering): void {
  if (ir.op === 'within' && askedTruth(ir.range) !== undefined) return tellCondition(ir.value, counts, lowering);
  const operands = operandsOf(ir);
  if (operands === undefined) return tellNeed(ir, counts, lowering);
  for (const operand of operands) if (operand.op !== 'literal') tellNeed(operand, counts, lowering);
  const [first] = operands;
  const ordered = ir.op === 'compare' ? ir.comparison !== '=' && ir.comparison !== '!=' : ir.range.range === 'interval';
  if (ordered && first !== undefined && familyOf(first.type) === 'dur') tellNoDuration(operands, counts, lowering);
}

/** “None” stands in no order. */
function tellNoDuration(operands: readonly Ir[], { reasons }: Counts, lowering: Lowering): void {
  const read = operands.filter(({ op }) => op !== 'literal').map((operand) => lowering.needs.of(operand).id);
  const written = operands.some((operand) => operand.op === 'literal' && operand.value.is === 'no-duration');
  const lengths = read.map((id) => holds(id, 'state.known'));
  const none = written ? always : any(...read.map((id) => holds(id, 'state.none')));
  lowering.sink.say({ says: 'reason', reason: noDuration }, all(reasons, ...lengths, none));
}

/** What is told of a fact that the engine works out: flags of its value, its reasons, its error. */
function tellNeed(ir: Ir, { flags, reasons, errors }: Counts, { needs, program, sink }: Lowering): void {
  const { id } = needs.of(ir);
  if (mayCarryFlags(ir, program)) sink.say({ says: 'rests', on: id }, flags);
  sink.say({ says: 'open', because: id }, all(reasons, holds(id, 'state.unknown')));
  sink.say({ says: 'unusable', because: id }, all(errors, holds(id, 'state.failed')));
}
