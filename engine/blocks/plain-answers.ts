import type { Answered, Columns, Output } from '../compile/columns/column.ts';
import { compile } from '../compile/compile.ts';
import { numberValue, valueOf } from '../compile/exact/datum.ts';
import type { Program } from '../ir/program.ts';
import { digitsAt } from '../plain/scaled.ts';
import { printValue } from '../value/print.ts';
import { append, reserve, type Out } from './out.ts';
import { numberBytes } from './value-bytes.ts';

/** Decisions that are asked about plain rows, in columns. */
export interface PlainAnswers {
  /** Asks about so many rows; `odd` marks those that are not plain. What is found stands until the next time. */
  ask(columns: Columns, length: number, odd: Uint8Array): void;
  /** Is all that was asked of the row answered? Else it takes the whole engine. */
  isPlain(row: number): boolean;
  /** Writes what came of a plain row: for each decision its value, status and flags, each behind a delimiter. Gives how many values have a flag. */
  write(out: Out, row: number): number;
}

/** How a result is written. */
export interface Manner {
  /** Cells of text, each behind a delimiter. */
  readonly cells: (texts: readonly string[]) => Uint8Array;
  /** The cells of a value behind its flags. */
  readonly behind: readonly string[];
}

/** The decisions exist and take no arguments. */
export function plainAnswers(
  program: Program,
  decisions: readonly string[],
  facts: readonly string[],
  manner: Manner,
): PlainAnswers {
  const batch = compile(program).batch(decisions, facts);
  const writers = batch.outputs.map((output) => writerOf(output, program, manner));
  let answered: readonly Answered[] = [];
  return {
    ask(columns, length, odd) {
      answered = batch.run(columns, length, odd);
    },
    isPlain(row) {
      for (const { plain } of answered) if (plain[row] !== 1) return false;
      return true;
    },
    write(out, row) {
      let flagged = 0;
      for (let i = 0; i < writers.length; i += 1) {
        const found = answered[i];
        if (found !== undefined && writers[i]?.(out, found, row) === true) flagged += 1;
      }
      return flagged;
    },
  };
}

/** Writes the cells of a decision; true where the value has a flag. */
type Writer = (out: Out, found: Answered, row: number) => boolean;

interface Behind {
  readonly bytes: Uint8Array;
  readonly isFlagged: boolean;
}

/** So many values are kept as text, where their form is not only digits and a unit. */
const mostKept = 10_000;

function writerOf(output: Output, program: Program, { cells, behind: more }: Manner): Writer {
  const type = program.decisions[output.decision]?.type ?? { is: 'unknown' };
  const { scale } = output;
  const digits = output.is === 'number' ? numberBytes(type, scale, program) : undefined;
  const delimiter = cells(['']);
  const behind = new Map<number, Behind>();
  const behindOf = (bits: number): Behind => {
    const known = behind.get(bits);
    if (known !== undefined) return known;
    const flags = [...output.flags(bits)].sort();
    const made = { bytes: cells(['determined', flags.join(' '), ...more]), isFlagged: flags.length > 0 };
    behind.set(bits, made);
    return made;
  };
  const texts = new Map<number | string, Uint8Array>();
  const textOf = (value: number | string): Uint8Array => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    const whole =
      typeof value === 'string'
        ? valueOf(value, type)
        : output.is === 'truth'
          ? valueOf(value === 1, type)
          : numberValue(digitsAt(value, scale), type);
    const bytes = cells([printValue(whole, program)]);
    if (texts.size < mostKept) texts.set(value, bytes);
    return bytes;
  };
  // Where nothing is flagged, as nearly everywhere, the same stands behind every value.
  let [last, tail] = [0, behindOf(0)];
  return (out, found, row) => {
    const bits = found.bits[row] ?? 0;
    if (bits !== last) [last, tail] = [bits, behindOf(bits)];
    if (digits === undefined) {
      const value = output.is === 'word' ? (found.words[found.codes[row] ?? -1] ?? '') : (found.units[row] ?? 0);
      const text = textOf(value);
      reserve(out, text.length + tail.bytes.length);
      append(out, text, 0, text.length);
    } else {
      reserve(out, delimiter.length + tail.bytes.length + 64);
      append(out, delimiter, 0, delimiter.length);
      digits(out, found.units[row] ?? 0);
    }
    reserve(out, tail.bytes.length);
    append(out, tail.bytes, 0, tail.bytes.length);
    return tail.isFlagged;
  };
}
