import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import { alwaysRead } from '../../plain/always.ts';
import { lower } from '../../plain/lower.ts';
import { widestBounds } from '../../plain/reach.ts';
import type { Facts } from '../../value/facts.ts';
import type { ExactProgram } from '../exact/program.ts';
import { flagsOf } from '../fast/print.ts';
import { newRun, notPlain, type Runs } from '../fast/run.ts';
import { exactNodes } from './exactly.ts';
import { bitIn } from './flag-bits.ts';
import { printRows } from './print.ts';
import { factsIn, rowReader, type Row } from './readers.ts';

/** What answers whole questions, where a row is not plain. */
export interface Behind {
  readonly program: Program;
  readonly exact: ExactProgram;
  readonly evaluate: (decision: string, facts: Facts) => Outcome;
}

/** Decisions made ready for many rows of the same facts, worked out together. What `run` finds stands here until the next row. */
export interface PreparedAll {
  readonly columns: readonly PreparedColumn[];
  readonly run: (row: Row) => void;
  /** By decision: is it plain, as 1 or 0? Where not, it takes the whole engine to say what the outcome is. */
  readonly plain: Uint8Array;
  /** By decision: its number in units of its scale, or truth as 1 or 0. */
  readonly units: Float64Array;
  /** By decision: its word. */
  readonly words: readonly string[];
  /** By decision: its flags as bits, which `flags` of the decision names. */
  readonly bits: Int32Array;
}

interface PreparedColumn {
  readonly decision: string;
  readonly is: 'number' | 'truth' | 'word' | 'never';
  /** Decimals of its numbers. */
  readonly scale: number;
  readonly flags: (bits: number) => readonly string[];
  /** The whole outcome of a row, plain or not. */
  readonly outcome: (row: Row) => Outcome;
}

/** The decisions exist and take no arguments; `names` are the facts in the order of a row's cells. */
export function prepareAll(decisions: readonly string[], names: readonly string[], behind: Behind): PreparedAll {
  const { program, evaluate } = behind;
  const lowered = lower(program, decisions);
  if (decisions.length > 1 && lowered.asked.every(({ is }) => is === 'never'))
    return oneByOne(decisions, names, behind);
  const { asked, slots } = lowered;
  const flags = [...lowered.flags];
  const bounded = widestBounds(lowered);
  const always = alwaysRead(lowered);
  const reader = rowReader(slots, names, bounded.slots, new Set(asked.flatMap((value) => [...always(value)])));
  const factsOf = factsIn(names, program);
  const exactly = exactNodes(behind.exact, () => factsOf(reader.row()), flags);
  const printing = printRows(lowered, { ...reader, bounded, exactly });
  const run = newRun();
  const plain = new Uint8Array(decisions.length);
  const units = new Float64Array(decisions.length);
  const words = decisions.map(() => '');
  const bits = new Int32Array(decisions.length);
  const steps = asked.map((value, i): Runs<void> => {
    const found = printing.any(value);
    switch (value.is) {
      case 'number': {
        const number = found as Runs<number>;
        if (!value.quotient) return (at) => void (units[i] = number(at));
        // A quotient that does not come out even is not plain here.
        return (at) => {
          units[i] = number(at);
          if (at.denominator !== 1) plain[i] = 0;
        };
      }
      case 'truth':
        return (at) => void (units[i] = found(at) === true ? 1 : 0);
      case 'word':
        return (at) => void (words[i] = found(at) as string);
      case 'never':
        return () => void (plain[i] = 0);
    }
  });
  let alone: PreparedAll | undefined;
  /** One that is not plain says nothing of the others. */
  const apart = (row: Row): void => {
    plain.fill(0);
    if (decisions.length === 1) return;
    alone ??= oneByOne(decisions, names, behind);
    alone.run(row);
    for (const [i, column] of alone.columns.entries()) {
      plain[i] = alone.plain[i] ?? 0;
      units[i] = alone.units[i] ?? NaN;
      words[i] = alone.words[i] ?? '';
      const raised = column.flags(alone.bits[i] ?? 0).map((flag) => bitIn(flags, flag));
      bits[i] = raised.reduce((all, bit) => all | bit, 0);
      if (raised.includes(0)) plain[i] = 0;
    }
  };
  return {
    columns: asked.map((value, i) => {
      const decision = decisions[i] ?? '';
      return {
        decision,
        is: value.is,
        scale: value.is === 'number' ? value.scale : 0,
        flags: (raised) => flagsOf(raised, flags),
        outcome: (row) => evaluate(decision, { values: factsOf(row), unknown: [] }),
      };
    }),
    plain,
    units,
    words,
    bits,
    run(row) {
      if (!reader.load(row)) {
        apart(row);
        return;
      }
      run.question += 1;
      try {
        for (let i = 0; i < steps.length; i += 1) {
          plain[i] = 1;
          run.flags = 0;
          steps[i]?.(run);
          bits[i] = run.flags;
        }
      } catch (thrown) {
        if (thrown !== notPlain) throw thrown;
        apart(row);
      }
    },
  };
}

/** Each for itself: where together they would raise more flags than there are bits. */
function oneByOne(decisions: readonly string[], names: readonly string[], behind: Behind): PreparedAll {
  const each = decisions.map((decision) => prepareAll([decision], names, behind));
  const plain = new Uint8Array(each.length);
  const units = new Float64Array(each.length);
  const words = each.map(() => '');
  const bits = new Int32Array(each.length);
  return {
    columns: each.flatMap(({ columns }) => columns),
    plain,
    units,
    words,
    bits,
    run(row) {
      for (const [i, one] of each.entries()) {
        one.run(row);
        plain[i] = one.plain[0] ?? 0;
        units[i] = one.units[0] ?? NaN;
        words[i] = one.words[0] ?? '';
        bits[i] = one.bits[0] ?? 0;
      }
    },
  };
}
