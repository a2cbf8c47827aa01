import { session } from '../../engine/evaluate/evaluate.ts';
import { fromDigits, roundTo, toDigits } from '../../engine/evaluate/ratio.ts';
import type { Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import { isIn, symbolAt } from '../../engine/symbolic/at.ts';
import type { Path } from '../../engine/symbolic/box.ts';
import type { Symbol } from '../../engine/symbolic/symbol.ts';
import { printValue } from '../../engine/value/print.ts';

export type Facts = Readonly<Record<string, Value>>;

/** What all pieces that hold for the facts say, after the decision's own rounding: exactly one should. */
export function said(name: string, pieces: readonly Path<Symbol>[], facts: Facts, program: Program): string {
  return pieces
    .filter(({ box }) => isIn(box, { facts, program }) === true)
    .map(({ value }) => worded(name, value, facts, program))
    .join(' and ');
}

function worded(name: string, value: Symbol, facts: Facts, program: Program): string {
  if (value.is === 'nothing') return value.status;
  const is = symbolAt(value, { facts, program });
  if (is === undefined) return 'not known';
  const body = program.decisions[name]?.body;
  const rounds = body?.is === 'ir' && body.ir.op === 'round' ? body.ir : undefined;
  if (rounds === undefined || !('digits' in is)) return printValue(is, program);
  const digits = toDigits(roundTo(fromDigits(is.digits), fromDigits(rounds.to), rounds.mode));
  return printValue({ ...is, digits }, program);
}

/** What the evaluator says. */
export function told(name: string, facts: Facts, program: Program): string {
  const outcome = session(program, { values: facts, unknown: [] }, {}).outcome(name);
  return outcome.status === 'determined' ? (outcome.value ?? '') : outcome.status;
}
