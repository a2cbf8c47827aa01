import type { Ir } from '../../ir/ir.ts';
import { leave, type Runs } from './run.ts';

/** How facts are read, by their slots; one that was not given, or is not plain, leaves. */
export interface Readers {
  readonly isGiven: (slot: number) => Runs<boolean>;
  /** Units, or truth as 1 or 0. */
  readonly givenNumber: (slot: number) => Runs<number>;
  readonly givenWord: (slot: number) => Runs<string>;
  /** What the exact layer says of a node, in the form of its type: a quotient, truth or a word. */
  readonly exactly: (ir: Ir) => Runs<never>;
}

/** Reads the facts of a question from its cells, which stand by slot. */
export const cellReaders: Readers = {
  isGiven: (slot) => (run) => run.cells[slot] !== undefined,
  givenNumber: (slot) => (run) => {
    const cell = run.cells[slot];
    return typeof cell === 'number' ? cell : leave();
  },
  givenWord: (slot) => (run) => {
    const cell = run.cells[slot];
    return typeof cell === 'string' ? cell : leave();
  },
  // The exact layer answers the whole question then.
  exactly: () => leave,
};
