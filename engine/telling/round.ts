import { printValue } from '../value/print.ts';
import type { Round } from '../ir/ir.ts';
import type { Step } from '../evaluate/explanation.ts';
import { isNumeric } from '../ir/type.ts';
import { round as rounding } from '../plain/round.ts';
import { scaledOf } from '../plain/scaled.ts';
import { printer } from './amounts.ts';
import { arithmetic } from './arithmetic.ts';
import { interpretationStep } from './marks.ts';
import { newCell, tell, type Told, type Unit } from './told.ts';

/** The nearest multiple; what it rests on counts only where it changed the value. */
export function round(ir: Round, unit: Unit): Told | undefined {
  const { asked, program } = unit;
  const { mode, declaredBy, origin: span, type, to } = ir;
  const value = unit.told(ir.value);
  const step = scaledOf(to);
  if (value === undefined || step === undefined || !isNumeric(type)) return undefined;
  const between = arithmetic(unit);
  const of = between.read({ ...value, work: () => undefined });
  const plain = of.is === 'number' ? rounding(of, step, mode, 1) : undefined;
  const rounded = plain && between.print(plain)?.number(plain);
  if (rounded === undefined || plain === undefined) return undefined;
  const cell = newCell();
  const print = printer(type, plain.scale, program);
  const unitText = printValue({ ...type, digits: to }, program);
  const bits = unit.bits(ir.marks);
  const steps = ir.marks.map(
    (id) =>
      (changed: boolean): Step =>
        interpretationStep(id, changed, ir, unit),
  );
  return {
    form: { is: 'number', scale: plain.scale, quotient: false },
    cell,
    work: () => {
      value.work();
      const before = asked.flags;
      asked.flags = 0;
      cell.units = rounded(asked);
      const changed = asked.flags !== 0;
      asked.flags = changed ? before | bits : before;
      const from = value.cell.text;
      cell.text = changed ? print(cell.units, 1) : from;
      tell(asked, {
        step: 'rounding',
        from,
        to: cell.text,
        unit: unitText,
        mode,
        declaredBy,
        changed,
        span,
      });
      for (const told of steps) tell(asked, told(changed));
    },
  };
}
