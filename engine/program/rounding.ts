import type { Static } from 'typebox';
import { typed } from '../expression/check-cells.ts';
import type { Checker } from '../expression/environment.ts';
import type { Expr } from '../expression/ast.ts';
import type { Ir, Round, RoundingMode } from '../ir/ir.ts';
import { fits, isNumeric, printType, type Type } from '../ir/type.ts';
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
    const to = stepOf(own.to, ir.type, checker);
    return to === undefined ? ir : make(to, own.mode, 'decision');
  }
  if (ofPolicy !== undefined && fits(checker.check(ofPolicy.to).type, ir.type)) {
    const to = stepOf(ofPolicy.to, ir.type, checker);
    return to === undefined ? ir : make(to, ofPolicy.mode, 'policy');
  }
  return ir.type.is === 'money' && money !== undefined ? make(money.to, money.mode, 'handbook') : ir;
}

/** The step as decimal text: a written value of the type above zero; anything else is reported. */
export function stepOf(expr: Expr, type: Type, checker: Checker): string | undefined {
  const value = constantOf(typed(expr, checker, type));
  const digits = value !== undefined && 'digits' in value ? value.digits : undefined;
  if (digits !== undefined && !digits.startsWith('-') && /[1-9]/.test(digits)) return digits;
  checker.env.report(handbookMessages['rounding-step']({ type: printType(type) }, expr.span));
  return undefined;
}

/** Decimals that money is printed with: those of the rounding step. */
export function decimalsOf(money: MoneyRounding | undefined): number {
  return money?.to.split('.')[1]?.length ?? 0;
}
