import type { Outcome } from '../ir/outcome.ts';
import { prepareAll, type Behind } from './rows/prepare-all.ts';
import type { Row } from './rows/readers.ts';

/** A decision made ready for many rows of the same facts. */
export interface Prepared {
  /** Decimals of the numbers that `run` returns. */
  readonly scale: number;
  /**
   * The value of a plain row: a whole number at the scale, truth, or a word. Undefined where it takes the whole engine to
   * say what the outcome is.
   */
  run(row: Row): number | boolean | string | undefined;
  /** The flags of the value that `run` returned last, as bits; `flags` names them. */
  bits(): number;
  flags(bits: number): readonly string[];
  /** The whole outcome of a row, plain or not. */
  outcome(row: Row): Outcome;
}

export function prepare(decision: string, names: readonly string[], behind: Behind): Prepared {
  const { columns, run, plain, units, words, bits } = prepareAll([decision], names, behind);
  const [column] = columns;
  if (column === undefined) throw new Error('a decision was expected');
  const { is, scale, flags, outcome } = column;
  return {
    scale,
    run(row) {
      run(row);
      if (plain[0] !== 1) return undefined;
      return is === 'number' ? units[0] : is === 'truth' ? units[0] === 1 : words[0];
    },
    bits: () => bits[0] ?? 0,
    flags,
    outcome,
  };
}
