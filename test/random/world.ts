import type { Ir } from '../../engine/ir/ir.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import type { Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import type { Span } from '../../engine/source/span.ts';
import type { Random } from './random.ts';

export const nowhere: Span = { file: '<random>', start: 0, end: 0 };
export const currency = 'CNY';
export const scope = 'pay';

export interface Bound {
  readonly id: string;
  readonly name: string;
  readonly type: Type;
}

/** What an expression at some place may use. */
export interface Scope {
  readonly chance: Random;
  /** With all facts, parameters and so on; of decisions only those that stand before this one. */
  readonly program: Program;
  readonly policy: string;
  readonly locals: readonly Bound[];
  readonly readable: readonly Decision[];
  /** How many lists the place lies within. */
  readonly nesting: number;
  /** May the place read facts that follow from others? Not inside such a fact itself. */
  readonly derived: boolean;
  readonly fresh: () => string;
  readonly expression: (type: Type, depth: number, scope: Scope) => Ir;
}

/** A node without a place of its own: programs here come from no text. */
export function node<Op extends Ir['op']>(
  op: Op,
  type: Type,
  rest: Omit<Extract<Ir, { op: Op }>, 'op' | 'type' | 'origin'>,
): Ir {
  return { op, type, origin: nowhere, ...rest } as unknown as Ir;
}

export function literal(type: Type, value: Value): Ir {
  return node('literal', type, { value });
}
