import type { Outcome } from '../../ir/outcome.ts';
import type { Decision, Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { lower } from '../../plain/lower.ts';
import { unitsPrinter } from '../../plain/print.ts';
import { digitsAt } from '../../plain/scaled.ts';
import { never } from '../../plain/tree.ts';
import { parseExact } from '../../value/exact.ts';
import type { RawFacts } from '../../value/facts.ts';
import { headOf } from '../../value/outcome.ts';
import { printValue } from '../../value/print.ts';
import { normalizeFlags } from '../../value/reasons.ts';
import { numberValue, valueOf } from '../exact/datum.ts';
import { divide, whole } from '../exact/rational.ts';
import type { Cell } from '../reader.ts';
import { cellReaders } from './facts.ts';
import { cellsGiven, cellsOf } from './given.ts';
import { flagsOf, print } from './print.ts';
import { ask, newRun, type Runs } from './run.ts';

/** Answers a decision's questions one by one; undefined where a case is not plain. */
export interface PlainQuestions {
  readonly ofValues: (facts: Readonly<Record<string, Value>>) => Outcome | undefined;
  /** Of facts as a caller gives them. */
  readonly ofGiven: (facts: RawFacts) => Outcome | undefined;
}

/** The decision takes no arguments. */
export function plainQuestions(program: Program, { name, type }: Decision): PlainQuestions {
  const lowered = lower(program, [name]);
  const { slots, flags } = lowered;
  const [value = never] = lowered.asked;
  if (value.is === 'never') return { ofValues: () => undefined, ofGiven: () => undefined };
  const found = print(lowered, cellReaders).any(value);
  const scale = value.is === 'number' ? value.scale : 0;
  const printUnits = unitsPrinter(type, scale, program);
  const written: Runs<string> = (run) => {
    const is = found(run) as number | boolean | string;
    if (typeof is !== 'number') return printValue(valueOf(is, type), program);
    const { denominator } = run;
    if (denominator === 1 && printUnits !== undefined) return printUnits(is);
    const digits = digitsAt(is, scale);
    const exactly = denominator === 1 ? undefined : divide(parseExact(digits), whole(denominator));
    return printValue(exactly === undefined ? numberValue(digits, type) : valueOf(exactly, type), program);
  };
  const { decision, type: printed, policy, version, cites } = headOf(program, name);
  const run = newRun();
  const outcomeOf = (cells: readonly Cell[]): Outcome | undefined => {
    run.cells = cells;
    const text = ask(written, run);
    if (text === undefined) return undefined;
    const raised = run.flags === 0 ? [] : normalizeFlags(flagsOf(run.flags, flags));
    const head = { decision, type: printed, policy, version, cites };
    return { ...head, status: 'determined', value: text, flags: raised, reasons: [] };
  };
  const ofValues = cellsOf(slots);
  let ofGiven: ReturnType<typeof cellsGiven> | undefined;
  return {
    ofValues: (facts) => outcomeOf(ofValues(facts)),
    ofGiven: (facts) => {
      ofGiven ??= cellsGiven(slots, program);
      const cells = ofGiven(facts);
      return cells && outcomeOf(cells);
    },
  };
}
