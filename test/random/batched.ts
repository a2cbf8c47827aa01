import { compile } from '../../engine/compile/compile.ts';
import type { Prepared } from '../../engine/compile/prepared.ts';
import type { Cell, Reader } from '../../engine/compile/reader.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import type { Fact, Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import { printValue } from '../../engine/value/print.ts';
import type { Evaluator } from './differential.ts';
import { decimalText } from './values.ts';

/** The compiled evaluator as a batch uses it: facts read from text into a row, the value taken as a whole number and bits. */
export const batched: Evaluator = (program) => batchedBy(compile)(program);

/** The same with another compiler. */
export const batchedBy =
  (compiler: typeof compile): Evaluator =>
  (program) => {
    const compiled = compiler(program);
    const names = Object.keys(program.facts);
    const reader = compiled.reader(names);
    const prepared = new Map<string, Prepared>();
    return (decision, facts, asking) => {
      if (asking.sourceOnly === true || asking.on !== undefined) return compiled.evaluate(decision, facts, asking);
      const known = prepared.get(decision) ?? compiled.prepare(decision, names);
      prepared.set(decision, known);
      return outcomeOf(decision, known, rowOf(facts.values, names, reader, program), program);
    };
  };

function outcomeOf(decision: string, prepared: Prepared, row: readonly Cell[], program: Program): Outcome {
  const value = prepared.run(row);
  if (value === undefined) return prepared.outcome(row);
  const { type, policy, version, cites } = program.decisions[decision]!;
  return {
    decision,
    status: 'determined',
    value: textOf(value, prepared.scale, program, type),
    type: type.is,
    flags: prepared.flags(prepared.bits()).toSorted(),
    reasons: [],
    policy,
    version,
    cites,
  };
}

export function textOf(value: number | boolean | string, scale: number, program: Program, type: Fact['type']): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value.replace(/(:\d\d):00$/, '$1');
  const digits = decimalText(BigInt(value), scale);
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return printValue({ ...type, digits }, program);
    default:
      throw new Error(`a number for ${type.is}`);
  }
}

export function rowOf(
  values: Readonly<Record<string, Value>>,
  names: readonly string[],
  reader: Reader,
  program: Program,
): readonly Cell[] {
  const row: Cell[] = [];
  reader.read(
    names.map((name) => (canBeText(values[name]) ? printValue(values[name]!, program) : '')),
    row,
  );
  return row.map((cell, i) => (canBeText(values[names[i]!]) ? cell : values[names[i]!]));
}

/** Empty text is read as absent and full-width text as plain; lists and what cannot be used go in as they are. */
function canBeText(value: Value | undefined): boolean {
  switch (value?.is) {
    case undefined:
    case 'invalid':
    case 'list':
    case 'record':
      return false;
    case 'text':
      return value.text !== '' && value.text.normalize('NFKC') === value.text;
    default:
      return true;
  }
}
