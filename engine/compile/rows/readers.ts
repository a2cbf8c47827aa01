import type { Fact, Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import type { Ends } from '../../plain/bounds.ts';
import { digitsAt } from '../../plain/scaled.ts';
import { scaleOf, unitsOf, wordOf } from '../../plain/slots.ts';
import type { Slot } from '../../plain/tree.ts';
import { numberValue, valueOf } from '../exact/datum.ts';
import type { Readers } from '../fast/facts.ts';
import { leave } from '../fast/run.ts';
import { declaredFact, type Cell } from '../reader.ts';
import { allowed, fits } from './allowed.ts';

/** Cells in the order of the facts that something was prepared for. */
export type Row = readonly Cell[];

/** Reads the facts of rows, one row at a time. */
export interface RowReader extends Omit<Readers, 'exactly'> {
  /** Units by slot of those numbers that are certainly read. */
  readonly numbers: Float64Array;
  readonly isCertain: (slot: number) => boolean;
  /** Goes on to a row. False where a number that is certainly read is not plain. */
  readonly load: (row: Row) => boolean;
  readonly row: () => Row;
}

/** `names` are the columns, `guards` the ends of what is plain, by slot. */
export function rowReader(
  slots: readonly Slot[],
  names: readonly string[],
  guards: readonly Ends[],
  certain: ReadonlySet<number>,
): RowReader {
  const columnOf = (slot: number): number => names.indexOf(slots[slot]?.fact.name ?? '');
  const guardOf = (slot: number): Ends => guards[slot] ?? { least: 0, most: 0 };
  const loaded = [...certain].filter((slot) => slots[slot]?.form === 'number' || slots[slot]?.form === 'truth');
  const columns = Int32Array.from(loaded, columnOf);
  const targets = Int32Array.from(loaded);
  const leasts = Float64Array.from(loaded, (slot) => guardOf(slot).least);
  const mosts = Float64Array.from(loaded, (slot) => guardOf(slot).most);
  const numbers = new Float64Array(slots.length);
  const isCertain = (slot: number): boolean => loaded.includes(slot);
  let current: Row = [];
  return {
    numbers,
    isCertain,
    row: () => current,
    load(row) {
      current = row;
      for (let i = 0; i < targets.length; i += 1) {
        const cell = row[columns[i] ?? -1];
        if (typeof cell !== 'number' || !(cell >= (leasts[i] ?? NaN) && cell <= (mosts[i] ?? NaN))) return false;
        // A caller may have filled it.
        if (cell !== Math.floor(cell)) return false;
        numbers[targets[i] ?? -1] = cell;
      }
      return true;
    },
    isGiven: (slot) => {
      const column = columnOf(slot);
      return () => current[column] !== undefined;
    },
    givenNumber: (slot) => {
      if (isCertain(slot)) return () => numbers[slot] ?? NaN;
      const column = columnOf(slot);
      const ends = guardOf(slot);
      const scale = slots[slot]?.scale ?? 0;
      return () => {
        const cell = current[column];
        const units = typeof cell === 'number' ? cell : typeof cell === 'object' ? unitsOf(cell, scale) : NaN;
        return fits(units, ends) ? units : leave();
      };
    },
    givenWord: (slot) => {
      const column = columnOf(slot);
      return () => {
        const cell = current[column];
        if (typeof cell === 'string') return cell;
        return (typeof cell === 'object' ? wordOf(cell) : undefined) ?? leave();
      };
    },
  };
}

/** A row's facts as values. */
export function factsIn(names: readonly string[], program: Program): (row: Row) => Readonly<Record<string, Value>> {
  const columns = names.map((name) => {
    const fact = declaredFact(name, program);
    return { fact, scale: scaleOf(fact, program), allowedIn: allowed(fact, program) };
  });
  return (row) => {
    const values: Record<string, Value> = {};
    for (const [i, { fact, scale, allowedIn }] of columns.entries()) {
      const cell = allowedIn(row[i]);
      if (cell !== undefined) values[fact.name] = valueOfCell(cell, fact, scale);
    }
    return values;
  };
}

function valueOfCell(cell: Exclude<Cell, undefined>, { type }: Fact, scale: number): Value {
  if (typeof cell === 'object') return cell;
  if (typeof cell === 'string') return valueOf(cell, type);
  return type.is === 'boolean' ? { is: 'boolean', truth: cell === 1 } : numberValue(digitsAt(cell, scale), type);
}
