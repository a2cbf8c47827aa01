import type { Static } from 'typebox';
import { typed } from '../expression/check-cells.ts';
import type { Checker } from '../expression/environment.ts';
import type { Expr } from '../expression/ast.ts';
import type { Ir, Round, RoundingMode } from '../ir/ir.ts';
import { fits, isNumeric, printType } from '../ir/type.ts';
import type { rounding } from '../kinds/head.ts';
import { constantOf } from './constant.ts';
import { handbookMessages } from './messages.ts';

type Rounding = Static<typeof rounding>;

/** The manifest's rounding of money: its step as decimal text, and how. */
export interface MoneyRounding {
  readonly to: string;
  readonly mode: RoundingMode;
}

/**
 * Wraps a decision's value in the rounding that holds for it: its own, else its policy's where the units fit, else the
 * manifest's for money. What is none of these stays exact.
 */
export function rounded(
  ir: Ir,
  own: Rounding | undefined,
  ofPolicy: Rounding | undefined,
  money: MoneyRounding | undefined,
  checker: Checker,
): Ir {
  const make = (to: string, mode: RoundingMode, declaredBy: Round['declaredBy']): Ir => ({
    op: 'round',
    type: ir.type,
    origin: ir.origin,
    value: ir,
    to,
    mode,
    marks: [],
    declaredBy,
  });
  if (!isNumeric(ir.type)) return ir;
  if (own !== undefined) {
    const to = stepOf(own.to, ir, checker);
    return to === undefined ? ir : make(to, own.mode, 'decision');
  }
  if (ofPolicy !== undefined && fits(checker.check(ofPolicy.to).type, ir.type)) {
    const to = stepOf(ofPolicy.to, ir, checker);
    return to === undefined ? ir : make(to, ofPolicy.mode, 'policy');
  }
  return ir.type.is === 'money' && money !== undefined ? make(money.to, money.mode, 'handbook') : ir;
}

function stepOf(expr: Expr, ir: Ir, checker: Checker): string | undefined {
  const value = constantOf(typed(expr, checker, ir.type));
  const digits = value !== undefined && 'digits' in value ? value.digits : undefined;
  if (digits !== undefined && !digits.startsWith('-') && /[1-9]/.test(digits)) return digits;
  checker.env.report(handbookMessages['rounding-step']({ type: printType(ir.type) }, expr.span));
  return undefined;
}
