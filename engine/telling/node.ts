import type { ExpressionStep } from '../evaluate/explanation.ts';
import type { Ir } from '../ir/ir.ts';
import { isExpression } from '../evaluate/wording.ts';
import { bands } from './bands.ts';
import { choose } from './choose.ts';
import { mark } from './marks.ts';
import { parameter } from './parameter.ts';
import { literalTold } from './literal.ts';
import { round } from './round.ts';
import { table } from './table.ts';
import { tell, type Told, type Unit } from './told.ts';
import { inWords } from './worded.ts';

/** A node, telling what the walk through it tells (`engine/evaluate`); undefined for what is beyond plain cases. */
export function node(ir: Ir, unit: Unit): Told | undefined {
  if (isExpression(ir)) return expression(ir, unit);
  switch (ir.op) {
    case 'literal':
      return literalTold(ir.value, unit.program);
    case 'fact':
      return unit.fact(ir.name);
    case 'parameter':
      return ir.keys.length === 0 ? parameter(ir.name, unit) : undefined;
    case 'decision':
      return ir.args.length === 0 ? unit.decision(ir.name) : undefined;
    case 'choose':
      return choose(ir, unit);
    case 'bands':
      return bands(ir, unit);
    case 'table':
      return table(ir, unit);
    case 'round':
      return round(ir, unit);
    case 'mark':
      return mark(ir, unit);
    default:
      return undefined;
  }
}

/** An expression that no other one and no condition holds. */
function expression(ir: Ir, unit: Unit): Told | undefined {
  const shown = inWords(ir, unit);
  if (shown === undefined) return undefined;
  const { told, text, titled, isCondition, filled } = shown;
  const { origin: span } = ir;
  const { cell, work, form } = told;
  const { asked } = unit;
  return {
    form,
    cell,
    work: () => {
      work();
      const step: ExpressionStep = {
        step: 'expression',
        text,
        titled,
        filled: filled(),
        isCondition,
        value: cell.text,
        span,
      };
      tell(asked, step);
    },
  };
}
