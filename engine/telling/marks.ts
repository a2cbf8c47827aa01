import type { InterpretationStep, Step } from '../evaluate/explanation.ts';
import type { Mark, Round } from '../ir/ir.ts';
import { tell, type Told, type Unit } from './told.ts';

/** A place that rests on interpretations, or on the company's own figure, whenever it is evaluated. */
export function mark(ir: Mark, unit: Unit): Told | undefined {
  const { asked } = unit;
  const value = unit.told(ir.value);
  if (value === undefined) return undefined;
  const bits = unit.bits(ir.interpretations);
  const steps: Step[] = ir.interpretations.map((id) => interpretationStep(id, true, ir, unit));
  if (ir.own) steps.push({ step: 'own', span: ir.origin });
  const { form, cell } = value;
  return {
    form,
    cell,
    work: () => {
      for (const step of steps) tell(asked, step);
      asked.flags |= bits;
      value.work();
    },
  };
}

/** A convention is an ordinary reading: nothing rests on it. */
export function interpretationStep(
  id: string,
  counts: boolean,
  { origin: span }: Mark | Round,
  { program }: Unit,
): InterpretationStep {
  const found = program.interpretations[id];
  if (found === undefined) throw new Error(`no interpretation ${id}`);
  const { about, clauses, question, answer, status } = found;
  const active = counts && about !== 'convention';
  return { step: 'interpretation', id, about, clauses, question, answer, status, active, span };
}
